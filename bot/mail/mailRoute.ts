// Brings a reply to the address the visitor left: when they were not there to read it, or their channel does not take it.
import type { Escalation } from '../../dialogs/index.ts';
import type { Delivery, Sent } from '../outbox.ts';
import { replyMail } from './replyMail.ts';
import type { Mailer } from './smtpMailer.ts';

/** Milliseconds a visitor of our web chat has to come back and read a reply there, before it is mailed. */
export const mailAfterMs = 600_000;

export interface MailRoute {
  send(escalation: Escalation, delivery: Delivery, signal: AbortSignal): Promise<Sent>;
}

export interface MailRouteOptions {
  readonly mailer: Mailer;
  /** Whether somebody reads what is sent back. */
  readonly answersAreRead: boolean;
  /** When a visitor of our web chat had it open last; null where we can't know. */
  readonly lastSeen: (escalation: Escalation) => Promise<Date | null>;
  /** Where the chat can be opened. */
  readonly link: (escalation: Escalation) => Promise<string>;
}

export function createMailRoute({ mailer, answersAreRead, lastSeen, link }: MailRouteOptions): MailRoute {
  return {
    async send(escalation, delivery, signal) {
      const { id, reply, since } = delivery;
      // Who had it sent again, later, wants it sent.
      const byItself = since.getTime() <= reply.at.getTime() + mailAfterMs;
      const seen = byItself ? await lastSeen(escalation) : null;
      if (seen && seen >= reply.at)
        return { ok: false, why: 'notNeeded', note: 'The visitor had the chat open after the reply.' };
      const mail = replyMail(escalation, reply, { id, link: await link(escalation), answersAreRead });
      return mail
        ? mailer.send(mail, signal)
        : { ok: false, why: 'notNeeded', note: 'There is no address any more.' };
    },
  };
}

/** Where a visitor finds the chat again: on the page they asked from, whose browser keeps the conversation, else on ours. */
export function chatLink(
  ownOrigin: string,
  askedFrom: string | null,
  { language }: Pick<Escalation, 'language'>,
): string {
  return askedFrom === null || askedFrom === ownOrigin ? `${ownOrigin}/?lang=${language}` : `${askedFrom}/`;
}
