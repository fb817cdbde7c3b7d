// The shape of the knowledge files as curators write them. The JSON Schemas that editors use are made from here.
import { z } from 'zod';
import { topics } from './entry.ts';

const text = z
  .string({ error: 'must be text. Put it in quotes' })
  .trim()
  .min(1, { error: 'is empty. Write the text or remove the line' });

/** For times: text as the source says it, or a bare year. */
const time = z
  .union([text, z.int().min(1000).max(2999)], {
    error: 'must be a time as the source gives it, like 2017-08-02 or 2025',
  })
  .transform(String);

const day = z.iso.date({ error: 'must be a date like 2026-11-23' });

const id = z.string({ error: 'must be an id in quotes' }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
  error: 'must be lower-case words joined by hyphens, like solutions-gateway',
});

const list = { error: 'must be a list: one line each, beginning with "- "' };

/** An object whose unknown fields are faults; their message lists the known ones, from which shape.ts suggests one. */
function fields<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  message = 'must be fields with their values, one line each',
) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : message),
  });
}

const source = fields({
  title: text,
  url: z.url({
    protocol: /^https$/u,
    hostname: z.regexes.domain,
    error: 'must be an address that begins with https://',
  }),
  date: time,
});

const perLanguage = fields({ en: text, es: text, pt: text, fr: text, de: text });
/** A proper name, the same everywhere, or as each language says it. */
const name = z.union([text, perLanguage], {
  error: 'must be text in quotes, or a text for each of en, es, pt, fr and de',
});

/** An event that the entry tells of. Its days stand in facts.yaml, as a fact of kind days. */
const event = fields({ name, days: id, place: name.optional() });

const entryText = fields({
  question: text,
  phrasings: z.array(text, list),
  answer: text,
  about: text.optional(),
});

const entryFields = fields({
  id,
  topic: z.enum(topics, { error: `must be one of ${topics.join(', ')}` }),
  asOf: time,
  checkedOn: day,
  reviewBy: day,
  validFrom: day.optional(),
  validTo: day.optional(),
  events: z.tuple([event], event, { error: 'must be a list with at least one event' }).optional(),
  related: z
    .array(id, list)
    .min(1, { error: 'must name at least one entry to ask next' })
    .max(4, { error: 'must name at most four entries' }),
  sources: z.tuple([source], source, { error: 'must be a list with at least one source' }),
  en: entryText,
  es: entryText.optional(),
  pt: entryText.optional(),
  fr: entryText.optional(),
  de: entryText.optional(),
});

const entry = entryFields.refine(
  ({ validFrom, validTo }) => validFrom === undefined || validTo === undefined || validFrom <= validTo,
  { path: ['validTo'], error: 'must not be before validFrom' },
);

const proof = { asOf: time, source };
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

const fact = z.discriminatedUnion(
  'kind',
  [
    fields({
      kind: z.literal('number'),
      value: z.number({ error: 'must be a number, without separators' }),
      ...proof,
    }),
    fields({
      kind: z.literal('year'),
      value: z.int({ error: 'must be a year like 1990' }).min(1000).max(2999),
      ...proof,
    }),
    fields({
      kind: z.literal('date'),
      value: z.union([z.iso.date(), z.string().regex(month)], {
        error: 'must be a date like 2017-08-02 or 2014-09',
      }),
      ...proof,
    }),
    fields({
      kind: z.literal('days'),
      value: fields({ from: day, to: day }, 'must be days like { from: 2024-06-18, to: 2024-06-21 }').refine(
        ({ from, to }) => from <= to,
        { error: 'must not end before it begins' },
      ),
      ...proof,
    }),
    fields({
      kind: z.literal('text'),
      value: name,
      ...proof,
    }),
  ],
  { error: 'must be one of number, year, date, days, text' },
);

const synonyms = fields({ term: text, alsoTyped: z.array(text, list), misspellings: z.array(text, list) });

const outOfScopeText = fields({ reply: text, phrasings: z.array(text, list) });

const outOfScope = fields({
  id,
  note: text,
  next: z.enum(['staff', 'decline'], { error: 'must be staff or decline' }),
  en: outOfScopeText,
  es: outOfScopeText,
  pt: outOfScopeText,
  fr: outOfScopeText,
  de: outOfScopeText,
});

export const outOfScopeFileSchema = z.array(outOfScope, {
  error: 'must be a list of groups, each beginning with "- id:"',
});

export const entriesFileSchema = z
  .array(entry, { error: 'must be a list of entries, each beginning with "- id:"' })
  .min(1, { error: 'has no entries. Add one or remove the file' });

export const factsFileSchema = fields(
  {
    /** Proper names with digits that may stand in answers as they are. */
    names: z.array(text, list).default([]),
    // Without any fact the last line is a bare "facts:", which YAML reads as null.
    facts: z
      .record(id, fact, { error: 'must be a list of facts, one line each: "id: { value: …, kind: … }"' })
      .nullable()
      .transform((facts) => facts ?? {}),
  },
  'must have "names:" and "facts:"',
);

export const glossaryFileSchema = z.array(synonyms, {
  error: 'must be a list of terms, each beginning with "- term:"',
});

/** An entry as curated: facts not yet filled in. */
export type CuratedEntry = z.infer<typeof entry>;
export type CuratedOutOfScope = z.infer<typeof outOfScope>;
export type CuratedEvent = z.infer<typeof event>;
export type CuratedText = z.infer<typeof entryText>;
export type Fact = z.infer<typeof fact>;
export type FactsFile = z.infer<typeof factsFileSchema>;
