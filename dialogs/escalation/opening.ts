// How an escalation begins.
import { type DeskPlan, dueAt, plainPlan, queueFor } from './deskPlan.ts';
import type { Escalation, EscalationDraft } from './escalation.ts';

/** A new escalation: in its queue, with the time until which it should be answered. */
export function newEscalation(
  draft: EscalationDraft,
  { id, reference }: { readonly id: string; readonly reference: string },
  plan: DeskPlan = plainPlan,
): Escalation {
  return {
    ...draft,
    id,
    reference,
    status: 'open',
    version: 1,
    updatedAt: draft.at,
    details: [],
    email: null,
    claimedBy: null,
    claimedAt: null,
    remindedAt: null,
    reply: null,
    queue: queueFor(plan, draft.tried.topic ?? null, draft.language),
    priority: 'normal',
    labels: [],
    snoozedUntil: null,
    staffOwns: false,
    waitingSince: draft.at,
    dueAt: dueAt(plan, 'normal', draft.at),
  };
}
