// SMTP_URL, MAIL_FROM and MAIL_REPLY_TO, read once. No message repeats a value: there is a password among them.
import { z } from 'zod';
import { isEmailAddress } from '../../dialogs/index.ts';
import { isLoopback } from '../loopback.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on (smtps:). */
  readonly secure: boolean;
  /** Without TLS nothing is sent, nor is anybody signed in; only a server on this machine may do without. */
  readonly requireTls: boolean;
  readonly signIn: { readonly user: string; readonly pass: string } | null;
}

export interface Mailbox {
  /** '' when there is none. */
  readonly name: string;
  readonly address: string;
}

export interface MailSettings {
  readonly server: SmtpServer;
  readonly from: Mailbox;
  /** Where people read answers; null: nobody does. */
  readonly replyTo: Mailbox | null;
}

const badUrl =
  'must be smtps://user:password@host:465 or smtp://user:password@host:587, special signs as %XX';

export const smtpUrlSchema = z.string().transform((text, context) => {
  const server = parseServer(text);
  if (server) return server;
  context.addIssue({ code: 'custom', message: badUrl });
  return z.NEVER;
});

function parseServer(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const bare = (url.pathname === '' || url.pathname === '/') && url.search === '' && url.hash === '';
  if ((!secure && url.protocol !== 'smtp:') || url.hostname === '' || !bare) return null;
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (user === null || pass === null || (user === '') !== (pass === '')) return null;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && !isLoopback(host),
    signIn: user === '' ? null : { user, pass },
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** "name@example.org" or "ICLEI <name@example.org>". */
export const mailboxSchema = z.string().transform((text, context): Mailbox => {
  const [, name, inBrackets] = /^([^<>"\p{C}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const address = (inBrackets ?? text).trim();
  if (isEmailAddress(address)) return { name: (name ?? '').trim(), address };
  context.addIssue({
    code: 'custom',
    message: 'must be an address like name@example.org, or Name <name@example.org>',
  });
  return z.NEVER;
});
