// What goes out to a visitor about a question: replies, and notices that something was done with it. Pure rules.
import type { Escalation, EscalationCommand } from './escalation.ts';

/** handoff is for an organisation's own desk: it asks that to take over. */
export const deliveryKinds = ['reply', 'claimed', 'closed', 'takenOver', 'handedBack', 'handoff'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];
export type NoticeKind = Exclude<DeliveryKind, 'reply' | 'handoff'>;

/** Milliseconds after which nobody needs a notice any more. */
export const noticeLifeMs = 3_600_000;

/**
 * What is sent because of a command that was carried out. Visitors who end something themselves have their own answer, and an
 * organisation's own desk speaks to the visitor itself.
 */
export function deliveriesOf(
  before: Escalation,
  after: Escalation,
  { kind }: EscalationCommand,
): readonly DeliveryKind[] {
  const sent: DeliveryKind[] = [];
  if (kind === 'reply') sent.push('reply');
  if (kind === 'claim') sent.push('claimed');
  if (kind === 'close') sent.push('closed');
  if (before.staffOwns !== after.staffOwns && kind !== 'withdraw')
    sent.push(after.staffOwns ? 'takenOver' : 'handedBack');
  return sent;
}

/**
 * Is what a notice says not so any more, or too long ago to be news? A reply is never outdated.
 * @param escalation as it is now
 * @param by who had done it, `at` when
 */
export function isOutdated(
  kind: DeliveryKind,
  escalation: Escalation,
  { by, at }: { readonly by: string; readonly at: Date },
  now: Date,
): boolean {
  if (kind === 'reply') return false;
  if (now.getTime() - at.getTime() > noticeLifeMs) return true;
  switch (kind) {
    case 'claimed':
      return escalation.status !== 'claimed' || escalation.claimedBy !== by;
    case 'closed':
      return escalation.status !== 'closed';
    case 'takenOver':
      return !escalation.staffOwns;
    case 'handedBack':
      return escalation.staffOwns;
    case 'handoff':
      return escalation.status !== 'open';
  }
}
