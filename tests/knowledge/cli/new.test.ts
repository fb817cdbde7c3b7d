import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../support/runCommand.ts';
import { joining, joiningWith } from '../files.ts';
import { sampleFolder } from './sampleFolder.ts';

/** What a curator types, part by part; the tests replace parts. */
const told = {
  question: ['How do cities train their staff?'],
  phrasings: ['training for city staff', 'courses for employees', 'learn about budgets', ''],
  answer: ['Members send their staff', 'to **courses**.', ''],
  source: ['Training: an overview', 'https://iclei.org/training/', '2024'],
  topic: ['4'],
  related: ['fees'],
  id: ['staff-training'],
  languages: [''],
  confirm: ['yes'],
};
type Told = { readonly [part in keyof typeof told]?: readonly string[] };

const typed = (changed: Told = {}) =>
  Object.values({ ...told, ...changed })
    .flat()
    .map((line) => `${line}\n`)
    .join('');

const add = (folder: string, changed: Told = {}) =>
  runCommand(['knowledge/cli/new.ts', folder], typed(changed));

const commented = `# Joining.\n${joining.replace('- become', '# the most usual one\n      - become')}`;
/** The file of the most entries about membership. */
const folderWith = (changed: Record<string, string> = {}) =>
  sampleFolder({
    'entries/iclei.yaml': `${commented}\n${joining.replace('id: joining', 'id: leaving').replaceAll(/join|become|apply/gu, 'leave')}`,
    ...changed,
  });

/** All files of a folder, to see that nothing has changed. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('A new entry', () => {
  it('is added behind the others of its topic, and checked', async () => {
    const folder = await folderWith();
    const before = contents(folder);
    const { status, stdout, stderr } = await add(folder);
    expect(stderr).toBe('');
    const after = contents(folder);
    const added = after['entries/iclei.yaml']?.slice(before['entries/iclei.yaml']?.length);
    const today = /checkedOn: (\S+)/u.exec(added ?? '')?.[1] ?? '';
    expect(added).toBe(`
- id: staff-training
  topic: membership
  asOf: '2024'
  checkedOn: ${today}
  reviewBy: ${Number(today.slice(0, 4)) + 1}${today.slice(4)}
  related: [fees]
  sources:
    - title: 'Training: an overview'
      url: https://iclei.org/training/
      date: '2024'
  en:
    question: How do cities train their staff?
    phrasings:
      - training for city staff
      - courses for employees
      - learn about budgets
    answer: >-
      Members send their staff to **courses**.
`);
    expect({ ...after, 'entries/iclei.yaml': (before['entries/iclei.yaml'] ?? '') + added }).toEqual(after);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['entries/iclei.yaml']?.startsWith(before['entries/iclei.yaml'] ?? '-')).toBe(true);
    expect(stdout).toContain('"How do cities train their staff?" would then be answered by staff-training');
    expect(stdout).toMatch(/Added to \S+entries\/iclei\.yaml, line \d+\.\n/u);
    expect(stdout).toContain('warning: "staff-training" is not told in Español');
    expect(stdout).toMatch(/4 entries, .*; 0 faults, 4 warnings\n$/u);
    expect(status).toBe(0);
  });

  it('may take what is suggested, and be told in other languages', async () => {
    const folder = await folderWith();
    const { status, stdout } = await add(folder, {
      topic: [''],
      related: [''],
      id: [''],
      languages: [
        'de',
        'Wie schulen Städte ihre Leute?',
        'Kurse',
        'Schulung',
        'Lehrgänge',
        '',
        'Es gibt Kurse.',
        '',
      ],
    });
    expect(status).toBe(0);
    const written = contents(folder)['entries/iclei.yaml'] ?? '';
    const [, suggested = ''] =
      /Enter for (\S+): \n?/u.exec(stdout.slice(stdout.indexOf('Id of the entry'))) ?? [];
    expect(suggested).toBe('cities-train-staff');
    expect(written).toContain(`- id: ${suggested}\n  topic: membership\n`);
    expect(written).toContain('  de:\n    question: Wie schulen Städte ihre Leute?\n');
  });

  it('is asked for again where it is wrong, with the reason', async () => {
    const folder = await folderWith();
    const { status, stdout } = await add(folder, {
      question: ['', 'What does membership cost?', ...told.question],
      phrasings: [
        'annual fee',
        'courses for employees',
        '',
        'courses for employees',
        ...told.phrasings.slice(0, 1),
        'learn about budgets',
        '',
      ],
      answer: ['Since 1995 there are `courses`.', '', 'There are {{sise}}.', '', ...told.answer],
      source: ['Training', 'http://iclei.org/', 'https://iclei.org/training/', '2024'],
      topic: ['18', 'membership'],
      related: ['fee', 'fees'],
      id: ['fees', 'weather', 'Staff', 'staff-training'],
      languages: ['it', ''],
    });
    for (const reason of [
      'en.question is empty',
      'have the same wording "What does membership cost?"',
      'have the same wording "annual fee"',
      '1 so far. At least 3 are needed.',
      'has the wording "courses for employees" twice',
      '3 phrasings. With 8 or more',
      'has the figure "1995" written by hand. Put it into facts.yaml',
      'has code marks (`). Leave them out.',
      'uses the fact {{sise}}, which does not exist. Did you mean {{size}}?',
      'url must be an address that begins with https://',
      'Type a number from 1 to 17.',
      'is related to "fee", which does not exist. Did you mean "fees"?',
      'The id "fees" is taken by the entry at entries/fees.yaml:1',
      'The id "weather" is taken by an out-of-scope group.',
      'id must be lower-case words joined by hyphens',
      'Type some of es, pt, fr, de.',
    ])
      expect(stdout).toContain(reason);
    expect(status).toBe(0);
    expect(contents(folder)['entries/iclei.yaml']).toContain('- id: staff-training\n');
  });

  it('shows who answers a phrasing already, before it is taken', async () => {
    const folder = await folderWith();
    const { status, stdout } = await add(folder, {
      phrasings: ['the membership fee', 'no', 'rain one more', ...told.phrasings],
    });
    expect(stdout).toMatch(
      /"the membership fee" is answered by fees \((?:0\.\d\d|1\.00)\) already: What does membership cost\?\n {2}Take it all the same\?/u,
    );
    expect(stdout).toContain('"rain one more" is refused as "weather" so far.');
    expect(contents(folder)['entries/iclei.yaml']).not.toContain('the membership fee');
    expect(status).toBe(0);
  });
});

describe('Nothing is written', () => {
  it.each([
    ['after a no', { confirm: ['no'] }, 'Nothing was written.', 0],
    [
      'when the answers end early',
      { confirm: [] },
      'The input ended before the entry was complete. Nothing was written.',
      1,
    ],
  ])('%s', async (_name, changed, expected, code) => {
    const folder = await folderWith();
    const before = contents(folder);
    const { status, stdout, stderr } = await add(folder, changed);
    expect(stdout + stderr).toContain(expected);
    expect(contents(folder)).toEqual(before);
    expect(status).toBe(code);
  });

  it('when the whole would have a fault with it', async () => {
    const folder = await folderWith({
      'questions/en.yaml': "- { ask: 'training for city staff', want: noAnswer, language: en }\n",
    });
    const before = contents(folder);
    const { status, stdout } = await add(folder, { confirm: [] });
    expect(stdout).toContain('questions/en.yaml:1:10 "training for city staff" should get noAnswer');
    expect(stdout).toContain('Nothing was written: entries/iclei.yaml would have');
    expect(contents(folder)).toEqual(before);
    expect(status).toBe(1);
  });

  it('when the knowledge has faults already: these come first', async () => {
    const folder = await sampleFolder(joiningWith('[fees]', '[fee]'));
    const { status, stdout } = await add(folder);
    expect(stdout).toContain('entries/iclei.yaml:6:13 "joining" is related to "fee"');
    expect(stdout).not.toContain('Question');
    expect(status).toBe(1);
  });
});

it('A wrong call is told so, and help is given', async () => {
  const wrong = await runCommand(['knowledge/cli/new.ts', 'one', 'two']);
  expect(wrong.stderr).toContain('Name one folder at most.');
  expect(wrong.status).toBe(2);
  const help = await runCommand(['knowledge/cli/new.ts', '--help']);
  expect(help.stdout).toContain('Usage: npm run knowledge:new');
  expect(help.status).toBe(0);
});
