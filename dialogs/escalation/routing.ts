// Reads routing.yaml: which questions go to which queue, when the desk is open, and how long things may take.
import { z } from 'zod';
import { type Fault, languages, parseYamlFile, readShape, sortFaults } from '../../knowledge/index.ts';
import { isTimeZone, type Span } from './businessHours.ts';
import type { DeskPlan } from './deskPlan.ts';
import { isEmailAddress } from './emailAddress.ts';

export type RoutingResult =
  | { readonly ok: true; readonly plan: DeskPlan }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** An object whose unknown fields are faults; their message lists the known ones, from which one is suggested. */
function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const message = 'must be fields with their values, one line each';
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : message),
  });
}

const id = z
  .string({ error: 'must be an id' })
  .max(60, { error: 'must have at most 60 characters' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
    error: 'must be lower-case words joined by hyphens, like membership',
  });
const list = { error: 'must be a list: one line each, beginning with "- ", or [] for none' };

const minuteOfDay = (text: string) => {
  const [hours = '', minutes = ''] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
};
const clock = z
  .string({ error: 'must be a time like "08:30", in quotes' })
  .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/u, { error: 'must be a time like "08:30"' })
  .transform(minuteOfDay);
const time = String.raw`(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)`;
const spansPattern = new RegExp(`^${time}-${time}(?:, *${time}-${time})*$`, 'u');
/** "09:00-12:00, 13:00-17:00", or "closed". */
const dayHours = z
  .string({ error: 'must be hours like 09:00-17:00, or closed' })
  .refine((text) => text === 'closed' || spansPattern.test(text), {
    error: 'must be hours like 09:00-17:00 or 09:00-12:00, 13:00-17:00, or closed',
  })
  .transform((text): readonly Span[] =>
    text === 'closed'
      ? []
      : text.split(',').map((span) => {
          const [from = '', to = ''] = span.trim().split('-');
          return { from: minuteOfDay(from), to: minuteOfDay(to) };
        }),
  )
  .refine((spans) => spans.every(({ from, to }, index) => from < to && from >= (spans[index - 1]?.to ?? 0)), {
    error: 'must begin before they end, one after the other',
  });

const hoursNumber = { error: 'must be a number of opening hours from 0.1 to 1000' };
/** Hours in the file, minutes everywhere else. */
const businessHours = z
  .number(hoursNumber)
  .min(0.1, hoursNumber)
  .max(1000, hoursNumber)
  .transform((hours) => Math.round(hours * 60));

const schema = fields({
  defaultQueue: id,
  queues: z
    .array(
      fields({
        id,
        name: z
          .string({ error: 'must be text' })
          .trim()
          .min(1, { error: 'must have a name' })
          .max(60, { error: 'must have at most 60 characters' }),
      }),
      list,
    )
    .min(1, { error: 'must name at least one queue' })
    .max(50, { error: 'must be at most 50' }),
  rules: z
    .array(
      fields({
        queue: id,
        topics: z.array(id, list).default([]),
        languages: z
          .array(z.enum(languages, { error: `must be one of ${languages.join(', ')}` }), list)
          .default([]),
      }),
      list,
    )
    .max(500, { error: 'must be at most 500' })
    .default([]),
  businessHours: fields({
    timeZone: z
      .string({ error: 'must be a time zone like Europe/Berlin' })
      .refine(isTimeZone, { error: 'must be a time zone like Europe/Berlin' }),
    monday: dayHours,
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
  }),
  holidays: z
    .array(z.iso.date({ error: 'must be a day like 2026-12-25' }), list)
    .max(1000, { error: 'must be at most 1000' })
    .default([]),
  dueAfter: fields({
    urgent: businessHours,
    high: businessHours,
    normal: businessHours,
    low: businessHours,
  }),
  remindAfter: businessHours,
  returnAfter: businessHours,
  talkEndsAfter: businessHours,
  digest: fields({
    at: clock,
    language: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }).default('en'),
    to: z
      .array(
        z
          .string({ error: 'must be a mail address' })
          .refine(isEmailAddress, { error: 'must be a mail address like name@example.org' }),
        list,
      )
      .max(50, { error: 'must be at most 50' }),
  }),
});
type Read = z.infer<typeof schema>;

/**
 * Parses a routing file.
 * @param path how faults name the file
 * @returns the plan, or every fault at once with its line
 */
export function parseRouting(path: string, text: string): RoutingResult {
  const yaml = parseYamlFile({ path, text });
  if (!yaml.ok) return yaml;
  const read = readShape(yaml.file, schema);
  if (!read.ok) return { ok: false, faults: sortFaults(read.faults) };
  const faults = togetherFaults(read.value).map(
    ([at, message]): Fault => ({ severity: 'fault', ...yaml.file.at(at), message }),
  );
  return faults.length > 0
    ? { ok: false, faults: sortFaults(faults) }
    : { ok: true, plan: planOf(read.value) };
}

function planOf({ businessHours: { timeZone, ...days }, holidays, ...rest }: Read): DeskPlan {
  return { ...rest, hours: { timeZone, week: weekOf(days), holidays: new Set(holidays) } };
}

function weekOf(days: Omit<Read['businessHours'], 'timeZone'>) {
  return [days.monday, days.tuesday, days.wednesday, days.thursday, days.friday, days.saturday, days.sunday];
}

type Where = readonly (string | number)[];

/** What is fine each for itself and does not go together. */
function togetherFaults(read: Read): (readonly [Where, string])[] {
  const { queues, rules, businessHours: days } = read;
  const faults: (readonly [Where, string])[] = [];
  const ids = queues.map((queue) => queue.id);
  const unknown = (queue: string) =>
    `There is no queue "${queue}". Use one of ${ids.join(', ')}, or add it to queues.`;
  for (const [index, queue] of ids.entries()) {
    if (ids.indexOf(queue) < index)
      faults.push([['queues', index, 'id'], `The queue "${queue}" stands here twice. Remove one of them.`]);
  }
  if (!ids.includes(read.defaultQueue)) faults.push([['defaultQueue'], unknown(read.defaultQueue)]);
  for (const [index, { queue, topics, languages: spoken }] of rules.entries()) {
    if (!ids.includes(queue)) faults.push([['rules', index, 'queue'], unknown(queue)]);
    if (topics.length === 0 && spoken.length === 0) {
      const message =
        'This rule is for every question. Give it topics or languages, or make its queue the defaultQueue.';
      faults.push([['rules', index], message]);
    }
  }
  if (weekOf(days).every((spans) => spans.length === 0))
    faults.push([
      ['businessHours'],
      'The desk is closed on every day, so nothing would ever be due. Open at least one.',
    ]);
  if (read.returnAfter <= read.remindAfter)
    faults.push([
      ['returnAfter'],
      'The reminder would never come. Make returnAfter longer than remindAfter.',
    ]);
  return faults;
}

/** Topics that no rule's knowledge has (any more): the rule can't fit, which its author will want to know. */
export function unknownTopics(plan: DeskPlan, known: ReadonlySet<string>): readonly string[] {
  return [...new Set(plan.rules.flatMap(({ topics }) => topics))].filter((topic) => !known.has(topic));
}
