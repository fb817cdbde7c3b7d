import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { runCommand } from '../../support/runCommand.ts';
import { fees, joining, joiningWith } from '../files.ts';
import { emptyFolder, put, sampleFolder } from './sampleFolder.ts';

const tryOut = (folder: string, typed: string, ...args: string[]) =>
  runCommand(['knowledge/cli/try.ts', '-', '--knowledge', folder, ...args], typed);

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Curator', '-c', 'user.email=curator@example.org'];
  execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' });
}

/** The sample knowledge, committed; what is given is changed afterwards. */
async function committed(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await sampleFolder();
  git(folder, 'init');
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'All');
  await put(folder, changed);
  return folder;
}

/** With one more phrasing. */
const morePhrasings = joiningWith('- join ICLEI', '- join ICLEI\n      - penguins on parade');

describe('Questions that are tried out', () => {
  it('are told what they get, and why', async () => {
    const { status, stdout } = await tryOut(
      await committed(),
      '\uFEFF# what visitors asked\r\n\r\nmembership fee\r\nen: become a member\r\nxylophones\r\nrain one\r\n',
    );
    expect(stdout).toMatch(
      /^3: membership fee\n {3}answered by fees \((?:0\.\d\d|1\.00)\)\n {3}Answered: (?:0\.\d\d|1\.00)/mu,
    );
    expect(stdout).toMatch(/^4: en: become a member\n {3}answered by joining/mu);
    expect(stdout).toMatch(/^5: xylophones\n {3}missed\n {3}No answer: .*not known: "xylophones"/mu);
    expect(stdout).toMatch(/^6: rain one\n {3}missed \(out of scope: weather\)\n/mu);
    expect(stdout).toContain('4 questions: 2 answered, 0 clarified, 2 missed\n');
    expect(stdout).toMatch(/Against HEAD \([0-9a-f]{7}\): 0 newly answered, 0 changed, 0 lost\n$/u);
    expect(status).toBe(0);
  });

  it('show what an edit has gained', async () => {
    const { status, stdout } = await tryOut(
      await committed(morePhrasings),
      'penguins on parade\nmembership fee\n',
    );
    expect(stdout).toContain('1 newly answered, 0 changed, 0 lost');
    expect(stdout).toMatch(
      /newly answered: line 1 "penguins on parade", was missed, is answered by joining \((?:0\.\d\d|1\.00)\)/u,
    );
    expect(status).toBe(0);
  });

  it('show what an edit has lost, and fail', async () => {
    const folder = await committed(morePhrasings);
    git(folder, 'commit', '-am', 'More');
    await put(folder, { 'entries/iclei.yaml': joining });
    const { status, stdout } = await tryOut(folder, 'penguins on parade\n');
    expect(stdout).toContain('0 newly answered, 0 changed, 1 lost');
    expect(stdout).toMatch(
      /lost: line 1 "penguins on parade", was answered by joining \((?:0\.\d\d|1\.00)\), is missed/u,
    );
    expect(status).toBe(1);
    const older = await tryOut(folder, 'penguins on parade\n', '--against', 'HEAD~1');
    expect(older.stdout).toMatch(/Against HEAD~1 \([0-9a-f]{7}\): 0 newly answered, 0 changed, 0 lost/u);
    expect(older.status).toBe(0);
  });

  it('show what another entry answers now', async () => {
    const swapped = {
      'entries/iclei.yaml': joining.replace('- become a member', '- yearly price'),
      'entries/fees.yaml': fees.replace('annual fee', 'become a member'),
    };
    const { status, stdout } = await tryOut(await committed(swapped), 'become a member\n');
    expect(stdout).toContain('0 newly answered, 1 changed, 0 lost');
    expect(stdout).toMatch(
      /changed: line 1 "become a member", was answered by joining .*, is answered by fees/u,
    );
    expect(status).toBe(0);
  });

  it('are not answered by an entry whose time is over', async () => {
    const over = joiningWith('reviewBy: 2027-11-23', 'reviewBy: 2027-11-23\n  validTo: 2020-01-01');
    const { stdout } = await tryOut(await committed(over), 'become a member\n');
    expect(stdout).toMatch(/lost: line 1 "become a member", was answered by joining .*, is missed/u);
  });

  it('are told as JSON', async () => {
    const shape = z.object({
      ok: z.literal(true),
      questions: z.array(
        z.object({
          line: z.number(),
          question: z.string(),
          language: z.string().nullable(),
          kind: z.string(),
          found: z.array(z.object({ entry: z.string(), confidence: z.number() })),
          reason: z.string(),
        }),
      ),
      comparison: z.object({
        newlyAnswered: z.array(z.unknown()),
        changed: z.array(z.unknown()),
        lost: z.array(z.unknown()),
      }),
    });
    const { stdout } = await tryOut(await committed(morePhrasings), 'penguins on parade\n', '--json');
    const { questions, comparison } = shape.parse(JSON.parse(stdout));
    expect(questions).toMatchObject([{ line: 1, kind: 'answered', found: [{ entry: 'joining' }] }]);
    expect(comparison.newlyAnswered).toHaveLength(1);
  });

  it('are tried outside of a checkout as well', async () => {
    const { status, stdout } = await tryOut(await sampleFolder(), 'membership fee\n');
    expect(stdout).toContain('answered by fees');
    expect(stdout).toMatch(/Not compared with an earlier version: \S+ is not in a git checkout\.\n$/u);
    expect(status).toBe(0);
  });

  it('are tried when nothing was committed yet', async () => {
    const folder = await sampleFolder();
    git(folder, 'init');
    const { status, stdout } = await tryOut(folder, 'membership fee\n');
    expect(stdout).toContain('the checkout has no commit yet');
    expect(status).toBe(0);
  });

  it('are tried when the knowledge of the commit has faults', async () => {
    const folder = await committed({ 'entries/iclei.yaml': 'nothing' });
    git(folder, 'commit', '-am', 'Broken');
    await put(folder, { 'entries/iclei.yaml': joining });
    const { status, stdout } = await tryOut(folder, 'membership fee\n');
    expect(stdout).toContain('the knowledge of HEAD has faults');
    expect(status).toBe(0);
  });

  it('are not tried on knowledge with faults: these are named as the check does', async () => {
    const folder = await sampleFolder(joiningWith('[fees]', '[fee]'));
    const { status, stdout } = await tryOut(folder, 'membership fee\n');
    expect(stdout).toContain('entries/iclei.yaml:6:13 "joining" is related to "fee", which does not exist.');
    expect(stdout).toContain('Correct the faults above and run this again.');
    expect(stdout).not.toContain('answered');
    expect(status).toBe(1);
  });
});

describe('A wrong call', () => {
  it.each([
    ['without a file', [], 'Name one file of questions'],
    ['with a file that is not there', ['missing.txt'], 'missing.txt cannot be read'],
    ['with an unknown option', ['-', '--again'], "Unknown option '--again'"],
    ['with nothing to ask', ['-'], '- has no question'],
  ])('%s is told so', async (_name, args, expected) => {
    const { status, stderr } = await runCommand(['knowledge/cli/try.ts', ...args], '# nothing\n');
    expect(stderr).toContain(expected);
    expect(status).toBe(2);
  });

  it('with a commit that git does not know, or that looks like an option, is told so', async () => {
    const folder = await committed();
    for (const revision of ['nowhere', '--output=x']) {
      const { status, stderr } = await tryOut(folder, 'membership fee\n', `--against=${revision}`);
      expect(stderr).toContain(`git knows no commit "${revision}"`);
      expect(status).toBe(2);
    }
  });

  it('for help gets it', async () => {
    const { status, stdout } = await runCommand(['knowledge/cli/try.ts', '--help']);
    expect(stdout).toContain('Usage: npm run knowledge:try -- FILE');
    expect(status).toBe(0);
  });
});

it('A folder without knowledge is told as a fault', async () => {
  const { status, stdout } = await tryOut(await emptyFolder(), 'membership fee\n');
  expect(stdout).toContain('There is no folder');
  expect(status).toBe(1);
});
