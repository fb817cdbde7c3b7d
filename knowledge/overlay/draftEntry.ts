// A reply of staff becomes the beginning of an entry: its answer as Markdown of the files, its figures as facts with their source.
import { handWrittenFigures } from '../check/figures.ts';
import { answerText } from '../write/answerText.ts';

/** Paragraphs as they stand in the files, whatever the line ends of the reply. */
export function answerOf(reply: string): string {
  return reply
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => answerText(paragraph.split('\n').filter((line) => line.trim() !== '')))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export interface Figure {
  readonly id: string;
  readonly value: string;
}

/** Figures that stand this close together are one: a telephone number, a date, a span. */
const joint = /^(?: ?[-–—/.,:+()] ?| )$/u;

/**
 * Puts a fact in the place of each figure that stands in an answer.
 * @param names proper names that may hold digits
 * @param entry id of the entry: the facts are named after it
 * @param known figures of the entry's other answers
 */
export function factsOf(
  answer: string,
  names: readonly string[],
  entry: string,
  known: readonly Figure[] = [],
): { readonly answer: string; readonly figures: readonly Figure[] } {
  const spans: { from: number; to: number }[] = [];
  for (const { word, index } of handWrittenFigures(answer, names)) {
    const last = spans.at(-1);
    if (last && joint.test(answer.slice(last.to, index))) last.to = index + word.length;
    else spans.push({ from: index, to: index + word.length });
  }
  const figures = [...known];
  let text = '';
  let at = 0;
  for (const { from, to } of spans) {
    const value = answer.slice(from, to);
    let figure = figures.find((each) => each.value === value);
    if (!figure) {
      figure = { id: `${entry}-figure-${figures.length + 1}`, value };
      figures.push(figure);
    }
    text += `${answer.slice(at, from)}{{${figure.id}}}`;
    at = to;
  }
  return { answer: text + answer.slice(at), figures };
}
