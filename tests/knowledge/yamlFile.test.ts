import { describe, expect, it } from '@jest/globals';
import { formatFault } from '../../knowledge/fault.ts';
import { parseYamlFile } from '../../knowledge/yamlFile.ts';

function faultsOf(text: string): string[] {
  const result = parseYamlFile({ path: 'entries/x.yaml', text });
  return result.ok ? [] : result.faults.map(formatFault);
}

const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`;

describe('Broken YAML is refused where it breaks', () => {
  it.each([
    ['an alias bomb', bomb, 'entries/x.yaml:2:8 Aliases (*name) are not allowed. Write the text out.'],
    [
      'an unknown tag',
      '- id: !!js/function "x"\n',
      'entries/x.yaml:1:7 The YAML cannot be read: Unresolved tag',
    ],
    [
      'a tab as indent',
      '- id: x\n  en:\n\t  question: y\n',
      'entries/x.yaml:3:1 The YAML cannot be read: Tabs are not allowed as indentation. Indent with spaces.',
    ],
    [
      'a file cut off in a quote',
      '- id: x\n  topic: "mem',
      'entries/x.yaml:2:14 The YAML cannot be read: Missing closing "quote.',
    ],
    ['a file cut off in a list', '- related: [a,\n', 'entries/x.yaml:2:1 The YAML cannot be read: '],
    [
      'a key written twice',
      '- id: x\n  id: y\n',
      'entries/x.yaml:2:3 "id" stands here twice. Remove one of them.',
    ],
    ['two documents', '- id: x\n---\n- id: y\n', 'entries/x.yaml:2:1 The YAML cannot be read: '],
    [
      'lists twenty-one deep',
      `${'- '.repeat(21)}x`,
      'entries/x.yaml:1:41 Lists and maps are nested deeper than 20 levels.',
    ],
    ['lists without end', '['.repeat(100_000), ' Lists and maps are nested deeper than 20 levels.'],
    [
      'a file of more than 1 MiB',
      `- ${'é'.repeat(600_000)}`,
      'entries/x.yaml:1:1 The file is larger than 1 MiB.',
    ],
  ])('%s', (_name, text, expected) => {
    expect(faultsOf(text)[0]).toContain(expected);
  });
});

describe('A value', () => {
  const text =
    '# first\n- id: one\n  en: { answer: "says so and so" }\n  es:\n    answer: >-\n      dice esto\n      y esto\n';
  const result = parseYamlFile({ path: 'entries/x.yaml', text });
  if (!result.ok) throw new Error('The sample cannot be read.');
  const { at, atKey } = result.file;
  const place = (line: number, column: number) => ({ path: 'entries/x.yaml', line, column });

  it('is found by its path', () => {
    expect(at([0, 'id'])).toEqual(place(2, 7));
    expect(at([0])).toEqual(place(2, 3));
  });
  it('is pointed into, at its words', () => {
    expect(at([0, 'en', 'answer'], 'so', 1)).toEqual(place(3, 30));
    expect(at([0, 'es', 'answer'], 'y esto')).toEqual(place(7, 7));
  });
  it('is pointed at as a whole when the words do not stand there as they are', () => {
    expect(at([0, 'es', 'answer'], 'esto y')).toEqual(at([0, 'es', 'answer']));
  });
  it('that is missing is told at its parent', () => {
    expect(at([0, 'es', 'question'])).toEqual(at([0, 'es']));
  });
  it('has a key with its own place', () => {
    expect(atKey([0], 'es')).toEqual(place(4, 3));
  });
});

it('A date, a yes and a merge key are plain text, as YAML 1.2 has it', () => {
  const result = parseYamlFile({ path: 'x', text: 'a: 2017-08-02\nb: yes\n<<: c\n' });
  expect(result.ok && result.file.value).toEqual({ a: '2017-08-02', b: 'yes', '<<': 'c' });
});

it('A key called __proto__ changes nothing but the value it stands in', () => {
  const result = parseYamlFile({ path: 'x', text: '__proto__: { polluted: 1 }\n' });
  expect(result.ok).toBe(true);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
