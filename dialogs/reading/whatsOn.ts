// "What is on in June?", "Welche Veranstaltungen gibt es im Mai?": a word for events and a time, and nothing else. Who names
// anything more ("the World Congress in 2015", "members in 2025") asks for just that, and the knowledge is asked.
import { fold, isStopWord, type Language, languages } from '../../knowledge/index.ts';
import type { Period } from './calendar.ts';
import { calendarWords } from './calendarWords.ts';
import { eventWords } from './eventWords.ts';
import { readPeriod } from './period.ts';
import { recognisePeriod } from './recognisedPeriod.ts';
import { wordsOf } from './words.ts';

/** Longer texts are about something else, and slow to recognise. */
const maxInput = 200;
const anyDay = '2000-01-01';

/**
 * The period whose events a text asks for.
 * @param today ISO day of the turn
 * @param spoken the language the text is most likely in
 * @returns null when it asks for something else
 */
export async function readWhatsOn(text: string, today: string, spoken: Language): Promise<Period | null> {
  const words = calendarTokens(text);
  for (const language of [spoken, ...languages.filter((other) => other !== spoken)]) {
    if (!asksForEvents(words, language)) continue;
    const read = readPeriod(words, today, language);
    const left = leftOver(words, language, read?.used);
    if (left.length === 0) {
      if (read) return read.period;
      continue;
    }
    const recognised = language === spoken ? await recognisePeriod(text, left, today, language) : null;
    if (!recognised) continue;
    // The recogniser may only say more exactly what was read: it errs now and then.
    const inside = !read || (read.period.from <= recognised.from && recognised.to <= read.period.to);
    if (inside) return recognised;
  }
  return null;
}

/** Whether a text asks for the events of a period, whatever day it is, as far as our own reading goes. */
export function asksWhatIsOn(text: string): boolean {
  const words = calendarTokens(text);
  return languages.some((language) => {
    const read = asksForEvents(words, language) ? readPeriod(words, anyDay, language) : null;
    return read !== null && leftOver(words, language, read.used).length === 0;
  });
}

/** Folded words, with what is one thing in one word: "week-end", "fin de semana". */
function calendarTokens(text: string): readonly string[] {
  if (text.length > maxInput) return [];
  const plain = fold(text)
    .replaceAll(/aujourd['’]hui/gu, 'aujourdhui')
    .replaceAll(/week[-\s]end/gu, 'weekend')
    .replaceAll('fin de semana', 'finde')
    .replaceAll('fim de semana', 'findi')
    .replaceAll(/['’´`]/gu, ' ');
  return wordsOf(plain).map(({ folded }) => folded);
}

function asksForEvents(words: readonly string[], language: Language): boolean {
  const { events, questions } = eventWords[language];
  return words.some((word) => events.has(word)) || questions.some((question) => inOrder(question, words));
}

function inOrder(wanted: readonly string[], words: readonly string[]): boolean {
  let at = -1;
  return wanted.every((word) => {
    at = words.indexOf(word, at + 1);
    return at >= 0;
  });
}

/** The words that tell neither a time nor that events are asked for. */
function leftOver(
  words: readonly string[],
  language: Language,
  used?: ReadonlySet<number>,
): readonly string[] {
  const { events, around } = eventWords[language];
  const { at, until } = calendarWords[language];
  const told = (word: string) =>
    events.has(word) || around.has(word) || at.test(word) || until.test(word) || isStopWord(word);
  return words.filter((word, index) => !used?.has(index) && word.length > 1 && !told(word));
}
