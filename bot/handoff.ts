// Handing a conversation of a channel to an organisation's own desk, by the Bot Framework's handoff events.
// https://learn.microsoft.com/azure/bot-service/bot-service-design-pattern-handoff-human
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Escalation, EscalationDraft, EscalationStore } from '../dialogs/index.ts';
import { ownServiceUrl } from './gate/serviceUrl.ts';

/**
 * The event that asks a desk to take over. It says why and in which language, and carries what the visitor wrote for staff: of a
 * channel's conversation we keep nothing else.
 * @param reference the conversation reference it is sent by
 */
export function handoffInitiation<Reference>(escalation: Escalation, reference: Reference) {
  const { question, details, at, visitorId, language } = escalation;
  const activities = [question, ...details].map((text) => ({
    type: 'message',
    timestamp: at.toISOString(),
    from: { id: visitorId, role: 'user' },
    locale: language,
    text,
  }));
  return {
    type: 'event',
    name: 'handoff.initiate',
    value: { skill: language, reason: escalation.tried.cause, reference: escalation.reference },
    relatesTo: reference,
    attachments: [{ contentType: 'application/json', name: 'Transcript', content: { activities } }],
  };
}

const referenceSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ serviceUrl: z.string() }));

/** Is a question from a channel that may have a desk behind it? Our own web chat has our own staff. */
export function isForDesk({ conversationReference }: EscalationDraft): boolean {
  return referenceSchema.parse(conversationReference).serviceUrl !== ownServiceUrl;
}

const states = {
  accepted: 'handoffAccepted',
  failed: 'handoffFailed',
  completed: 'handoffCompleted',
} as const;
const statusSchema = z.object({
  state: z.enum(['accepted', 'failed', 'completed']),
  message: z.string().max(4000).nullish(),
});

/** How the desk is called where it gives no name that staff could read. */
export const unnamedDesk = 'Desk';
const nameSchema = z.string().trim().min(1).max(60).catch(unnamedDesk);

/** An activity, as far as it matters here. */
export interface IncomingEvent {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: unknown;
  readonly channelId: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly name: string };
}

/**
 * Takes what a desk says became of a handoff. Nothing is ever refused towards the channel: what can't be read changes nothing.
 * @returns the function for incoming events; all but handoff.status are none of its business
 */
export function createHandoffStatus(options: {
  readonly escalations: Pick<EscalationStore, 'ofConversation' | 'history' | 'change'>;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}): (activity: IncomingEvent) => Promise<void> {
  const { escalations, now, log } = options;

  /** The newest question of the conversation that was handed over and is not done with. */
  async function handedOver(activity: IncomingEvent): Promise<Escalation | null> {
    const own = await escalations.ofConversation({
      channel: activity.channelId,
      id: activity.conversation.id,
    });
    for (const escalation of own) {
      if (escalation.status === 'closed' || escalation.status === 'withdrawn') continue;
      const history = await escalations.history(escalation.id);
      if (history.some(({ kind }) => kind === 'handoff')) return escalation;
    }
    return null;
  }

  return async (activity) => {
    if (activity.name !== 'handoff.status') return;
    const status = statusSchema.safeParse(activity.value);
    if (!status.success) {
      log.warn({ channel: activity.channelId }, 'a handoff status could not be read');
      return;
    }
    const escalation = await handedOver(activity);
    if (!escalation) return;
    const { state, message } = status.data;
    const staff = nameSchema.parse(activity.from.name);
    const command = { kind: states[state], staff, text: message?.trim() || null } as const;
    const result = await escalations.change(escalation.id, command, now(), null, activity.id);
    log.info({ escalation: escalation.id, state, taken: result.ok }, 'handoff status');
  };
}
