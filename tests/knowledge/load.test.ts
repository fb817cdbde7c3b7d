import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnowledgeBase } from '../../knowledge/entry.ts';
import { formatFault } from '../../knowledge/fault.ts';
import { type LoadResult, loadKnowledge, parseKnowledge } from '../../knowledge/load.ts';
import { facts, files, joining, joiningWith } from './files.ts';

function loaded(result: LoadResult): KnowledgeBase {
  if (!result.ok) throw new Error(result.faults.map(formatFault).join('\n'));
  return result.knowledge;
}

function faultsOf(changed: Record<string, string>): string[] {
  const result = parseKnowledge(files(changed));
  return result.ok ? [] : result.faults.map(formatFault);
}

const withDays = `${facts}  congress-days: { value: { from: 2024-06-18, to: 2024-06-21 }, kind: days, asOf: '2024', source: { title: Congress, url: https://iclei.org/congress/, date: 2024 } }
`;

describe('A good folder', () => {
  const knowledge = loaded(parseKnowledge(files()));

  it('gives its entries in the order of the files, and by id', () => {
    expect(knowledge.entries.map(({ id }) => id)).toEqual(['fees', 'joining']);
    expect(knowledge.byId.get('joining')).toBe(knowledge.entries[1]);
  });

  it('fills the facts into the answers', () => {
    expect(knowledge.byId.get('joining')?.texts.en.answer).toBe(
      'A city applies to the **World Secretariat**. In 2025 there were 2,500 members.',
    );
  });

  it('reads a bare year and a date as the text they are', () => {
    expect(knowledge.byId.get('joining')?.sources[0].date).toBe('2025');
    expect(knowledge.byId.get('fees')?.asOf).toBe('2017-08-02');
  });

  it('gives an event the days of its fact, and their source', () => {
    const dated = loaded(
      parseKnowledge(
        files({
          'facts.yaml': withDays,
          ...joiningWith(
            '  related:',
            `  events:
    - name: { en: Congress, es: Congreso, pt: Congresso, fr: Congrès, de: Kongress }
      days: congress-days
      place: Seoul
  related:`,
          ),
        }),
      ),
    );
    expect(dated.byId.get('joining')?.events).toEqual([
      {
        name: { en: 'Congress', es: 'Congreso', pt: 'Congresso', fr: 'Congrès', de: 'Kongress' },
        place: { en: 'Seoul', es: 'Seoul', pt: 'Seoul', fr: 'Seoul', de: 'Seoul' },
        from: '2024-06-18',
        to: '2024-06-21',
        source: { title: 'Congress', url: 'https://iclei.org/congress/', date: '2024' },
      },
    ]);
    expect(dated.byId.get('fees')).not.toHaveProperty('events');
  });

  it('brings the synonyms', () => {
    expect(knowledge.synonyms).toEqual([
      { term: 'Member', alsoTyped: ['membership'], misspellings: ['memeber'] },
    ]);
  });

  it('cannot be changed by anybody', () => {
    const [entry] = knowledge.entries;
    expect(Object.isFrozen(knowledge)).toBe(true);
    expect(Object.isFrozen(knowledge.entries)).toBe(true);
    expect(Object.isFrozen(entry?.texts.en.phrasings)).toBe(true);
    expect(Object.isFrozen(entry?.sources[0])).toBe(true);
    const { byId } = knowledge;
    expect(() => byId instanceof Map && byId.set('other', entry)).toThrow('cannot be changed');
    expect(() => byId instanceof Map && byId.clear()).toThrow('cannot be changed');
  });
});

describe('The version', () => {
  const version = (changed = {}) => loaded(parseKnowledge(files(changed))).version;

  it('is the same for the same content, whatever the order of the files and the line ends', () => {
    expect(loaded(parseKnowledge(files().reverse())).version).toBe(version());
    expect(version({ 'entries/iclei.yaml': joining.replaceAll('\n', '\r\n') })).toBe(version());
  });

  it('changes with a single word', () => {
    expect(version(joiningWith('A city', 'A town'))).not.toBe(version());
  });
});

describe('A fault is told with its line and column, and what to do', () => {
  it.each([
    [
      'a missing answer',
      joiningWith('    answer: >-\n      A city applies', '    about: >-\n      A city applies'),
      'entries/iclei.yaml:12:5 "joining" has no answer in en. Add "answer:" or remove the entry.',
    ],
    [
      'a missing topic',
      joiningWith('  topic: membership\n', ''),
      'entries/iclei.yaml:1:3 "joining" has no topic. Add "topic:" or remove the entry.',
    ],
    [
      'a mistyped field',
      joiningWith('    answer:', '    anwser:'),
      'entries/iclei.yaml:17:5 "joining" has an unknown field "anwser" in en. Did you mean "answer"?',
    ],
    [
      'an unknown field',
      joiningWith('  topic:', '  owner: Ana\n  topic:'),
      'entries/iclei.yaml:2:3 "joining" has an unknown field "owner". Known here: id, topic, asOf, checkedOn, reviewBy, validFrom, validTo, events, related, sources, en, es, pt, fr, de.',
    ],
    [
      'an empty text',
      joiningWith('      - join ICLEI', "      - ''"),
      'entries/iclei.yaml:15:9 "joining": en.phrasings[2] is empty. Write the text or remove the line.',
    ],
    [
      'a field left open',
      joiningWith('How can a city join ICLEI?', ''),
      'entries/iclei.yaml:12:15 "joining": en.question is empty. Write it or remove the line.',
    ],
    [
      'a number where text belongs',
      joiningWith('      - join ICLEI', '      - 2025'),
      'entries/iclei.yaml:15:9 "joining": en.phrasings[2] must be text. Put it in quotes.',
    ],
    [
      'a colon that makes a field of a text',
      joiningWith('      - join ICLEI', '      - join: ICLEI'),
      'entries/iclei.yaml:15:9 "joining": en.phrasings[2] must be text. Put it in quotes.',
    ],
    [
      'an unknown topic',
      joiningWith('topic: membership', 'topic: weather'),
      'entries/iclei.yaml:2:10 "joining": topic must be one of iclei-organisation, ',
    ],
    [
      'a date that the calendar does not have',
      joiningWith('reviewBy: 2027-11-23', 'reviewBy: 2027-02-30'),
      'entries/iclei.yaml:5:13 "joining": reviewBy must be a date like 2026-11-23.',
    ],
    [
      'an id with blanks',
      joiningWith('id: joining', 'id: Joining us'),
      'entries/iclei.yaml:1:7 "Joining us": id must be lower-case words joined by hyphens, like solutions-gateway.',
    ],
    [
      'an address that is not https',
      joiningWith('https://iclei.org/join/', 'http://iclei.org/join/'),
      'entries/iclei.yaml:9:12 "joining": sources[1].url must be an address that begins with https://.',
    ],
    [
      'no source at all',
      joiningWith(
        'sources:\n    - title: Join ICLEI\n      url: https://iclei.org/join/\n      date: 2025',
        'sources: []',
      ),
      'entries/iclei.yaml:7:12 "joining": sources is empty. Add at least one line.',
    ],
    [
      'an unknown fact',
      joiningWith('{{size}}', '{{sise}}'),
      'entries/iclei.yaml:19:35 "joining" uses the fact {{sise}}, which does not exist. Did you mean {{size}}?',
    ],
    [
      'days that end before they begin',
      {
        'facts.yaml': facts.replace(
          'value: 2500, kind: number',
          'value: { from: 2024-06-21, to: 2024-06-18 }, kind: days',
        ),
      },
      'facts.yaml:4:18 "size": value must not end before it begins.',
    ],
    [
      'a life span that ends before it begins',
      joiningWith('  related: [fees]', '  validFrom: 2027-01-01\n  validTo: 2026-01-01\n  related: [fees]'),
      'entries/iclei.yaml:7:12 "joining": validTo must not be before validFrom.',
    ],
    [
      'an event on days that do not exist',
      {
        'facts.yaml': withDays,
        ...joiningWith('  related:', '  events:\n    - { name: Congress, days: congres-days }\n  related:'),
      },
      'entries/iclei.yaml:7:31 "joining" has an event on "congres-days", which does not exist. Did you mean "congress-days"?',
    ],
    [
      'an event on a fact that is no days',
      joiningWith('  related:', '  events:\n    - { name: Congress, days: size-year }\n  related:'),
      'entries/iclei.yaml:7:31 "joining" has an event on "size-year", which is no fact of kind days. Add it to facts.yaml with kind: days.',
    ],
    [
      'an event without its days',
      joiningWith('  related:', '  events:\n    - { name: Congress }\n  related:'),
      'entries/iclei.yaml:7:7 "joining" has no days in events[1]. Add "days:" or remove the entry.',
    ],
    [
      'a fact of an unknown kind',
      { 'facts.yaml': facts.replace('kind: number', 'kind: sum') },
      'facts.yaml:4:30 "size": kind must be one of number, year, date, days, text.',
    ],
    [
      'a fact without a source',
      { 'facts.yaml': facts.replace(/, source: \{[^}]*\}/u, '') },
      'facts.yaml:4:9 "size" has no source. Add "source:" or remove the fact.',
    ],
    [
      'a number written with separators',
      { 'facts.yaml': facts.replace('2500', "'2,500'") },
      'facts.yaml:4:18 "size": value must be a number, without separators.',
    ],
    [
      'a taken id',
      { 'entries/more.yaml': joining },
      'entries/more.yaml:1:7 The id "joining" is taken by the entry at entries/iclei.yaml:1. Give this one its own id.',
    ],
    [
      'a file that is no list',
      { 'entries/more.yaml': 'entries: none\n' },
      'entries/more.yaml:1:1 The file must be a list of entries, each beginning with "- id:".',
    ],
    [
      'a name of the glossary without its lists',
      { 'glossary.yaml': '- term: Member\n  alsoTyped: []\n' },
      'glossary.yaml:1:3 "Member" has no misspellings. Add "misspellings:" or remove the entry.',
    ],
  ])('%s', (_name, changed, expected) => {
    const faults = faultsOf(changed);
    expect(faults.find((fault) => fault.startsWith(expected)) ?? faults).toContain(expected);
  });

  it('and all faults of all files are told at once, in reading order', () => {
    const faults = faultsOf({
      ...joiningWith('topic: membership', 'topic: weather'),
      'entries/fees.yaml': '- id: fees\n',
      'glossary.yaml': '- term: x\n  alsoTyped: [a\n',
    });
    expect(faults.filter((fault) => fault.startsWith('entries/fees.yaml:1:3'))).toHaveLength(7);
    expect(faults.some((fault) => fault.startsWith('entries/iclei.yaml:2:10'))).toBe(true);
    expect(faults.at(-1)).toMatch(/^glossary.yaml:\d+:\d+ The YAML cannot be read/u);
  });

  it('and the second use of the same unknown fact is told at its own place', () => {
    const faults = faultsOf(joiningWith('there were {{size}}', 'there were {{nothing}} and {{nothing}}'));
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'entries/iclei.yaml:19:35',
      'entries/iclei.yaml:19:51',
    ]);
  });
});

describe('Reading the folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
    for (const { path, text } of files()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const faults = async () => {
    const result = await loadKnowledge(folder);
    return result.ok ? [] : result.faults.map(formatFault);
  };

  it('gives the same knowledge as the texts', async () => {
    expect(loaded(await loadKnowledge(folder)).version).toBe(loaded(parseKnowledge(files())).version);
  });

  it('tells a missing file', async () => {
    await rm(join(folder, 'facts.yaml'));
    expect((await faults()).join()).toMatch(/^facts.yaml:1:1 The file cannot be read \(.*Create it/u);
  });

  it('tells a missing folder', async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
    expect((await faults())[0]).toMatch(/^entries:1:1 There is no folder .* Create it/u);
  });

  it('does not follow a link to outside', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'secret.yaml'), joining);
    await symlink(join(outside, 'secret.yaml'), join(folder, 'entries/more.yaml'));
    expect(await faults()).toEqual([
      'entries/more.yaml:1:1 The file is a link to outside of the knowledge. Copy it here.',
    ]);
    await rm(outside, { recursive: true });
  });

  it('wants UTF-8', async () => {
    await writeFile(join(folder, 'entries/iclei.yaml'), Buffer.from('- id: caf\xe9\n', 'latin1'));
    expect(await faults()).toEqual(['entries/iclei.yaml:1:1 The file is not UTF-8 text. Save it as UTF-8.']);
  });

  it('does not silently pass over a file with another ending', async () => {
    await writeFile(join(folder, 'entries/more.yml'), joining);
    expect((await faults()).join()).toContain(
      'entries/more.yml:1:1 The file would be passed over. Rename it',
    );
  });
});
