// How long the latest questions with a reply had waited for their first one.
import type { Database } from './database.ts';

/** @returns milliseconds, the latest first, at most `limit` */
export async function waitingTimes(db: Database, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('escalation_events as reply')
    .innerJoin('escalations', 'escalations.id', 'reply.escalation_id')
    .select(['escalations.opened_at', 'reply.at'])
    .where('reply.kind', '=', 'reply')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('escalation_events as earlier')
            .select('earlier.seq')
            .whereRef('earlier.escalation_id', '=', 'reply.escalation_id')
            .where('earlier.kind', '=', 'reply')
            .whereRef('earlier.seq', '<', 'reply.seq'),
        ),
      ),
    )
    .orderBy('reply.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, opened_at }) => Date.parse(at) - Date.parse(opened_at));
}
