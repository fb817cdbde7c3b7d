// Taking a reply back while it has not gone out yet.
import type { EscalationEvent, StaffReply } from './escalation.ts';

/** The reply before the latest one that still stands, as the history tells it; null when there is none. */
export function replyBefore(history: readonly EscalationEvent[]): StaffReply | null {
  const standing: StaffReply[] = [];
  for (const { kind, actor, at, text } of history) {
    if (kind === 'reply') standing.push({ text: text ?? '', by: actor.name ?? '', at });
    if (kind === 'undoReply') standing.pop();
  }
  return standing.at(-2) ?? null;
}

/** What was taken back last, if nothing was done since: it goes back into the form. */
export function takenBack(history: readonly EscalationEvent[]): string | null {
  const last = history.at(-1);
  if (last?.kind !== 'undoReply') return null;
  return history.findLast(({ kind }) => kind === 'reply')?.text ?? null;
}
