// The queue's page.
import { z } from 'zod';
import type { Door } from '../door.ts';
import { queueLimit } from '../limits.ts';
import type { ConsoleOptions } from '../options.ts';
import { queuePage } from '../views/queue.ts';
import { groupNames, groups } from '../views/status.ts';
import { pageAnswer } from '../visit.ts';

const groupSchema = z.enum(groupNames).catch('waiting');

export function mountQueue(door: Door, { escalations, knowledgeFaults, now }: ConsoleOptions): void {
  door.staff('/console', async ({ words, session, query }) => {
    const group = groupSchema.parse(query.get('status') ?? 'waiting');
    const [counts, list] = await Promise.all([
      escalations.counts(),
      escalations.list({ statuses: groups[group], limit: queueLimit }),
    ]);
    const joined = await escalations.joined(list.map(({ id }) => id));
    const flash = query.get('done') === 'closed' ? words.t.closedDone : null;
    return pageAnswer(
      200,
      queuePage({
        words,
        session,
        group,
        counts,
        escalations: list,
        joined,
        now: now(),
        flash,
        knowledgeFaults: knowledgeFaults(),
      }),
    );
  });
}
