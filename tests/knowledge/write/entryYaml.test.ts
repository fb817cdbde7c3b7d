import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { curate } from '../../../knowledge/curate.ts';
import { readPlainYaml } from '../../../knowledge/quickYaml.ts';
import { answerText } from '../../../knowledge/write/answerText.ts';
import { additionOf, withAddition } from '../../../knowledge/write/appendEntry.ts';
import { entryYaml, type NewEntry } from '../../../knowledge/write/entryYaml.ts';
import { suggestId } from '../../../knowledge/write/suggest.ts';
import { files, joining } from '../files.ts';

const long =
  'Members send their staff to **courses** on budgets, plans and figures; the offices tell which ones are next, and the list of them is [here](https://iclei.org/training/).';
const entry: NewEntry = {
  id: 'training',
  topic: 'membership',
  asOf: '2024',
  checkedOn: '2026-12-01',
  reviewBy: '2027-12-01',
  related: ['fees', 'joining'],
  sources: [
    { title: "ICLEI's training: an overview", url: 'https://iclei.org/training/#all', date: 'undated' },
  ],
  en: {
    question: 'Is there training?',
    about: 'training',
    phrasings: ['courses', 'what: courses'],
    answer: long,
  },
  de: { question: 'Gibt es Kurse?', phrasings: ['Kurse'], answer: 'Ja:\n\n- zu Plänen\n- zu Geld' },
};

describe('An entry is written as curators write it', () => {
  it('with folded answers, lists as they are, and quotes where they are needed', () => {
    expect(entryYaml(entry)).toBe(`- id: training
  topic: membership
  asOf: '2024'
  checkedOn: 2026-12-01
  reviewBy: 2027-12-01
  related: [fees, joining]
  sources:
    - title: 'ICLEI''s training: an overview'
      url: https://iclei.org/training/#all
      date: undated
  en:
    question: Is there training?
    about: training
    phrasings:
      - courses
      - 'what: courses'
    answer: >-
      Members send their staff to **courses** on budgets, plans and figures; the offices tell which ones are
      next, and the list of them is [here](https://iclei.org/training/).
  de:
    question: Gibt es Kurse?
    phrasings:
      - Kurse
    answer: |-
      Ja:

      - zu Plänen
      - zu Geld
`);
  });

  it.each([
    ...[
      'true',
      'null',
      '1990',
      '2017-08-02',
      '1e3',
      '',
      ' a ',
      "it's",
      '"a"',
      '- a',
      '# a',
      'a # b',
      'a: b',
      'a:',
    ],
    ...[
      '[a]',
      '{a',
      '*a',
      '&a',
      '!a',
      '%a',
      '@a',
      '`a',
      '|',
      '>',
      '?',
      '~',
      'a, b',
      '¿Qué?',
      '«a»',
      '{{size}}',
    ],
  ])('and read back as it was told: %j', (text) => {
    const told = { ...entry, en: { ...entry.en, question: text, phrasings: [text] } };
    const written = entryYaml(told);
    expect(parse(written, { schema: 'core' })).toEqual([told]);
    expect(readPlainYaml(written)).toEqual({ value: [told] });
  });
});

describe('An answer typed line by line', () => {
  it('is one paragraph, however it was broken', () => {
    expect(answerText(['One  line,', '  and another.'])).toBe('One line, and another.');
  });
  it('sets lists apart and keeps their levels', () => {
    expect(answerText(['Three:', '- a', '  - b', '1. c', 'End.'])).toBe('Three:\n\n- a\n  - b\n1. c\n\nEnd.');
  });
});

describe('A new entry is added', () => {
  const added = (changed: Record<string, string>, told = entry) => {
    const all = files(changed);
    const addition = additionOf(told, curate(all).entries, all);
    return { addition, after: withAddition(all, addition) };
  };
  const more = joining.replaceAll(/id: joining/gu, 'id: leaving');

  it('to the file that has most entries of its topic, behind what is there', () => {
    const before = `# How to join.\n${joining}\n${more}`;
    const { addition, after } = added({ 'entries/iclei.yaml': before });
    expect(addition).toMatchObject({ path: 'entries/iclei.yaml', text: `\n${entryYaml(entry)}` });
    const { text = '' } = after.find(({ path }) => path === 'entries/iclei.yaml') ?? {};
    expect(text).toBe(`${before}\n${entryYaml(entry)}`);
    expect(text.split('\n')[addition.line - 1]).toBe('- id: training');
  });

  it('with the line ends of the file, and one more where the last is missing', () => {
    const before = `${joining}\n${more}`.trimEnd().replaceAll('\n', '\r\n');
    const { addition } = added({ 'entries/iclei.yaml': before });
    expect(addition.text).toBe(`\r\n\r\n${entryYaml(entry).replaceAll('\n', '\r\n')}`);
  });

  it('to a new file where its topic has none', () => {
    const { addition, after } = added({}, { ...entry, topic: 'events' });
    expect(addition).toMatchObject({ path: 'entries/events.yaml', line: 2 });
    expect(after.at(-1)?.text).toBe(
      `# yaml-language-server: $schema=../entry.schema.json\n${entryYaml({ ...entry, topic: 'events' })}`,
    );
  });
});

it('An id is suggested of the words that say something, and is free', () => {
  expect(suggestId('How does ICLEI train the städtische staff of its members?', new Set())).toBe(
    'iclei-train-stadtische-staff',
  );
  expect(suggestId('What are events?', new Set(['events', 'events-2']))).toBe('events-3');
  expect(suggestId('What is it?', new Set())).toBe('entry');
});
