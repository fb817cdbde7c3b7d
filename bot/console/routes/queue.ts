// The queue's page.
import { z } from 'zod';
import type { EscalationFilter } from '../../../dialogs/index.ts';
import type { Door } from '../door.ts';
import { queueLimit } from '../limits.ts';
import type { ConsoleOptions } from '../options.ts';
import { queuePage } from '../views/queue.ts';
import { type Group, groupNames, groups } from '../views/status.ts';
import { pageAnswer } from '../visit.ts';

const groupSchema = z.enum(groupNames).catch('waiting');

export function mountQueue(door: Door, { escalations, knowledgeFaults, now, plan }: ConsoleOptions): void {
  door.staff('/console', async ({ words, session, query }) => {
    const group = groupSchema.parse(query.get('status') ?? 'waiting');
    const [counts, list] = await Promise.all([
      escalations.counts(),
      escalations.list({ ...wanted(group, now()), limit: queueLimit }),
    ]);
    const flash = query.get('done') === 'closed' ? words.t.closedDone : null;
    return pageAnswer(
      200,
      queuePage({
        words,
        session,
        group,
        counts,
        plan,
        escalations: list,
        now: now(),
        flash,
        knowledgeFaults: knowledgeFaults(),
      }),
    );
  });
}

/** Who waits is shown by urgency, and without what was put off. */
function wanted(group: Group, now: Date): Pick<EscalationFilter, 'statuses' | 'snoozed' | 'urgentAt'> {
  const statuses = groups[group];
  switch (group) {
    case 'waiting':
      return { statuses, snoozed: false, urgentAt: now };
    case 'snoozed':
      return { statuses, snoozed: true };
    default:
      return { statuses };
  }
}
