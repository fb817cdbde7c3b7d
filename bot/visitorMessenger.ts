// Reaches a visitor again: through the conversation reference that was stored with the question, or at the address they left.
import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import { type Escalation, staffNotice, staffReply } from '../dialogs/index.ts';
import type { Adapter } from './adapter.ts';
import { signInFailed } from './connector.ts';
import { isAllowedServiceUrl, ownServiceUrl } from './gate/serviceUrl.ts';
import { handoffInitiation } from './handoff.ts';
import { type MailRoute, mailAfterMs } from './mail/mailRoute.ts';
import type { Delivery, SendFailure, VisitorMessenger } from './outbox.ts';
import { renderActivity } from './render/activity.ts';

const account = z.looseObject({ id: z.string(), name: z.string().catch('') });
const referenceSchema = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  bot: account,
  user: account,
  conversation: z.looseObject({
    id: z.string(),
    name: z.string().catch(''),
    isGroup: z.boolean().catch(false),
    conversationType: z.string().catch(''),
  }),
  activityId: z.string().optional(),
  locale: z.string().optional(),
});

export function createVisitorMessenger(options: {
  adapter: Adapter;
  serviceUrlHosts: readonly string[];
  loopbackOnly: boolean;
  /** null: no mail goes out. */
  mail: MailRoute | null;
}): VisitorMessenger {
  const { adapter, serviceUrlHosts, loopbackOnly, mail } = options;
  return {
    route(escalation, delivery) {
      if (delivery.route === 'mail') return { lane: 'mail', repeatable: false };
      const { serviceUrl } = referenceOf(escalation);
      // Our own log keeps an id once, and never hangs as a foreign host may.
      if (serviceUrl === ownServiceUrl) return { lane: serviceUrl, repeatable: true };
      return { lane: URL.canParse(serviceUrl) ? new URL(serviceUrl).host : serviceUrl, repeatable: false };
    },

    async send(escalation, delivery, signal) {
      if (delivery.route === 'mail') {
        const note = 'No mail can be sent: SMTP_URL is not set.';
        return mail ? mail.send(escalation, delivery, signal) : { ok: false, why: 'refused', note };
      }
      const reference = referenceOf(escalation);
      const { serviceUrl } = reference;
      // Checked again: the list may be shorter than when the reference was stored, and a token goes with the reply.
      if (serviceUrl !== ownServiceUrl && !isAllowedServiceUrl(serviceUrl, serviceUrlHosts, loopbackOnly)) {
        return {
          ok: false,
          why: 'refused',
          note: 'Replies are no longer sent to the address this visitor wrote from.',
        };
      }
      try {
        const sender = delivery.kind === 'reply' ? 'staff' : 'bot';
        const activity = activityOf(escalation, delivery, reference);
        await adapter.deliver(reference, activity, { id: delivery.id, sender });
        return { ok: true };
      } catch (error) {
        return { ok: false, ...failureOf(error, serviceUrl === ownServiceUrl) };
      }
    },

    mailAt(escalation, delivery, outcome, now) {
      const { kind, route, reply } = delivery;
      if (!mail || kind !== 'reply' || route !== 'chat' || escalation.email === null) return null;
      if (outcome.kind === 'failed') return now;
      // Our log takes every reply, also when nobody looks; a channel tells its people itself.
      return outcome.kind === 'delivered' && isOwn(escalation)
        ? new Date(reply.at.getTime() + mailAfterMs)
        : null;
    },
  };
}

function isOwn(escalation: Escalation): boolean {
  return referenceOf(escalation).serviceUrl === ownServiceUrl;
}

function activityOf(
  escalation: Escalation,
  { kind, reply }: Delivery,
  reference: ReturnType<typeof referenceOf>,
): Partial<Activity> {
  switch (kind) {
    case 'handoff':
      return handoffInitiation(escalation, reference);
    case 'reply':
      return renderActivity(staffReply(escalation, reply), reference.channelId);
    case 'claimed':
    case 'closed':
    case 'takenOver':
    case 'handedBack':
      return renderActivity(staffNotice(escalation, kind, reply.by), reference.channelId);
  }
}

function referenceOf(escalation: Escalation) {
  return referenceSchema.parse(
    JSON.parse(escalation.conversationReference),
  ) satisfies Partial<ConversationReference>;
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  signInFailed,
]);
const httpError = z.object({ statusCode: z.number(), retryAfterMs: z.number().optional() });
const systemError = z.object({ code: z.string() });

/** What a failed send means for the next attempt (reliability S18). */
export function failureOf(
  error: unknown,
  ownChannel: boolean,
): { why: SendFailure; note: string; waitMs?: number } {
  // Our own log keeps an id once, so another attempt can't show the reply twice.
  if (ownChannel) return { why: 'tryLater', note: 'The reply could not be written into the conversation.' };
  const status = httpError.safeParse(error);
  if (status.success) {
    const { statusCode: code, retryAfterMs: waitMs } = status.data;
    const note = `The channel answered with status ${code}.`;
    if (code === 429 || code === 412)
      return { why: 'tryLater', note, ...(waitMs === undefined ? {} : { waitMs }) };
    return { why: code >= 300 && code < 500 && code !== 408 ? 'refused' : 'uncertain', note };
  }
  const system = systemError.safeParse(error);
  if (system.success && neverSent.has(system.data.code))
    return { why: 'tryLater', note: `The channel could not be reached (${system.data.code}).` };
  return { why: 'uncertain', note: 'The connection broke while the reply was being sent.' };
}
