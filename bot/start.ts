// Runs the service: settings, app, a few lines for the person at the terminal, and an orderly end.
import { startLearning } from './knowledge/learnThread.ts';
import { readSettings, servesChannels } from './settings.ts';
import { DatabaseHeldError, DatabaseUnreachableError, DatabaseUnusableError } from './store/databaseFile.ts';
import { placeOf } from './store/postgresUrl.ts';

/** sysexits.h EX_CONFIG: a supervisor need not try again before somebody has changed something. */
const configurationFault = 78;
/** Milliseconds for clients, turns and deliveries under way when the service ends: a little more than a connector has. */
const graceMs = 15_000;

function refuse(lines: readonly string[]): never {
  process.stderr.write(`Refusing to start:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  process.exit(configurationFault);
}

/** An error's message is part of a sentence in the log; here it begins one. */
function capital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

const read = readSettings();
if (!read.ok) refuse(read.faults);
const { settings } = read;
// The knowledge is learnt while the rest of the service loads: either takes most of a second.
const learning = startLearning(settings.knowledgeFolder, settings.modelCacheFile);
learning.catch(() => {
  // createApp awaits it, and reports.
});
const { pino } = await import('pino');
const { createApp, KnowledgeFaultsError } = await import('./app.ts');
const { RoutingFaultsError } = await import('./desk/readRouting.ts');
// Logs go to stderr, one JSON object a line; texts of visitors and secrets are never handed to it.
const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
const tell = (text: string) => process.stdout.write(`${text}\n`);

const app = await createApp({
  settings,
  log,
  learning,
  onSignInLink: (link) => tell(`  Staff: the next one-time sign-in link  ${link}`),
}).catch((error: unknown) => {
  if (error instanceof KnowledgeFaultsError || error instanceof RoutingFaultsError) refuse(error.faults);
  if (error instanceof DatabaseHeldError)
    refuse([`${capital(error.message)}. Stop it, or set DATABASE_FILE to another file.`]);
  if (error instanceof DatabaseUnusableError)
    refuse([
      settings.databaseUrl === null
        ? `${error.message} Set DATABASE_FILE to a file that this process can read and write.`
        : `${error.message} Set DATABASE_URL to a database that this service may use.`,
    ]);
  // It may be there a moment later: a supervisor is to try again.
  if (error instanceof DatabaseUnreachableError) {
    process.stderr.write(`Could not start:\n  ${error.message} Start it, or look at DATABASE_URL.\n`);
    process.exit(1);
  }
  throw error;
});

let stopping = false;
let exitStatus = 0;
async function stop(reason: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, 'stopping');
  setTimeout(() => process.exit(1), graceMs).unref();
  try {
    await app.close();
    log.info('stopped');
  } catch (error) {
    exitStatus = 1;
    log.fatal({ err: error }, 'the service could not end in order');
  }
  process.exit(exitStatus);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
// After a fault that nobody expected nobody knows what still works: what is under way is finished, then a supervisor starts anew.
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    exitStatus = 1;
    log.fatal({ err: error }, `${fault}: ending, so that a supervisor starts the service again`);
    void stop(fault);
  });
}

const origin = await app.listen().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    refuse([
      `Port ${settings.port} on ${settings.host} is in use. Stop what uses it, or set PORT to another one.`,
    ]);
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    refuse([
      `This process may not listen on ${settings.host}:${settings.port}. Set HOST and PORT to an address it may use.`,
    ]);
  throw error;
});

const address = settings.publicUrl ?? origin;
const onlyHere = settings.app === null ? '   (no app id: clients on this machine only)' : '';
const botFramework = servesChannels(settings)
  ? `${address}/api/messages${onlyHere}`
  : 'off, for MICROSOFT_APP_ID is empty and nobody could be authenticated';
tell(`
  The ICLEI question bot is ready (${app.knowledge.entries.length} entries).

  Chat               ${address}/
  Staff console      ${await app.newSignInLink()}
                     (one use, within an hour; when it was used or has expired, a new one is shown here)
  Bot Framework      ${botFramework}
  Direct Line        ${address}/v3/directline

  Stop with Ctrl+C. Data is kept in ${settings.databaseUrl === null ? settings.databaseFile : placeOf(settings.databaseUrl)}.
`);
log.info({ origin, entries: app.knowledge.entries.length, knowledge: app.knowledge.version }, 'ready');
