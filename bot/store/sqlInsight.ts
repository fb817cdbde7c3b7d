// The figures of a period. They are counted by the database, two days at a time: SQLite's driver is synchronous, so that
// whoever is served meanwhile would have to wait for the whole.
import { setImmediate as othersFirst } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { escalationStatuses, turnOutcomes } from '../../dialogs/index.ts';
import { languages } from '../../knowledge/index.ts';
import { addDays, type Period, piecesOf } from '../console/insight/period.ts';
import type { Answers, Counted, InsightSource, Judged, Unanswered } from '../console/insight/source.ts';
import type { Database } from './database.ts';
import { exportedTurns } from './exportedTurns.ts';

const daysAtOnce = 2;

/** PostgreSQL gives large numbers as text. */
const countSchema = z.coerce.number();
const countedSchema = z.object({
  day: z.string(),
  outcome: z.enum(turnOutcomes),
  language: z.enum(languages),
  channel: z.string(),
  count: countSchema,
});
const unansweredSchema = z.object({
  question: z.string(),
  language: z.enum(languages),
  entry: z.string().nullable(),
  confidence: z.coerce.number(),
  count: countSchema,
  last: z.string(),
  /** When it was opened and its id, so that the greatest is the latest. */
  escalation: z
    .string()
    .transform((text) => text.slice(text.indexOf(' ') + 1))
    .nullable(),
});
const answersSchema = z.object({ day: z.string(), entry: z.string(), count: countSchema });
const judgedSchema = z.object({ entry: z.string(), helpful: countSchema, all: countSchema });
const statusSchema = z.object({ status: z.enum(escalationStatuses), count: countSchema });

/** From the first moment of a period to the first one after it. */
export function momentsOf({ from, to }: Period): { readonly first: string; readonly end: string } {
  return { first: `${from}T00:00:00.000Z`, end: `${addDays(to, 1)}T00:00:00.000Z` };
}

export function createSqlInsight(db: Database): InsightSource {
  async function inPieces<Row>(
    period: Period,
    read: (piece: Period) => Promise<readonly Row[]>,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (const piece of piecesOf(period, daysAtOnce)) {
      for (const row of await read(piece)) rows.push(row);
      await othersFirst();
    }
    return rows;
  }

  async function counts(period: Period): Promise<Counted[]> {
    const { first, end } = momentsOf(period);
    const day = sql<string>`substr(at, 1, 10)`;
    const rows = await db
      .selectFrom('asked')
      .select([day.as('day'), 'outcome', 'language', 'channel', ({ fn }) => fn.countAll().as('count')])
      .where('at', '>=', first)
      .where('at', '<', end)
      .groupBy([day, 'outcome', 'language', 'channel'])
      .execute();
    return rows.map((row) => countedSchema.parse(row));
  }

  async function unanswered(period: Period, limit: number) {
    const { first, end } = momentsOf(period);
    const rows = await db
      .selectFrom('asked')
      .leftJoin('escalations', 'escalations.reference', 'asked.escalation')
      .select(({ fn }) => [
        'asked.question',
        'asked.language',
        'asked.entry',
        fn.coalesce(fn.max('asked.confidence'), sql<number>`0`).as('confidence'),
        fn.countAll().as('count'),
        fn.max('asked.at').as('last'),
        sql<string | null>`max(escalations.opened_at || ' ' || escalations.id)`.as('escalation'),
      ])
      .where('asked.at', '>=', first)
      .where('asked.at', '<', end)
      .where('asked.outcome', 'in', ['escalated', 'declined', 'clarified'])
      .where('asked.question', 'is not', null)
      // What was asked back and then settled in the same conversation counts as what it became.
      .where(({ eb, or, not, exists, selectFrom }) =>
        or([
          eb('asked.outcome', '!=', 'clarified'),
          not(
            exists(
              selectFrom('asked as later')
                .select('later.id')
                .whereRef('later.channel', '=', 'asked.channel')
                .whereRef('later.conversation_id', '=', 'asked.conversation_id')
                .whereRef('later.at', '>', 'asked.at')
                .whereRef('later.question', '=', 'asked.question'),
            ),
          ),
        ]),
      )
      .groupBy(['asked.question', 'asked.language', 'asked.entry'])
      .orderBy('count', 'desc')
      .orderBy('last', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => unansweredSchema.parse(row));
  }

  async function answers(period: Period, entries: readonly string[]): Promise<Answers[]> {
    const { first, end } = momentsOf(period);
    const day = sql<string>`substr(at, 1, 10)`;
    const rows = await db
      .selectFrom('asked')
      .select([day.as('day'), 'entry', ({ fn }) => fn.countAll().as('count')])
      .where('at', '>=', first)
      .where('at', '<', end)
      .where('outcome', 'in', ['answered', 'answeredWithReservation'])
      .where('entry', 'in', entries)
      .groupBy([day, 'entry'])
      .execute();
    return rows.map((row) => answersSchema.parse(row));
  }

  async function durations(period: Period) {
    const { first, end } = momentsOf(period);
    const rows = await db
      .selectFrom('escalations')
      .innerJoin('escalation_events', 'escalation_events.escalation_id', 'escalations.id')
      .select(({ fn, case: choice }) => [
        'escalations.opened_at as opened',
        fn
          .min(choice().when('escalation_events.kind', '=', 'reply').then(sql`escalation_events.at`).end())
          .as('replied'),
        fn
          .min(choice().when('escalation_events.kind', '=', 'claim').then(sql`escalation_events.at`).end())
          .as('claimed'),
      ])
      .where('escalations.opened_at', '>=', first)
      .where('escalations.opened_at', '<', end)
      .where('escalation_events.kind', 'in', ['reply', 'claim'])
      .groupBy(['escalations.id', 'escalations.opened_at'])
      .execute();
    return rows.map((row) => durationSchema.parse(row));
  }

  return {
    counts: (period) => inPieces(period, counts),

    async unanswered(period, limit) {
      const wordings = new Map<string, Unanswered & { readonly last: string }>();
      for (const row of await inPieces(period, (piece) => unanswered(piece, limit))) {
        const key = JSON.stringify([row.question, row.language, row.entry]);
        const before = wordings.get(key);
        // The pieces come in order, so this one is the later.
        wordings.set(key, {
          ...row,
          count: row.count + (before?.count ?? 0),
          confidence: Math.max(row.confidence, before?.confidence ?? 0),
          escalation: row.escalation ?? before?.escalation ?? null,
        });
      }
      return [...wordings.values()]
        .sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))
        .slice(0, limit)
        .map(({ last: _last, ...wording }) => wording);
    },

    async judged(period) {
      const { first, end } = momentsOf(period);
      const rows = await db
        .selectFrom('feedback')
        .select(({ fn }) => ['entry', fn.sum('helpful').as('helpful'), fn.countAll().as('all')])
        .where('at', '>=', first)
        .where('at', '<', end)
        .groupBy('entry')
        .orderBy('entry')
        .execute();
      return rows.map((row): Judged => {
        const { entry, helpful, all } = judgedSchema.parse(row);
        return { entry, helpful, unhelpful: all - helpful };
      });
    },

    async durations(period) {
      const { first, end } = momentsOf(period);
      const taken = await inPieces(period, durations);
      const statuses = await db
        .selectFrom('escalations')
        .select(({ fn }) => ['status', fn.countAll().as('count')])
        .where('opened_at', '>=', first)
        .where('opened_at', '<', end)
        .groupBy('status')
        .execute();
      return {
        waiting: taken.flatMap(({ opened, replied }) => (replied === null ? [] : [replied - opened])),
        working: taken.flatMap(({ claimed, replied }) =>
          replied === null || claimed === null || claimed > replied ? [] : [replied - claimed],
        ),
        statuses: Object.fromEntries(
          statuses.map((row) => {
            const { status, count } = statusSchema.parse(row);
            return [status, count];
          }),
        ),
      };
    },

    answers: (period, entries) =>
      entries.length === 0 ? Promise.resolve([]) : inPieces(period, (piece) => answers(piece, entries)),

    turns: (period) => exportedTurns(db, momentsOf(period)),
  };
}

const moment = z.string().transform((text) => Date.parse(text));
const durationSchema = z.object({
  opened: moment,
  replied: moment.nullable(),
  claimed: moment.nullable(),
});
