// The shape of the knowledge files as curators write them. The JSON Schemas that editors use are made from here, the
// descriptions included: an editor shows them where the pointer rests on a field.
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
  title: text.describe('Name of the page or document, as visitors see it under the answer.'),
  url: z
    .url({
      protocol: /^https$/u,
      hostname: z.regexes.domain,
      error: 'must be an address that begins with https://',
    })
    .describe('Public address of the source; it begins with https://.'),
  date: time.describe('When the source was published, as it says itself: 2017-08-02, 2025, undated.'),
});

const perLanguage = fields({
  en: text.describe('The words in English.'),
  es: text.describe('The words in Spanish.'),
  pt: text.describe('The words in Portuguese.'),
  fr: text.describe('The words in French.'),
  de: text.describe('The words in German.'),
});
/** A proper name, the same everywhere, or as each language says it. */
const name = z.union([text, perLanguage], {
  error: 'must be text in quotes, or a text for each of en, es, pt, fr and de',
});

/** An event that the entry tells of. Its days stand in facts.yaml, as a fact of kind days. */
const event = fields({
  name: name.describe('Name of the event: one for all languages, or one for each.'),
  days: id.describe('The id of the fact of kind days in facts.yaml that says when it is.'),
  place: name.optional().describe('Where it is: one text for all languages, or one for each.'),
});

const entryText = fields({
  question: text.describe(
    'The question as the bot itself writes it, when it asks back or suggests what to ask next.',
  ),
  phrasings: z
    .array(text, list)
    .describe('Other ways in which visitors ask it: at least 3, better 8 or more.'),
  answer: text.describe(
    'What visitors get: paragraphs, **bold**, lists and links, at most 900 characters; figures as {{fact-id}}.',
  ),
  about: text
    .optional()
    .describe('What "it" or "they" means in the next question, such as "the Solutions Gateway".'),
});

const entryFields = fields({
  id: id.describe(
    'Name of the entry, lower-case words joined by hyphens; never changed and never used again.',
  ),
  topic: z
    .enum(topics, { error: `must be one of ${topics.join(', ')}` })
    .describe('The topic that the entry belongs to.'),
  asOf: time.describe('The time for which the answer is true, as the sources say it.'),
  checkedOn: day.describe('The day on which somebody last compared the answer with its sources.'),
  reviewBy: day.describe('The day by which it must be compared again; afterwards the check warns.'),
  validFrom: day.optional().describe('The first day on which the entry is served; left out: at once.'),
  validTo: day.optional().describe('The last day on which the entry is served; left out: for good.'),
  events: z
    .tuple([event], event, { error: 'must be a list with at least one event' })
    .optional()
    .describe('Events with their days, for questions such as "what is on in June?".'),
  related: z
    .array(id, list)
    .min(1, { error: 'must name at least one entry to ask next' })
    .max(4, { error: 'must name at most four entries' })
    .describe('One to four ids of entries that one may want to ask next, the best first.'),
  sources: z
    .tuple([source], source, { error: 'must be a list with at least one source' })
    .describe('Where the answer comes from; at least one source.'),
  en: entryText.describe('The entry in English, which is always there.'),
  es: entryText.optional().describe('The entry in Spanish; without it visitors get the English text.'),
  pt: entryText.optional().describe('The entry in Portuguese; without it visitors get the English text.'),
  fr: entryText.optional().describe('The entry in French; without it visitors get the English text.'),
  de: entryText.optional().describe('The entry in German; without it visitors get the English text.'),
});

const entry = entryFields.refine(
  ({ validFrom, validTo }) => validFrom === undefined || validTo === undefined || validFrom <= validTo,
  { path: ['validTo'], error: 'must not be before validFrom' },
);

/** An entry as it begins: what is only for some is added by hand. */
export const newEntrySchema = entryFields.omit({ validFrom: true, validTo: true, events: true });

const proof = {
  asOf: time.describe('The time for which the value is true, as the source says it.'),
  source: source.describe('Where the value comes from.'),
};
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

const fact = z.discriminatedUnion(
  'kind',
  [
    fields({
      kind: z.literal('number').describe('A number; every language puts in its own separators.'),
      value: z
        .number({ error: 'must be a number, without separators' })
        .describe('The number without separators: 2500.'),
      ...proof,
    }),
    fields({
      kind: z.literal('year').describe('A year, written without separators.'),
      value: z.int({ error: 'must be a year like 1990' }).min(1000).max(2999).describe('The year: 1990.'),
      ...proof,
    }),
    fields({
      kind: z.literal('date').describe('A day or a month; every language writes it its own way.'),
      value: z
        .union([z.iso.date(), z.string().regex(month)], {
          error: 'must be a date like 2017-08-02 or 2014-09',
        })
        .describe('The day or the month: 2017-08-02 or 2014-09.'),
      ...proof,
    }),
    fields({
      kind: z.literal('days').describe('The first and the last day of something that lasts.'),
      value: fields(
        {
          from: day.describe('The first day: 2024-06-18.'),
          to: day.describe('The last day; for a single day the same.'),
        },
        'must be days like { from: 2024-06-18, to: 2024-06-21 }',
      )
        .refine(({ from, to }) => from <= to, { error: 'must not end before it begins' })
        .describe('The first and the last day: { from: 2024-06-18, to: 2024-06-21 }.'),
      ...proof,
    }),
    fields({
      kind: z.literal('text').describe('Words that stand in the answers as they are.'),
      value: name.describe('One text for all languages, or one for each of en, es, pt, fr and de.'),
      ...proof,
    }),
  ],
  { error: 'must be one of number, year, date, days, text' },
);

const synonyms = fields({
  term: text.describe('The name that the answers use.'),
  alsoTyped: z
    .array(text, list)
    .describe('Other names of the same thing, in any language, as people type them.'),
  misspellings: z.array(text, list).describe('Likely typing errors.'),
});

const outOfScopeText = fields({
  reply: text.describe('What the visitor is told; Markdown as in answers.'),
  phrasings: z.array(text, list).describe('Ways in which visitors ask it: at least 3.'),
});

const outOfScope = fields({
  id: id.describe('Name of the group, lower-case words joined by hyphens; no entry may have the same.'),
  note: text.describe('What the group is about, in English, for staff and curators.'),
  next: z
    .enum(['staff', 'decline'], { error: 'must be staff or decline' })
    .describe('staff: handed over at once. decline: none of theirs either, said kindly.'),
  en: outOfScopeText.describe('The group in English.'),
  es: outOfScopeText.describe('The group in Spanish.'),
  pt: outOfScopeText.describe('The group in Portuguese.'),
  fr: outOfScopeText.describe('The group in French.'),
  de: outOfScopeText.describe('The group in German.'),
});

export const outOfScopeFileSchema = z.array(outOfScope, {
  error: 'must be a list of groups, each beginning with "- id:"',
});

export const entriesFileSchema = z
  .array(entry, { error: 'must be a list of entries, each beginning with "- id:"' })
  .min(1, { error: 'has no entries. Add one or remove the file' });

export const factsFileSchema = fields(
  {
    names: z
      .array(text, list)
      .default([])
      .describe('Proper names with digits that may stand in answers as they are.'),
    // Without any fact the last line is a bare "facts:", which YAML reads as null.
    facts: z
      .record(id, fact, { error: 'must be a list of facts, one line each: "id: { value: …, kind: … }"' })
      .nullable()
      .transform((facts) => facts ?? {})
      .describe(
        'The figures, years and dates of the answers, each under the id that answers name as {{id}}.',
      ),
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
