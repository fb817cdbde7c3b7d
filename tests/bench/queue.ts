// How long the console takes to show the queue when there is a lot in it: npm run --silent bench:queue [-- --stored 50000] [--json]
// Fills a database, starts the whole service on it, signs in as staff and opens each page again and again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../bot/store/sqlEscalationStore.ts';
import { complain, readOptions } from '../support/commandLine.ts';
import { signIn } from '../support/staff.ts';
import { startApp } from '../support/startApp.ts';
import { percent, quantile } from './figures.ts';

const usage = `npm run --silent bench:queue [-- --stored NUMBER] [--json]

  --stored NUMBER  escalations in the database (50,000); 200 of them are open
  --json           for machines: a list of {page, p50Ms, p99Ms}`;

const options = readOptions(usage, {
  stored: { type: 'string', default: '50000' },
  json: { type: 'boolean', default: false },
});
const stored = Number(options.stored);
if (!Number.isInteger(stored) || stored < 1) complain(usage, '--stored must be a whole number from 1 on.');
const open = Math.min(200, stored);
const rounds = 200;
const pages: Readonly<Record<string, string>> = {
  'what waits': '/console',
  'what was answered': '/console?status=answered',
  'a search': '/console?find=lend+pengiuns',
};

const folder = await mkdtemp(join(tmpdir(), 'iclei-queue-'));
try {
  await fill();
  const { app, close } = await startApp({ folder });
  const staff = await signIn(await app.newSignInLink(), 'Anna');
  const results = [];
  for (const [name, path] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await staff.page(path);
      times.push(performance.now() - started);
    }
    const result = { page: name, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
    results.push(result);
    if (!options.json)
      console.log(`${name.padEnd(20)} p50 ${result.p50Ms.toFixed(0)} ms  p99 ${result.p99Ms.toFixed(0)} ms`);
  }
  if (options.json) console.log(JSON.stringify(results));
  await close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Questions as they come in, one a minute, the newest open and the others answered. */
async function fill(): Promise<void> {
  const { db, close } = await openDatabase(join(folder, 'bot.sqlite'));
  const start = Date.now() - stored * 60_000;
  const store = createSqlEscalationStore(db, () => undefined);
  for (let i = 0; i < open; i++) {
    await store.open({
      turnId: `turn-${i}`,
      conversation: { channel: 'directline', id: `open-${i}` },
      visitorId: `dl_${i}`,
      conversationReference: '{}',
      question: questionOf(i),
      language: 'en',
      tried: { cause: 'noAnswer', reason: 'No answer.', matches: [], rejected: [], unknownWords: [] },
      at: new Date(start + (stored - open + i) * 60_000),
    });
  }
  const [like] = await db.selectFrom('escalations').selectAll().limit(1).execute();
  if (!like) throw new Error('nothing was stored');
  const answered = stored - open;
  const batch = 200;
  for (let from = 0; from < answered; from += batch) {
    const rows = Array.from({ length: Math.min(batch, answered - from) }, (_, i) => {
      const at = new Date(start + (from + i) * 60_000).toISOString();
      return {
        ...like,
        id: `answered-${from + i}`,
        reference: `ICL-${String(from + i).padStart(6, '0')}`,
        status: 'answered',
        conversation_id: `answered-${from + i}`,
        question: questionOf(from + i),
        claimed_by: 'Anna',
        reply_text: 'Yes.',
        reply_by: 'Anna',
        reply_at: at,
        opened_at: at,
        updated_at: at,
      };
    });
    await db.insertInto('escalations').values(rows).execute();
  }
  await close();
  if (!options.json) console.log(`${stored} escalations, ${percent(open, stored)} % of them open`);
}

function questionOf(number: number): string {
  const things = ['bicycles', 'penguins', 'wind turbines', 'green roofs', 'ferries', 'bees', 'tram lines'];
  return `Does ICLEI lend ${things[number % things.length]} to city number ${number}?`;
}
