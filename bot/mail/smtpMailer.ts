// Sends one mail to one person over SMTP: one attempt, within a time limit, with an honest account of what became of it.
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isEmailAddress } from '../../dialogs/index.ts';
import type { Sent } from '../outbox.ts';
import type { MailSettings } from './mailSettings.ts';

export interface Mail {
  /** Becomes the Message-ID: the same mail sent twice is known to be the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The language of the text. */
  readonly language?: string;
}

export interface Mailer {
  /** @param signal ends the attempt */
  send(mail: Mail, signal: AbortSignal): Promise<Sent>;
}

/** Milliseconds to reach the server, until it says its name, and of silence later on. */
const connectionTimeout = 10_000;
const greetingTimeout = 10_000;
const socketTimeout = 15_000;

const idSchema = z.string().regex(/^[\w.-]{1,100}$/u);

export function createMailer(settings: MailSettings, log: Pick<Logger, 'warn'>): Mailer {
  return {
    async send(mail, signal) {
      const fault = faultOf(mail);
      if (fault !== null) return { ok: false, why: 'refused', note: fault };
      const message = compose(mail, settings);
      const envelope = message.getEnvelope();
      const sent = await transmit(settings, envelope, await message.build(), signal);
      if (!sent.ok) log.warn({ mail: mail.id, outcome: sent.why, note: sent.note }, 'a mail was not taken');
      return sent;
    },
  };
}

/** Nothing that could add a header or a second reader goes any further (reliability S15). */
function faultOf({ id, to, subject }: Mail): string | null {
  if (!isEmailAddress(to)) return 'The address is none that a mail can be sent to.';
  if (/[\r\n\0]/u.test(subject) || !idSchema.safeParse(id).success) return 'The mail can not be written.';
  return null;
}

function compose(mail: Mail, { from, replyTo }: MailSettings) {
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return new MailComposer({
    from: { ...from },
    to: { name: '', address: mail.to },
    ...(replyTo ? { replyTo: { ...replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    messageId: `<${mail.id}@${host}>`,
    headers: {
      // No robot answers this, and none answers the answer (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.language === undefined ? {} : { 'Content-Language': mail.language }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
}

type Envelope = Parameters<SmtpConnection['send']>[0];

function transmit(
  { server }: MailSettings,
  envelope: { from: string | false; to: string[] },
  message: Buffer,
  signal: AbortSignal,
): Promise<Sent> {
  const { host, port, secure, requireTls: requireTLS, signIn } = server;
  return new Promise((resolve) => {
    const connection = new SmtpConnection({
      host,
      port,
      secure,
      requireTLS,
      connectionTimeout,
      greetingTimeout,
      socketTimeout,
    });
    /** Once the server has asked for the message, it may have all of it, whatever we hear after that. */
    let begun = false;
    // Read for the first time when the server has asked for it.
    const body = Readable.from(
      (function* () {
        begun = true;
        yield message;
      })(),
    );
    const end = (sent: Sent) => {
      signal.removeEventListener('abort', tooLate);
      connection.close();
      resolve(sent);
    };
    const fail = (error: unknown) => end(failureOf(error, begun));
    const tooLate = () => fail({ code: 'ETIMEDOUT' });
    const submit = () => {
      const only: Envelope = { from: envelope.from, to: envelope.to };
      connection.send(only, body, (error) => {
        if (error) fail(error);
        else end({ ok: true });
      });
    };
    connection.on('error', fail);
    signal.addEventListener('abort', tooLate, { once: true });
    if (signal.aborted) {
      tooLate();
      return;
    }
    connection.connect((error) => {
      if (error) fail(error);
      else if (signIn === null) submit();
      else connection.login({ credentials: signIn }, (refusal) => (refusal ? fail(refusal) : submit()));
    });
  });
}

const smtpError = z.object({
  code: z.string().catch('unknown'),
  originalCode: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  /** The server's answer holds for good. */
  permanent: z.boolean().optional().catch(undefined),
});

const mailCommands = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** What a failed attempt means for the next one (reliability S18, F12). The server's own words may hold addresses: only codes are kept. */
function failureOf(error: unknown, begun: boolean): Sent {
  const { code, originalCode, responseCode, command, permanent } = smtpError
    .catch({ code: 'unknown' })
    .parse(error);
  // Somebody must set it right, and the mail then goes out.
  if (code === 'EAUTH')
    return {
      ok: false,
      why: 'tryLater',
      note: `The mail server did not let us sign in (${responseCode ?? code}).`,
    };
  // An answer to anything else, STARTTLS say, is about the server and not about this mail.
  if (responseCode !== undefined && mailCommands.has(command ?? '')) {
    const note = `The mail server answered with ${responseCode}.`;
    return { ok: false, why: permanent ? 'refused' : 'tryLater', note };
  }
  // The library itself found that this can not be sent: an address the server's SMTP has no words for, a message too long for it.
  if (!begun && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return { ok: false, why: 'refused', note: 'The mail server can not take a mail to this address.' };
  if (begun) {
    const note = 'The connection to the mail server broke after the mail was sent, before it was confirmed.';
    return { ok: false, why: 'uncertain', note };
  }
  const reason = code === 'ETLS' ? 'no secure connection' : (originalCode ?? code);
  return { ok: false, why: 'tryLater', note: `The mail server could not be reached (${reason}).` };
}
