// Public question sets as knowledge: every intent is an entry, every training text a phrasing.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Entry, KnowledgeBase } from '../../knowledge/index.ts';

const text = z.string().min(1);
const questionSet = z.object({
  train: z.array(z.object({ text, intent: z.string() })).min(1),
  test: z.array(z.object({ text, intent: z.string().nullable() })),
});
export type QuestionSet = z.infer<typeof questionSet>;

/** Reads {train: [{text, intent}], test: [{text, intent or null}]}; null means that no intent fits. */
export function readQuestionSet(path: string): QuestionSet {
  return questionSet.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The training texts as a knowledge base in one language. */
export function knowledgeOf(train: QuestionSet['train']): KnowledgeBase {
  const texts = new Map<string, string[]>();
  for (const { text, intent } of train) texts.set(intent, [...(texts.get(intent) ?? []), text]);
  const entries = [...texts].map(
    ([id, [question = id, ...phrasings]]): Entry => ({
      id,
      topic: 'programmes',
      texts: { en: { question, phrasings, answer: '' } },
      sources: [{ title: id, url: 'https://example.org', date: '2025' }],
      asOf: '2025',
      checkedOn: '2025-01-01',
      reviewBy: '2026-01-01',
      related: [],
    }),
  );
  return {
    version: '1',
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    synonyms: [],
    outOfScope: [],
  };
}

/** Puts one typing error in about every 8 characters, always the same for the same seed. */
export function withTypos(input: string, seed: number): string {
  const random = randomFrom(`${seed}:${input}`);
  const letters = [...input];
  const count = Math.round(letters.length / 8);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(random() * letters.length);
    const other = String.fromCharCode(97 + Math.floor(random() * 26));
    const kind = Math.floor(random() * 4);
    if (kind === 0) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, other);
    else if (kind === 2) letters[at] = other;
    else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  }
  return letters.join('');
}

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomFrom(seed: string): () => number {
  let state = 0;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
