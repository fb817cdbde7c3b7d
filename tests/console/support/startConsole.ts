// A server with nothing but the console on it, over real HTTP, with a clock that is set by hand.
import { once } from 'node:events';
import { pino } from 'pino';
import restify, { type Server } from 'restify';
import { sessionCookie } from '../../../bot/console/cookie.ts';
import { mountConsole } from '../../../bot/console/mountConsole.ts';
import type { ConsoleOptions, TranscriptLine } from '../../../bot/console/options.ts';
import type { People } from '../../../bot/console/people.ts';
import type { Role } from '../../../bot/console/roles.ts';
import { createClientAddress } from '../../../bot/http/clientAddress.ts';
import { hashOf, newSecret } from '../../../bot/secrets.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlPeople } from '../../../bot/store/sqlPeople.ts';
import { createSqlStaffSessions } from '../../../bot/store/sqlStaffSessions.ts';
import type { Escalation, EscalationDraft } from '../../../dialogs/index.ts';
import { createMemoryEscalations } from './memoryEscalations.ts';

export interface TestConsole {
  readonly url: string;
  readonly escalations: ReturnType<typeof createMemoryEscalations>;
  readonly clock: { now: Date };
  readonly transcript: TranscriptLine[];
  readonly links: string[];
  readonly people: People;
  readonly server: Server;
  newSignInLink(): Promise<string>;
  /** Opens an escalation; what is not given is ordinary. */
  ask(question: string, more?: Partial<EscalationDraft>): Promise<Escalation>;
  /** GET or, with fields, POST as a browser sends our own form. Redirects are not followed. */
  send(path: string, options?: SendOptions): Promise<Response>;
  /** A new session's cookie and token. */
  signIn(name?: string): Promise<Staff>;
  /** The session of somebody with these roles only. */
  signInAs(name: string, roles: readonly Role[]): Promise<Staff>;
  stop(): Promise<void>;
}

export interface Staff {
  readonly cookie: string;
  readonly csrf: string;
}

export interface SendOptions {
  readonly staff?: Staff;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startConsole(
  options: { port?: number; publicUrl?: string } & Partial<
    Pick<ConsoleOptions, 'organisation' | 'signInLinks' | 'settingsOverview'>
  > = {},
): Promise<TestConsole> {
  const database = await openDatabase(':memory:');
  const server = restify.createServer({ name: 'console' });
  const escalations = createMemoryEscalations();
  const clock = { now: new Date('2026-11-23T10:00:00Z') };
  const transcript: TranscriptLine[] = [];
  const links: string[] = [];
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const address: unknown = server.address();
  const port = typeof address === 'object' && address && 'port' in address ? Number(address.port) : 0;
  const url = `http://127.0.0.1:${port}`;
  const sessions = createSqlStaffSessions(database.db);
  const people = createSqlPeople(database.db);
  const console = mountConsole(server, {
    escalations,
    transcript: async () => transcript,
    sessions,
    people,
    organisation: options.organisation ?? null,
    signInLinks: options.signInLinks ?? true,
    settingsOverview: options.settingsOverview ?? (() => []),
    changes: escalations.changes,
    knowledgeFaults: () => [],
    now: () => clock.now,
    publicUrl: () => options.publicUrl ?? url,
    clientAddress: createClientAddress(0),
    log: pino({ level: 'silent' }),
    showSignInLink: (link) => links.push(link),
  });
  let turns = 0;

  const send: TestConsole['send'] = (path, { staff, fields, headers } = {}) =>
    fetch(url + path, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        ...(staff && { Cookie: staff.cookie }),
        ...(fields && { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }),
        ...headers,
      },
      ...(fields && { body: new URLSearchParams({ ...(staff && { csrf: staff.csrf }), ...fields }) }),
    });

  return {
    url,
    escalations,
    clock,
    transcript,
    links,
    people,
    server,
    newSignInLink: () => console.newSignInLink(),
    ask(question, more = {}) {
      turns += 1;
      return escalations.open({
        turnId: `t${turns}`,
        conversation: { channel: 'directline', id: 'c1' },
        visitorId: 'v1',
        conversationReference: '{}',
        question,
        language: 'en',
        tried: {
          cause: 'noAnswer',
          reason: 'No entry came close.',
          matches: [],
          rejected: [],
          unknownWords: [],
        },
        at: clock.now,
        ...more,
      });
    },
    send,
    async signIn(name = 'Anna') {
      const link = new URL(await console.newSignInLink());
      const token = link.searchParams.get('token') ?? '';
      const response = await send('/console/sign-in', { fields: { token, name } });
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const page = await (await send('/console', { headers: { Cookie: cookie } })).text();
      return { cookie, csrf: /name="csrf" value="([^"]+)"/u.exec(page)?.[1] ?? '' };
    },
    async signInAs(name, roles) {
      const id = newSecret();
      const csrf = newSecret();
      const person = await people.addByLink(name, roles, clock.now);
      if (!person) throw new Error(`somebody is called ${name} already`);
      await sessions.start({
        idHash: hashOf(id),
        personId: person.id,
        csrf,
        createdAt: clock.now,
        seenAt: clock.now,
      });
      return { cookie: sessionCookie(id, { secure: false, sameSite: 'Strict' }).split(';')[0] ?? '', csrf };
    },
    async stop() {
      console.close();
      server.server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await database.close();
    },
  };
}
