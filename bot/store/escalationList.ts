// The queue as a query: which escalations, in which order, and where the page before ended.
import {
  type ExpressionBuilder,
  type RawBuilder,
  type Selectable,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import {
  type DeskPlan,
  type Escalation,
  type EscalationFilter,
  normalLabel,
  priorities,
} from '../../dialogs/index.ts';
import { standsForItself } from './escalationGroup.ts';
import type { Tables } from './tables.ts';

type Query = SelectQueryBuilder<Tables, 'escalations', Selectable<Tables['escalations']>>;
type Column = ExpressionBuilder<Tables, 'escalations'>;

/** Something to order by, as SQL and as the value that an escalation has. */
interface Key {
  readonly sql: RawBuilder<string | number>;
  readonly of: (escalation: Escalation) => string | number;
}

/** Narrows a query down to what is wanted. */
export function filtered(query: Query, filter: EscalationFilter, plan: DeskPlan): Query {
  const { statuses, queue, label, owner, snoozed, staffOwns, words, newest } = filter;
  // Whoever searches finds each, also one that the queue shows in another's row.
  const searches = words !== undefined || newest === true;
  return query
    .where('status', 'in', [...statuses])
    .$if(!searches, (q) => q.where(standsForItself))
    .$if(queue !== undefined, (q) => q.where((eb) => inQueue(eb, queue ?? '', plan)))
    .$if(label !== undefined, (q) => q.where('labels', 'like', `%"${normalLabel(label ?? '')}"%`))
    .$if(owner === null, (q) => q.where('claimed_by', 'is', null))
    .$if(typeof owner === 'string', (q) => q.where('claimed_by', '=', owner ?? ''))
    .$if(snoozed !== undefined, (q) => q.where('snoozed_until', snoozed ? 'is not' : 'is', null))
    .where((eb) => eb.and((words ?? []).map((word) => hasWord(word))))
    .$if(staffOwns !== undefined, (q) => q.where('staff_owns', '=', staffOwns ? 1 : 0));
}

/** Where a word may stand. */
const searched = ['question', 'details', 'reply_text', 'reference', 'email', 'claimed_by'] as const;

function hasWord(word: string) {
  // instr() and strpos() differ; LIKE is the same everywhere once its wildcards are taken for what they are.
  const pattern = `%${word.toLowerCase().replace(/[\\%_]/gu, '\\$&')}%`;
  const tests = searched.map((column) => sql`lower(${sql.ref(column)}) like ${pattern} escape '\\'`);
  return sql<boolean>`(${sql.join(tests, sql` or `)})`;
}

/** The order a filter asks for; no two escalations are the same in it. */
export function orderOf({ urgentAt, newest }: EscalationFilter): readonly Key[] {
  const id: Key = { sql: sql`id`, of: (each) => each.id };
  // The newest are only looked at from the start, so nothing has to come after one of them.
  if (newest) return [{ sql: sql`opened_at desc`, of: (each) => each.at.toISOString() }];
  if (!urgentAt) return [{ sql: sql`opened_at`, of: (each) => each.at.toISOString() }, id];
  const now = urgentAt.toISOString();
  const isDue = ({ dueAt }: Escalation) => dueAt !== null && dueAt <= urgentAt;
  return [
    {
      sql: sql`case when due_at is not null and due_at <= ${now} then 0 else 1 end`,
      of: (each) => (isDue(each) ? 0 : 1),
    },
    {
      sql: sql`case priority when 'urgent' then 0 when 'high' then 1 when 'low' then 3 else 2 end`,
      of: (each) => priorities.indexOf(each.priority),
    },
    { sql: sql`waiting_since`, of: (each) => each.waitingSince.toISOString() },
    id,
  ];
}

/** What comes after an escalation in an order: larger in one key, and the same in all before it. */
export function comesAfter(eb: Column, keys: readonly Key[], last: Escalation) {
  return eb.or(
    keys.map((key, index) =>
      eb.and([
        ...keys.slice(0, index).map((before) => eb(before.sql, '=', before.of(last))),
        eb(key.sql, '>', key.of(last)),
      ]),
    ),
  );
}

/** The default queue has also what belongs to no queue (any more). */
function inQueue(eb: Column, queue: string, plan: DeskPlan) {
  const others = plan.queues.map(({ id }) => id).filter((id) => id !== plan.defaultQueue);
  if (queue !== plan.defaultQueue) return eb('queue', '=', queue);
  return others.length > 0 ? eb('queue', 'not in', others) : eb.lit(true);
}
