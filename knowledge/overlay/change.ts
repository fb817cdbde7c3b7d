// What staff teach the bot: a change of the knowledge that the files do not have yet. It is kept as JSON, and read by this schema.
import { z } from 'zod';
import { type Language, languages } from '../language.ts';
import { newEntrySchema } from '../schema.ts';
import type { NewEntry } from '../write/entryYaml.ts';

/** Characters of a question or phrasing: as many as the matcher looks at. */
export const longestWording = 256;

/** One line of text; nothing in it that a file, a terminal or a page would take for more than a letter. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(longestWording)
  .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text));
const id = newEntrySchema.shape.id;

/** A figure of a new entry's answer: it becomes a fact of its own, with the entry's source. */
const figure = z.strictObject({ id, value: line }).readonly();

export const changeSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('addPhrasing'),
      /** Id of the entry. */
      entry: id,
      language: z.enum(languages),
      phrasing: line,
      /** What the visitor asked: from now on a regression question. */
      ask: line,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('newEntry'),
      entry: newEntrySchema,
      figures: z.array(figure).readonly(),
      /** The language of the question asked. */
      language: z.enum(languages),
      ask: line,
    })
    .readonly(),
]);

/** A wording for an entry there is, or an entry with the figures of its answers. */
export type Change =
  | {
      readonly kind: 'addPhrasing';
      readonly entry: string;
      readonly language: Language;
      readonly phrasing: string;
      readonly ask: string;
    }
  | {
      readonly kind: 'newEntry';
      readonly entry: NewEntry;
      readonly figures: readonly { readonly id: string; readonly value: string }[];
      readonly language: Language;
      readonly ask: string;
    };

/** Id of the entry that a change is about. */
export function entryOf(change: Change): string {
  return change.kind === 'newEntry' ? change.entry.id : change.entry;
}

/** A change that was published: it is served until the files have it, and when they have it. */
export interface Taught {
  readonly id: string;
  readonly change: Change;
  /** Was it written into the files already? What they say about it then is a curator's later word. */
  readonly exported: boolean;
}
