// A server with nothing but the console on it, over real HTTP, with a clock that is set by hand.
import { once } from 'node:events';
import { pino } from 'pino';
import restify, { type Server } from 'restify';
import { sessionCookie } from '../../../bot/console/cookie.ts';
import type { InsightOptions } from '../../../bot/console/insight/source.ts';
import { mountConsole } from '../../../bot/console/mountConsole.ts';
import type { ConsoleOptions, TranscriptLine } from '../../../bot/console/options.ts';
import type { People } from '../../../bot/console/people.ts';
import type { Role } from '../../../bot/console/roles.ts';
import { createClientAddress } from '../../../bot/http/clientAddress.ts';
import { defaultRetention } from '../../../bot/privacy/retention.ts';
import { hashOf, newSecret } from '../../../bot/secrets.ts';
import { createSignal, type Signal } from '../../../bot/signal.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { addEvent } from '../../../bot/store/escalationHistory.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { createSqlAudit } from '../../../bot/store/sqlAudit.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlInsight } from '../../../bot/store/sqlInsight.ts';
import { createSqlPeople } from '../../../bot/store/sqlPeople.ts';
import { createSqlPersonalData } from '../../../bot/store/sqlPersonalData.ts';
import { createSqlSavedViews } from '../../../bot/store/sqlSavedViews.ts';
import { createSqlStaffSessions } from '../../../bot/store/sqlStaffSessions.ts';
import { createSqlTextModules } from '../../../bot/store/sqlTextModules.ts';
import { staffNames } from '../../../bot/store/staffNames.ts';
import {
  type DeskPlan,
  type Escalation,
  type EscalationDraft,
  type EscalationStore,
  plainPlan,
} from '../../../dialogs/index.ts';
import { createMemoryDeliveries } from './memoryDeliveries.ts';
import { createTestTeaching, type TestTeaching, type TestTeachingOptions } from './teaching.ts';

export interface TestConsole {
  readonly url: string;
  readonly escalations: TestEscalations;
  readonly db: Database;
  readonly deliveries: ReturnType<typeof createMemoryDeliveries>;
  /** Whether replies go out by mail, and when the visitor was there last. */
  readonly reach: { byMail: boolean; lastSeen: Date | null };
  readonly clock: { now: Date };
  readonly transcript: TranscriptLine[];
  readonly links: string[];
  readonly teach: TestTeaching;
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
  /** Somebody who chatted. */
  readonly personalData: {
    put(name: string): Promise<void>;
    say(name: string, text: string): Promise<void>;
  };
  stop(): Promise<void>;
}

/** The real store, on a database in memory. */
export interface TestEscalations extends EscalationStore {
  /** What the outbox writes into the history once a reply has reached the visitor, or has not. */
  delivered(id: string, at: Date, failure?: string): Promise<void>;
  /** How many times anything was changed. */
  readonly writes: () => number;
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
  options: {
    port?: number;
    publicUrl?: string;
    plan?: DeskPlan;
    insight?: Partial<InsightOptions>;
    /** Milliseconds for which a reply can be taken back. */
    undoMs?: number;
    teaching?: TestTeachingOptions;
  } & Partial<Pick<ConsoleOptions, 'organisation' | 'signInLinks' | 'settingsOverview'>> = {},
): Promise<TestConsole> {
  const database = await openDatabase(':memory:');
  const server = restify.createServer({ name: 'console' });
  const plan = options.plan ?? plainPlan;
  const undoMs = options.undoMs ?? 0;
  const changes = createSignal();
  let writes = 0;
  changes.subscribe(() => {
    writes += 1;
  });
  const escalations: TestEscalations = {
    ...createSqlEscalationStore(database.db, changes.emit, { plan, undoMs }),
    writes: () => writes,
    async delivered(id, at, failure) {
      const kind = failure === undefined ? 'delivered' : 'deliveryFailed';
      const event = { kind, at, actor: { kind: 'bot', name: null }, text: failure ?? null } as const;
      await database.db.transaction().execute((trx) => addEvent(trx, id, event, null));
      changes.emit();
    },
  };
  const deliveries = createMemoryDeliveries();
  const reach: TestConsole['reach'] = { byMail: false, lastSeen: null };
  const clock = { now: new Date('2026-11-23T10:00:00Z') };
  const transcript: TranscriptLine[] = [];
  const links: string[] = [];
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const address: unknown = server.address();
  const port = typeof address === 'object' && address && 'port' in address ? Number(address.port) : 0;
  const url = `http://127.0.0.1:${port}`;
  const activityLog = createSqlActivityLog(database.db);
  const news = createSignal();
  const teach = createTestTeaching(database.db, clock, news.emit, options.teaching);
  const sessions = createSqlStaffSessions(database.db);
  const people = createSqlPeople(database.db);
  const console = mountConsole(server, {
    escalations,
    transcript: async () => transcript,
    plan,
    staffNames: () => staffNames(database.db),
    deliveries,
    undoMs,
    reach: {
      get byMail() {
        return reach.byMail;
      },
      lastSeen: async () => reach.lastSeen,
    },
    sessions,
    savedViews: createSqlSavedViews(database.db),
    textModules: createSqlTextModules(database.db),
    privacy: {
      data: createSqlPersonalData(database),
      audit: createSqlAudit(database.db),
      retention: defaultRetention,
    },
    changes: both(changes, news),
    people,
    organisation: options.organisation ?? null,
    signInLinks: options.signInLinks ?? true,
    settingsOverview: options.settingsOverview ?? (() => []),
    knowledgeFaults: () => [],
    insight: {
      source: createSqlInsight(database.db),
      entryQuestion: (entry, language) => `${entry} (${language})?`,
      ...options.insight,
    },
    teach: teach.options,
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
    db: database.db,
    deliveries,
    reach,
    clock,
    transcript,
    links,
    teach,
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
    personalData: {
      async put(name) {
        const visitorId = `dl_${name}`;
        await activityLog.create({ id: name, visitorId, origin: null, locale: null, createdAt: clock.now });
      },
      async say(name, text) {
        const body = { type: 'message', text } as const;
        const said = {
          id: null,
          clientId: null,
          sender: 'visitor',
          body,
          at: clock.now,
          pending: false,
        } as const;
        await activityLog.append(name, said);
      },
    },
    async stop() {
      console.close();
      server.server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await database.close();
    },
  };
}

type Changes = Pick<Signal, 'subscribe'>;

function both(one: Changes, other: Changes): Changes {
  return {
    subscribe: (listener) => {
      const ends = [one.subscribe(listener), other.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
