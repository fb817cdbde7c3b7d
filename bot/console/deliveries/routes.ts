// What staff do with a reply whose fate is theirs to decide.
import { z } from 'zod';
import { type Door, notFound } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { type Answer, type StaffVisit, seeOther } from '../visit.ts';

const id = z.string().min(1).max(100);
const parameters = z.object({ id, delivery: id });

export function mountDeliveries(door: Door, { deliveries, escalations, now }: ConsoleOptions): void {
  const path = '/console/escalations/:id/deliveries/:delivery';

  const decide =
    (act: typeof deliveries.resend, done: 'resent' | 'marked') =>
    async ({ request, words, session }: StaffVisit): Promise<Answer> => {
      const given: unknown = request.params;
      const asked = parameters.safeParse(given).data;
      const escalation = asked ? await escalations.byId(asked.id) : null;
      if (!asked || !escalation) return notFound(words, session);
      const changed = await act(escalation.id, asked.delivery, session.name, now());
      const here = `/console/escalations/${encodeURIComponent(escalation.id)}`;
      return seeOther(`${here}?done=${changed ? done : 'settledMeanwhile'}`);
    };
  door.staffForm(`${path}/resend`, decide(deliveries.resend, 'resent'));
  door.staffForm(`${path}/delivered`, decide(deliveries.markDelivered, 'marked'));

  // The address of a refused form, opened again, leads to the page it was on.
  door.staff(`${path}/:action`, async ({ request, words, session }) => {
    const given: unknown = request.params;
    const asked = parameters.safeParse(given).data;
    return asked
      ? seeOther(`/console/escalations/${encodeURIComponent(asked.id)}`)
      : notFound(words, session);
  });
}
