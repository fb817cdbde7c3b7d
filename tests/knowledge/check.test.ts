import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkFiles } from '../../knowledge/check/check.ts';
import { summary } from '../../knowledge/check/summary.ts';
import { checkInThreads } from '../../knowledge/cli/checkInThreads.ts';
import type { Entry, KnowledgeBase } from '../../knowledge/entry.ts';
import { formatFault } from '../../knowledge/fault.ts';
import { createMatcher } from '../../knowledge/match/createMatcher.ts';
import type { Matcher } from '../../knowledge/matcher.ts';
import { facts, fees, files, glossary, joining, joiningWith } from './files.ts';

const now = new Date('2026-12-01T12:00:00Z');

/** What the check says, without the warning that each sample is told in English only. */
function said(changed: Record<string, string> = {}, at = now): string[] {
  return checkFiles(files(changed), at)
    .faults.map(formatFault)
    .filter((line) => !line.includes('is not told in'));
}

describe('A good folder', () => {
  it('has no fault', () => expect(said()).toEqual([]));

  it('is summed up in one line', () => {
    expect(summary(checkFiles(files(), now))).toBe(
      '2 entries, 2 facts; phrasings: 8 in en, 0 in es, 0 in pt, 0 in fr, 0 in de; 1 group out of scope, 0 regression questions; 0 faults, 2 warnings',
    );
  });

  it('is warned of languages that are missing', () => {
    const [warning] = checkFiles(files(), now).faults;
    expect(warning).toMatchObject({ severity: 'warning', path: 'entries/fees.yaml', line: 1, column: 7 });
    expect(warning?.message).toContain('is not told in Español, Português, Français, Deutsch.');
  });
});

describe('Reviews', () => {
  it('overdue are a warning, and no fault', () => {
    expect(said({}, new Date('2027-11-24T00:00:00Z'))).toEqual([
      'entries/fees.yaml:5:13 warning: "fees" was to be reviewed by 2027-11-23. Compare it with its sources and set new dates.',
      'entries/iclei.yaml:5:13 warning: "joining" was to be reviewed by 2027-11-23. Compare it with its sources and set new dates.',
    ]);
  });
  it('are not overdue on their own day', () => {
    expect(said({}, new Date('2027-11-23T23:59:00Z'))).toEqual([]);
  });
  it('before the check are a fault', () => {
    expect(said(joiningWith('reviewBy: 2027-11-23', 'reviewBy: 2026-01-01'))).toEqual([
      'entries/iclei.yaml:5:13 "joining" is to be reviewed (2026-01-01) before it was checked (2026-11-23). Correct one of the dates.',
    ]);
  });
});

describe('A life span', () => {
  const until = joiningWith('  related: [fees]', '  validTo: 2026-12-01\n  related: [fees]');
  it('that is over is a warning, and no fault', () => {
    expect(said(until, new Date('2026-12-02T00:00:00Z'))).toEqual([
      'entries/iclei.yaml:6:12 warning: "joining" was served until 2026-12-01 and is not any more. Renew it with a later validTo, or remove it.',
    ]);
  });
  it('lasts to the end of its last day', () => {
    expect(said(until, new Date('2026-12-01T23:59:00Z'))).toEqual([]);
  });
});

describe('An event', () => {
  const days = `${facts}  congress-days: { value: { from: 2024-06-18, to: 2024-06-21 }, kind: days, asOf: '2024', source: { title: Congress, url: https://iclei.org/congress/, date: 2024 } }
`;
  const event = (name: string) => ({
    'facts.yaml': days,
    ...joiningWith('  related:', `  events:\n    - { name: '${name}', days: congress-days }\n  related:`),
  });
  it('uses the fact that has its days', () => expect(said(event('Congress'))).toEqual([]));
  it('has a plain name', () => {
    expect(said(event('**Congress**'))).toEqual([
      'entries/iclei.yaml:7:15 "joining" has Markdown or HTML where plain text is shown. Leave it out.',
    ]);
  });
});

const answer = 'A city applies to the **World Secretariat**.';

describe('An answer holds only what every channel can show', () => {
  it.each([
    ['**bold**, *italic* and lists', 'So **do** *this*:\n\n      - one\n      - two\n\n      1. three', null],
    ['a mail link', '[Write](mailto:info@iclei.org).', null],
    ['a heading', '\n      # Joining\n', '19:7 "joining" has a heading. Write a bold line.'],
    ['an image', 'See ![map](https://iclei.org/map).', '18:11 "joining" has an image. Link to it.'],
    ['raw HTML', 'See <b>here</b>.', '18:11 "joining" has HTML. Write Markdown.'],
    ['a block of HTML', '\n      <script>alert()</script>', '19:7 "joining" has HTML. Write Markdown.'],
    ['code', 'Type `join`.', '18:12 "joining" has code marks (`). Leave them out.'],
    [
      'a link to http',
      '[x](http://iclei.org)',
      '18:11 "joining" has a link to "http://iclei.org". Links begin with https:// or mailto:.',
    ],
    [
      'a link that runs a script',
      '[x](javascript:alert`a`)',
      '18:11 "joining" has a link to "javascript:alert`a`". Links begin',
    ],
    [
      'a link to data',
      '[x](data:text/html,a)',
      '18:11 "joining" has a link to "data:text/html,a". Links begin',
    ],
    [
      'a link without a scheme',
      '[x](//iclei.org)',
      '18:11 "joining" has a link to "//iclei.org". Links begin',
    ],
    [
      'a link that shows one host and opens another',
      '[x](https://iclei.org@evil.example/)',
      '18:11 "joining" has a link with a user name or a port',
    ],
    [
      'a mail link with a hidden copy',
      '[x](mailto:a@iclei.org?bcc=b@x.org)',
      '18:11 "joining" has a mail link that is no plain address',
    ],
    ['a table', '\n      |a|b|\n      |-|-|\n      |c|d|', '19:7 "joining" has a table. Write a list.'],
    ['a quotation', '\n      > said', '19:7 "joining" has a quotation mark at the beginning'],
    [
      'a link defined apart',
      '[x]\n\n      [x]: https://iclei.org',
      '20:9 "joining" defines a link apart from its words.',
    ],
  ])('%s', (_name, text, expected) => {
    const lines = said({ 'entries/iclei.yaml': joining.replace('>-', '|-').replace(answer, text) });
    if (expected === null) expect(lines).toEqual([]);
    else expect(lines[0]).toContain(`entries/iclei.yaml:${expected}`);
  });
});

describe('A figure in an answer', () => {
  const figures = (text: string) => said(joiningWith(answer, text)).map((line) => line.split('. ')[0]);

  it('written by hand is a fault at its place', () => {
    expect(said(joiningWith(answer, 'There are 1,500 members since 1990.'))).toEqual([
      'entries/iclei.yaml:18:17 "joining" has the figure "1,500" written by hand. Put it into facts.yaml and write {{its-id}}, or add the name it belongs to to "names:".',
      'entries/iclei.yaml:18:37 "joining" has the figure "1990" written by hand. Put it into facts.yaml and write {{its-id}}, or add the name it belongs to to "names:".',
    ]);
  });
  it('may stand in a name, an address or the number of a list', () => {
    expect(
      figures('After Local Agenda 21, see [it](https://iclei.org/2025) or <https://iclei.org/2024>.'),
    ).toEqual([]);
  });
  it('is not excused by a name that it only begins with', () => {
    expect(figures('After Local Agenda 2100.')).toEqual([
      'entries/iclei.yaml:18:26 "joining" has the figure "2100" written by hand',
    ]);
  });
  it('is told with the letters around it', () => {
    expect(figures('At COP26 in the 1990s.')).toEqual([
      'entries/iclei.yaml:18:10 "joining" has the figure "COP26" written by hand',
      'entries/iclei.yaml:18:23 "joining" has the figure "1990s" written by hand',
    ]);
  });
  it('told in English and left out in another language is a warning', () => {
    const french = `  fr:
    question: Comment adhérer ?
    phrasings: [adhérer, devenir membre, adhésion]
    answer: Il y a {{size}} membres.
`;
    expect(said({ 'entries/iclei.yaml': joining + french })).toEqual([
      'entries/iclei.yaml:23:13 warning: "joining" lacks {{size-year}} in Français, unlike in English. Tell the same in every language.',
    ]);
  });
});

describe('The check finds', () => {
  it.each([
    [
      'a related entry that does not exist',
      joiningWith('[fees]', '[fee]'),
      'entries/iclei.yaml:6:13 "joining" is related to "fee", which does not exist. Did you mean "fees"?',
    ],
    [
      'an entry related to itself',
      joiningWith('[fees]', '[fees, joining]'),
      'entries/iclei.yaml:6:19 "joining" is related to itself. Name another entry.',
    ],
    [
      'an entry named twice',
      joiningWith('[fees]', '[fees, fees]'),
      'entries/iclei.yaml:6:19 "joining" names "fees" twice. Remove one.',
    ],
    [
      'one wording in two entries, whatever its accents and case',
      joiningWith('- join ICLEI', '- Ánnual Fee?'),
      'entries/iclei.yaml:15:9 "joining" and "fees" (entries/fees.yaml:11) have the same wording "Ánnual Fee?". Keep it in one of them.',
    ],
    [
      'a wording twice in one entry',
      joiningWith('- join ICLEI', '- Become a member!'),
      'entries/iclei.yaml:15:9 "joining" has the wording "Become a member!" twice. Remove one.',
    ],
    [
      'a question among its own phrasings',
      joiningWith('- join ICLEI', '- how can a city join iclei'),
      'entries/iclei.yaml:15:9 "joining" has the wording "how can a city join iclei" twice. Remove one.',
    ],
    [
      'fewer than three phrasings',
      joiningWith('      - join ICLEI\n', ''),
      'entries/iclei.yaml:14:7 "joining" has 2 phrasings in English. Write at least 3, as visitors would type them.',
    ],
    [
      'an answer of more than 900 characters',
      joiningWith(answer, 'word '.repeat(200)),
      'entries/iclei.yaml:17:13 "joining" has an answer of 1034 characters. Shorten it to 900, or make two entries.',
    ],
    [
      'a fact in a question',
      joiningWith('How can a city join ICLEI?', 'Are there {{size}} members?'),
      'entries/iclei.yaml:12:25 "joining" names a fact outside of an answer. Leave it out.',
    ],
    [
      'HTML in a phrasing',
      joiningWith('- join ICLEI', '- <b>join</b>'),
      'entries/iclei.yaml:15:9 "joining" has Markdown or HTML where plain text is shown. Leave it out.',
    ],
    [
      'braces that were not closed',
      joiningWith('{{size}}', '{{size'),
      'entries/iclei.yaml:19:10 "joining" has braces that name no fact. Write {{fact-id}}.',
    ],
    [
      'a fact that no answer uses',
      { 'facts.yaml': facts + facts.slice(facts.indexOf('  size:')).replaceAll('size', 'spare') },
      'facts.yaml:6:3 No answer or event uses the fact "spare". Use it or remove it.',
    ],
    [
      'Markdown in a fact',
      { 'facts.yaml': facts.replace('{ value: 2500, kind: number', "{ value: '<b>many</b>', kind: text") },
      'facts.yaml:4:19 "size" has HTML. Write Markdown.',
    ],
    [
      'a word with two meanings',
      { 'glossary.yaml': `${glossary}- { term: Fee, alsoTyped: [Membership], misspellings: [] }\n` },
      'glossary.yaml:4:28 "Membership" of "Fee" stands under "Member" as well. Keep it once.',
    ],
    [
      'what the loader finds',
      joiningWith('topic: membership', 'topic: weather'),
      'entries/iclei.yaml:2:10 "joining": topic must be one of',
    ],
  ])('%s', (_name, changed, expected) => {
    const lines = said(changed);
    expect(lines.find((line) => line.startsWith(expected)) ?? lines).toContain(expected);
  });
});

describe('Asked through the matcher', () => {
  /** Finds the same entry whatever is asked. */
  const alwaysFees = (knowledge: KnowledgeBase): Matcher => ({
    match: (question) => ({
      question,
      language: 'en',
      languageConfidence: 1,
      matches: knowledge.entries
        .filter(({ id }) => id === 'fees')
        .map((entry: Entry) => ({
          entry,
          confidence: 0.5,
          phrasing: 'annual fee',
          language: 'en',
          matchedWords: [],
        })),
      inScope: 0.5,
      margin: 1,
      outOfScope: null,
      coverage: 1,
      unknownWords: [],
      repairs: [],
      synonyms: [],
    }),
  });

  it('a wording that finds another entry is told with the winner', () => {
    const lines = checkFiles(files(), now, alwaysFees).faults.map(formatFault);
    expect(lines.filter((line) => /^entries.* finds /u.test(line))).toHaveLength(4);
    expect(lines).toContain(
      'entries/iclei.yaml:15:9 "join ICLEI" of "joining" finds "fees" first (by "annual fee", confidence 0.50, its own 0.00). Word it closer to its entry, or move it.',
    );
  });

  it('every wording of a good folder finds its own entry', () => {
    expect(
      checkFiles(files({ 'entries/fees.yaml': fees }), now, createMatcher).faults.filter(
        ({ severity }) => severity === 'fault',
      ),
    ).toEqual([]);
  });

  it('each of several threads asks its part, and together they find what one finds', () => {
    const part = (index: number, count: number) =>
      checkFiles(files(), now, alwaysFees, [], { index, count }).faults.map(formatFault);
    const all = part(0, 1);
    expect(part(0, 2).length).toBeLessThan(all.length);
    expect([...new Set([...part(0, 2), ...part(1, 2)])].sort()).toEqual(all.toSorted());
  });
});

it('The knowledge that is shipped has no fault', async () => {
  const report = await checkInThreads(join(import.meta.dirname, '../../knowledge'), now);
  expect(report.faults.filter(({ severity }) => severity === 'fault').map(formatFault)).toEqual([]);
  expect(report.entries).toBeGreaterThanOrEqual(60);
  expect(report.questions).toBeGreaterThanOrEqual(190);
  // Thousands of wordings are asked.
}, 120_000);
