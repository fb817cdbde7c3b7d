// The one place that reads the environment: parsed once, every fault named at once.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { defaultCacheFolder, modelCacheFile } from './cacheFolder.ts';
import type { ClaimRules } from './console/oidc/identity.ts';
import { parseRoleRules } from './console/oidc/roleRules.ts';
import { isLoopback } from './loopback.ts';
import { type MailSettings, mailboxSchema, smtpUrlSchema } from './mail/mailSettings.ts';
import { defaultRetention, type Retention } from './privacy/retention.ts';
import { faultsTogether, servesThisMachine } from './settingsTogether.ts';
import { isPostgresUrl } from './store/postgresUrl.ts';

const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be an origin like https://www.example.org, without a path',
  );
const hostName = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/u, 'must be a host name like smba.trafficmanager.net');
const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));
const whole = (most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/u.test(text) && Number(text) <= most,
      `must be a number from 0 to ${most}, in digits`,
    )
    .transform(Number);
const days = z
  .string()
  .refine(
    (text) => /^\d{1,4}$/u.test(text) && Number(text) >= 1 && Number(text) <= 3650,
    'must be a number of days from 1 to 3650, in digits',
  )
  .transform(Number);
const httpsUrl = z.url({ protocol: /^https$/u, error: 'must be an address that starts with https://' });

const databaseUrl = z
  .string()
  .refine(
    (text) => isPostgresUrl(text) && URL.canParse(text) && new URL(text).pathname.length > 1,
    'must be an address like postgres://user:password@host:5432/database',
  );
/** Of an OpenID provider; on this machine it needs no TLS. */
const issuer = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const known = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return known && search === '' && hash === '';
}, 'must be an address that starts with https://');
const roleRules = z.string().transform((text, context) => {
  const read = parseRoleRules(text);
  if (read.ok) return read.rules;
  context.addIssue({ code: 'custom', message: read.fault });
  return z.NEVER;
});

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(65_535).default(3978),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: whole(10).default(0),
  DATABASE_FILE: z.string().min(1).default('data/bot.sqlite'),
  DATABASE_URL: databaseUrl.optional(),
  CACHE_FOLDER: z.string().min(1).default(defaultCacheFolder),
  KNOWLEDGE_FOLDER: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../knowledge', import.meta.url))),
  ROUTING_FILE: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../dialogs/escalation/routing.yaml', import.meta.url))),
  MICROSOFT_APP_ID: z.guid('must be the application (client) id: 8-4-4-4-12 hexadecimal digits').optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  MICROSOFT_APP_TENANT_ID: z
    .guid('must be the directory (tenant) id: 8-4-4-4-12 hexadecimal digits')
    .optional(),
  MICROSOFT_APP_TYPE: z
    .enum(
      ['MultiTenant', 'SingleTenant', 'UserAssignedMsi'],
      'must be MultiTenant, SingleTenant or UserAssignedMsi',
    )
    .default('SingleTenant'),
  SERVICE_URL_HOSTS: list(hostName).default([]),
  WEB_CHAT_ORIGINS: list(origin).default([]),
  DIRECT_LINE_SIGNING_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= 32, 'must be at least 32 bytes long')
    .optional(),
  PRIVACY_URL: httpsUrl.optional(),
  KEEP_CHATS_DAYS: days.default(defaultRetention.chats),
  KEEP_QUESTIONS_DAYS: days.default(defaultRetention.questions),
  KEEP_ADDRESSES_DAYS: days.default(defaultRetention.addresses),
  KEEP_FIGURES_DAYS: days.default(defaultRetention.figures),
  KEEP_AUDIT_DAYS: days.default(defaultRetention.audit),
  SMTP_URL: smtpUrlSchema.optional(),
  MAIL_FROM: mailboxSchema.optional(),
  MAIL_REPLY_TO: mailboxSchema.optional(),
  AMBIGUOUS_DELIVERY: z.enum(['hold', 'resend'], 'must be hold or resend').default('hold'),
  REPLY_UNDO_SECONDS: whole(60).default(10),
  HANDOFF: z.enum(['off', 'events'], 'must be off or events').default('off'),
  TEACHING_NEEDS_SECOND: z.enum(['true', 'false'], 'must be true or false').default('false'),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ROLES: roleRules.optional(),
  OIDC_GROUPS_CLAIM: z
    .string()
    .regex(/^[\w:/.-]{1,200}$/u, 'must be the name of a claim, like groups')
    .default('groups'),
  SIGN_IN_LINKS: z.enum(['on', 'off'], 'must be on or off').optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .default('info'),
});

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Origin the outside world uses; null means http://host:port. */
  readonly publicUrl: string | null;
  /** Proxies in front of us whose word is taken on who the client is. */
  readonly trustedProxies: number;
  readonly databaseFile: string;
  /** A PostgreSQL to use instead of the file; its password is in it. */
  readonly databaseUrl: string | null;
  readonly knowledgeFolder: string;
  /** Where the matcher's model is kept between two starts. */
  readonly modelCacheFile: string;
  /** Queues, opening hours and times of the staff's desk. */
  readonly routingFile: string;
  /** null: no Bot Framework registration, so only loopback is served. */
  readonly app: {
    readonly id: string;
    readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMsi';
    readonly password: string | null;
    readonly tenantId: string | null;
  } | null;
  /** Hosts, besides Microsoft's own, that replies may be posted to. */
  readonly serviceUrlHosts: readonly string[];
  /** Origins of web pages, besides our own, that may open the web chat. */
  readonly webChatOrigins: readonly string[];
  /** null: a key made on the first start and kept in the database. */
  readonly directLineSigningKey: string | null;
  readonly privacyUrl: string | null;
  readonly retention: Retention;
  /** null: no mail goes out. */
  readonly mail: MailSettings | null;
  /** What is done with a reply that may or may not have arrived. */
  readonly ambiguousDelivery: 'hold' | 'resend';
  /** Milliseconds for which staff can take a reply back before it goes out. */
  readonly replyUndoMs: number;
  /** Whether questions of channels are offered to an organisation's own desk. */
  readonly handoff: 'off' | 'events';
  /** Must somebody else than the author publish what the bot is taught? */
  readonly teachingNeedsSecond: boolean;
  /** How staff sign in with their organisation's account; null: by one-time links only. */
  readonly oidc: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly claimRules: ClaimRules;
  } | null;
  /** Whether one-time links sign in. */
  readonly signInLinks: boolean;
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the settings of this process: the file .env in its folder, if there is one, and the environment, which wins. */
export function readSettings(): SettingsResult {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseSettings(process.env);
}

/**
 * Parses settings.
 * @param environment variable names and values; an empty value counts as not set
 * @returns the settings, or every fault at once as "NAME is …" sentences that never repeat a value
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} ${sentence(issue.message)}`);
  const together = faultsTogether(given);
  if (!parsed.success || together.length > 0) return { ok: false, faults: [...faults, ...together] };
  const env = parsed.data;
  const oidc = oidcOf(env);
  return {
    ok: true,
    settings: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL ?? null,
      trustedProxies: env.TRUST_PROXY,
      databaseFile: env.DATABASE_FILE,
      databaseUrl: env.DATABASE_URL ?? null,
      knowledgeFolder: env.KNOWLEDGE_FOLDER,
      modelCacheFile: modelCacheFile(env.CACHE_FOLDER),
      routingFile: env.ROUTING_FILE,
      app: env.MICROSOFT_APP_ID
        ? {
            id: env.MICROSOFT_APP_ID,
            type: env.MICROSOFT_APP_TYPE,
            password: env.MICROSOFT_APP_PASSWORD ?? null,
            tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
          }
        : null,
      serviceUrlHosts: env.SERVICE_URL_HOSTS,
      webChatOrigins: env.WEB_CHAT_ORIGINS,
      directLineSigningKey: env.DIRECT_LINE_SIGNING_KEY ?? null,
      privacyUrl: env.PRIVACY_URL ?? null,
      retention: {
        chats: env.KEEP_CHATS_DAYS,
        questions: env.KEEP_QUESTIONS_DAYS,
        addresses: env.KEEP_ADDRESSES_DAYS,
        figures: env.KEEP_FIGURES_DAYS,
        audit: env.KEEP_AUDIT_DAYS,
      },
      mail:
        env.SMTP_URL && env.MAIL_FROM
          ? { server: env.SMTP_URL, from: env.MAIL_FROM, replyTo: env.MAIL_REPLY_TO ?? null }
          : null,
      ambiguousDelivery: env.AMBIGUOUS_DELIVERY,
      replyUndoMs: env.REPLY_UNDO_SECONDS * 1_000,
      handoff: env.HANDOFF,
      teachingNeedsSecond: env.TEACHING_NEEDS_SECOND === 'true',
      oidc,
      // Who reads the terminal of a server need not be staff: links are for this machine, and to begin with.
      signInLinks: env.SIGN_IN_LINKS ? env.SIGN_IN_LINKS === 'on' : oidc === null || servesThisMachine(given),
      logLevel: env.LOG_LEVEL,
    },
  };
}

function oidcOf(env: z.infer<typeof schema>): Settings['oidc'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES, OIDC_GROUPS_CLAIM } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLES) return null;
  return {
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    claimRules: {
      issuer: new URL(OIDC_ISSUER).href,
      roleRules: OIDC_ROLES,
      groupsClaim: OIDC_GROUPS_CLAIM,
    },
  };
}

/**
 * Do we serve channels besides our own web chat? Without a registration nobody can be authenticated: then there are emulators on
 * this machine only, and nobody at all when a proxy brings the world to this machine.
 */
export function servesChannels({ app, publicUrl }: Settings): boolean {
  return app !== null || publicUrl === null || isLoopback(new URL(publicUrl).hostname);
}

/** zod's own messages are for developers; ours start with "must" or get a plain one. */
function sentence(message: string): string {
  return `${message.startsWith('must') ? message : "has a value that can't be used"}. See .env.example.`;
}
