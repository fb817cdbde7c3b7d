// The answer to whoever tries to sign in too often (reliability S8).
import { fill } from '../html.ts';
import { duration, type Words } from './texts/texts.ts';
import { messagePage } from './views/page.ts';
import { type Answer, pageAnswer } from './visit.ts';

export function tooMany(words: Words, seconds: number): Answer {
  const lead = fill(words.t.tooManyLead, { time: duration(seconds * 1000 + 59_000, words.language) });
  return pageAnswer(429, messagePage({ words, session: null }, words.t.tooManyTitle, lead), {
    'Retry-After': String(seconds),
  });
}
