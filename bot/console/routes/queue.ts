// The queue's page.
import { z } from 'zod';
import type { Door } from '../door.ts';
import { queueLimit } from '../limits.ts';
import type { ConsoleOptions } from '../options.ts';
import { queuePage } from '../views/queue.ts';
import { groupNames, groups } from '../views/status.ts';
import { pageAnswer } from '../visit.ts';

const groupSchema = z.enum(groupNames).catch('waiting');

export function mountQueue(
  door: Door,
  { escalations, deliveries, knowledgeFaults, now }: ConsoleOptions,
): void {
  door.staff('/console', async ({ words, session, query }) => {
    const group = groupSchema.parse(query.get('status') ?? 'waiting');
    const [counts, list, toLookAt] = await Promise.all([
      escalations.counts(),
      escalations.list({ statuses: groups[group], limit: queueLimit }),
      deliveries.toLookAt(),
    ]);
    const flash = query.get('done') === 'closed' ? words.t.closedDone : null;
    return pageAnswer(
      200,
      queuePage({
        words,
        session,
        group,
        counts,
        escalations: list,
        now: now(),
        toLookAt,
        flash,
        knowledgeFaults: knowledgeFaults(),
      }),
    );
  });
}
