// A mail server on loopback that behaves as it is told, and keeps what it took.
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../../bot/mail/mailSettings.ts';

/** It takes mails, refuses the recipient or the message with a code, or cuts the connection, before or after it has the message. */
export type MailServerMood =
  | 'takes'
  | { readonly recipient: number }
  | { readonly message: number }
  | 'cuts at the recipient'
  | 'cuts after the message'
  | 'keeps silent after the message';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message, headers and all, with encoded lines joined and decoded where that is simple. */
  readonly raw: string;
}

export interface MailServer {
  readonly port: number;
  /** What it has read to the end, confirmed or not. */
  readonly taken: readonly TakenMail[];
  /** How often it was asked to take one. */
  readonly asked: () => number;
  /** Passwords it was told. */
  readonly passwords: readonly string[];
  settings(more?: Partial<MailSettings['server']>): MailSettings;
  setMood(mood: MailServerMood): void;
  close(): Promise<void>;
}

/** @param options.signIn wants a sign-in, and takes only this password */
export async function startMailServer(options: { signIn?: string } = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const passwords: string[] = [];
  let mood: MailServerMood = 'takes';
  let asked = 0;
  const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode });
  const cut = () => {
    for (const { _socket: socket } of server.connections) socket?.destroy();
  };
  const server: SMTPServer = new SMTPServer({
    logger: false,
    // What this machine says to itself needs no TLS.
    disabledCommands: ['STARTTLS', ...(options.signIn === undefined ? ['AUTH'] : [])],
    authOptional: options.signIn === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      passwords.push(password ?? '');
      if (password === options.signIn) done(null, { user: username ?? '' });
      else done(refusal(535));
    },
    onRcptTo: (_address, _session, done) => {
      asked += 1;
      if (mood === 'cuts at the recipient') cut();
      else if (typeof mood === 'object' && 'recipient' in mood) done(refusal(mood.recipient));
      else done();
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        if (mood === 'cuts after the message') cut();
        else if (typeof mood === 'object' && 'message' in mood) done(refusal(mood.message));
        else if (mood !== 'keeps silent after the message') done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      if (address !== null && typeof address === 'object') resolve(address);
    });
  });
  return {
    port,
    taken,
    asked: () => asked,
    passwords,
    settings: (more = {}) => ({
      server: { host: '127.0.0.1', port, secure: false, requireTls: false, signIn: null, ...more },
      from: { name: 'ICLEI', address: 'assistant@iclei.example' },
      replyTo: null,
    }),
    setMood: (next) => {
      mood = next;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

/** A quoted-printable part as it reads. */
export function readable(raw: string): string {
  const joined = raw.replace(/=\r?\n/gu, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
