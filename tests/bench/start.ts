// How soon the first answer comes after the process has started, with and without what `npm ci` prepares: node tests/bench/start.ts
// Prints the median of five starts each, taken in turn, and their ratio. Run `npm ci` (or `npm run prepare`) first.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startProcess } from '../support/startProcess.ts';
import { quantile } from './figures.ts';

const rounds = 5;
/** What a response of Direct Line may bring. */
const answered = z.object({ token: z.string().default(''), conversationId: z.string().default('') });
const question = 'waht is the soluton gatway';

const prepared: number[] = [];
const unprepared: number[] = [];
for (let round = 0; round < rounds; round++) {
  prepared.push(await firstAnswer({}));
  const empty = await mkdtemp(join(tmpdir(), 'iclei-bench-cache-'));
  unprepared.push(await firstAnswer({ CACHE_FOLDER: empty, NODE_DISABLE_COMPILE_CACHE: '1' }));
  await rm(empty, { recursive: true });
}
const [quick, slow] = [quantile(prepared, 0.5), quantile(unprepared, 0.5)];
console.log(`first answer after the process started, median of ${rounds}, each with a new database`);
console.log(`  prepared by npm ci   ${quick.toFixed(0)} ms`);
console.log(`  nothing prepared     ${slow.toFixed(0)} ms, ${(slow / quick).toFixed(1)} times as long`);

/** Milliseconds from the start of the process to the first answer over Direct Line. */
async function firstAnswer(environment: Readonly<Record<string, string>>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-bench-'));
  const started = performance.now();
  const running = await startProcess(folder, environment);
  await ask(`${running.url}/v3/directline`);
  const took = performance.now() - started;
  await running.stop();
  await rm(folder, { recursive: true });
  return took;
}

/** Asks, and waits for the answer. */
async function ask(directLine: string): Promise<void> {
  const { token, conversationId } = await call(`${directLine}/tokens/generate`, {});
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const activities = `${directLine}/conversations/${conversationId}/activities`;
  await call(`${directLine}/conversations`, headers);
  await call(activities, headers, { type: 'message', from: { id: 'bench' }, text: question });
  for (;;) {
    const response = await fetch(activities, { headers });
    if ((await response.text()).includes('Solutions Gateway')) return;
  }
}

async function call(
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<z.infer<typeof answered>> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return answered.parse(await response.json());
}
