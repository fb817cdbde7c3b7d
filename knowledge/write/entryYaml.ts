// An entry as curators write it in entries/*.yaml, in the formatting that the files have.

import { languages } from '../language.ts';
import { readValue } from '../quickScalars.ts';
import type { CuratedEntry, CuratedText } from '../schema.ts';

/** Characters of a line of a folded answer, margin included: the width of most of the files. */
const lineWidth = 112;

/** An entry as it begins: what is only for some is added by hand. */
export type NewEntry = Omit<CuratedEntry, Special> & { readonly [field in Special]?: never };
type Special = 'validFrom' | 'validTo' | 'events';

/** @returns the entry as an item of the list that a file of entries is, with its line ends */
export function entryYaml(entry: NewEntry): string {
  const texts = languages.flatMap((language) => {
    const text = entry[language];
    return text ? [`  ${language}:`, ...textLines(text)] : [];
  });
  const lines = [
    `- id: ${scalar(entry.id)}`,
    `  topic: ${entry.topic}`,
    `  asOf: ${time(entry.asOf)}`,
    `  checkedOn: ${entry.checkedOn}`,
    `  reviewBy: ${entry.reviewBy}`,
    `  related: [${entry.related.join(', ')}]`,
    '  sources:',
    ...entry.sources.flatMap(({ title, url, date }) => [
      `    - title: ${scalar(title)}`,
      `      url: ${scalar(url)}`,
      `      date: ${time(date)}`,
    ]),
    ...texts,
  ];
  return `${lines.join('\n')}\n`;
}

function textLines({ question, about, phrasings, answer }: CuratedText): string[] {
  const lists = answer.includes('\n');
  return [
    `    question: ${scalar(question)}`,
    ...(about === undefined ? [] : [`    about: ${scalar(about)}`]),
    '    phrasings:',
    ...phrasings.map((phrasing) => `      - ${scalar(phrasing)}`),
    // Folding would join the lines of a list.
    `    answer: ${lists ? '|-' : '>-'}`,
    ...(lists ? answer.split('\n') : wrap(answer, lineWidth - 6)).map((line) =>
      line === '' ? '' : `      ${line}`,
    ),
  ];
}

/** A text as a value: bare where that is read back as the same text, else in single quotes. */
export function scalar(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** Times are quoted, so that a year is no number and a day no date to any reader. */
function time(text: string): string {
  return /^\d/u.test(text) ? quoted(text) : scalar(text);
}

/** A text in single quotes, which may stand anywhere. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isPlain(text: string): boolean {
  try {
    return readValue(text) === text;
  } catch {
    return false;
  }
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
