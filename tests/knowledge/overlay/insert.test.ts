import { describe, expect, test } from '@jest/globals';
import { withFact, withPhrasing, withQuestion } from '../../../knowledge/overlay/insert.ts';
import { parseYamlFile } from '../../../knowledge/yamlFile.ts';
import { facts, fees, joining } from '../files.ts';

const file = `# Who joins.\n${joining.replace('      - join ICLEI\n', '      - join ICLEI   # short\n')}
# What it costs.
${fees}`;
const read = (text: string) => {
  const parsed = parseYamlFile({ path: 'entries/a.yaml', text });
  return parsed.ok ? parsed.file.value : parsed.faults;
};

describe('A phrasing is added', () => {
  test('behind the last one; comments and all the rest stay as they are', () => {
    const line = '      - apply for membership\n';
    expect(withPhrasing(file, 0, 'en', 'how do we get in')).toBe(
      file.replace(line, `${line}      - how do we get in\n`),
    );
  });

  test('behind the comment of the last one', () => {
    const commented = file.replace('- apply for membership\n', '- apply for membership # formal\n');
    expect(withPhrasing(commented, 0, 'en', 'x y')).toBe(
      commented.replace('# formal\n', '# formal\n      - x y\n'),
    );
  });

  test('to a list on one line', () => {
    expect(withPhrasing(file, 1, 'en', 'what: does it cost')).toBe(
      file.replace('price of membership]', "price of membership, 'what: does it cost']"),
    );
  });

  test('with the line ends of the file, also where the last one is missing', () => {
    const windows = '- id: a\r\n  en:\r\n    answer: b\r\n    phrasings:\r\n      - c';
    expect(withPhrasing(windows, 0, 'en', 'd')).toBe(`${windows}\r\n      - d`);
    expect(withPhrasing(`${windows}\r\n`, 0, 'en', 'd')).toBe(`${windows}\r\n      - d\r\n`);
  });

  test.each([
    "it's: '{{x}}' # no comment",
    '- a',
    '[a, b]',
    '{ a: b }',
    '*alias',
    '!!js/function x',
    'true',
    '2017',
    '"quoted"',
    '| block',
    '<script>alert(1)</script>',
    '¿Qué?',
    '🙂',
  ])('as nothing but text, whatever it looks like: %s', (hostile) => {
    for (const index of [0, 1]) {
      const after = read(withPhrasing(file, index, 'en', hostile) ?? '');
      expect(after).toMatchObject({ [index]: { en: { phrasings: expect.arrayContaining([hostile]) } } });
    }
  });

  test('or the file is left alone where that is not safe', () => {
    expect(withPhrasing(file, 0, 'de', 'wie')).toBeNull();
    expect(withPhrasing(file, 7, 'en', 'how')).toBeNull();
    // A comma at the end: what would come of it is no list of texts any more.
    expect(withPhrasing(file.replace('membership]', 'membership,]'), 1, 'en', 'how')).toBeNull();
    expect(withPhrasing('- id: [', 0, 'en', 'how')).toBeNull();
  });
});

const source = { title: "The mayor's letter: 2026", url: 'https://iclei.org/letter', date: '2026-11-01' };

test('A fact is added at the end of facts.yaml, indented as the others', () => {
  const added = withFact(facts, { id: 'desks-figure-1', value: '1,234', asOf: '2026', source });
  expect(added?.startsWith(facts)).toBe(true);
  expect(added?.slice(facts.length)).toBe(
    "  desks-figure-1: { value: '1,234', kind: text, asOf: '2026', source: { title: 'The mayor''s letter: 2026', url: 'https://iclei.org/letter', date: '2026-11-01' } }\n",
  );
  expect(withFact('names: []\nfacts:\n', { id: 'a', value: '1', asOf: '2026', source })).toContain('  a: {');
  // Something else stands behind the facts: there is no end to add to.
  expect(withFact(`${facts}other: 1\n`, { id: 'a', value: '1', asOf: '2026', source })).toBeNull();
});

test('A regression question is added at the end of its file, which need not exist', () => {
  const question = { language: 'de', ask: "Wie geht's: gut?", want: 'joining' } as const;
  const line = "- { language: de, ask: 'Wie geht''s: gut?', want: joining }\n";
  expect(withQuestion(null, question)).toBe(
    `# yaml-language-server: $schema=../questions.schema.json\n${line}`,
  );
  const before = "# Mine.\n- { ask: 'a', want: noAnswer } # one\n";
  expect(withQuestion(before, question)).toBe(before + line);
  expect(withQuestion('not: a list\n', question)).toBeNull();
});
