// Kills the service with kill -9 before every statement of the database while a question is escalated, answered and delivered, starts it
// again, and counts what was lost or shown twice: npm run --silent test:faults [-- --every 3] [--json]
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { complain, readOptions } from '../support/commandLine.ts';
import {
  comeToChat,
  post,
  type SeenActivity,
  type Visitor,
  visitorOf,
} from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { startChannel } from './channel.ts';
import { freePort, startKillable } from './killable.ts';

const usage = `npm run --silent test:faults [-- --every NUMBER] [--json]

  --every NUMBER  kill before every so many-th statement only (1: before each, which takes some minutes)
  --json          for machines: a list of {step, kills, acknowledged, lost, twice, uncertain}

Exit status 1 when something that was acknowledged got lost, or was shown or sent twice.`;

const options = readOptions(usage, {
  every: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
});
const every = Number(options.every);
if (!Number.isInteger(every) || every < 1) complain(usage, '--every must be a whole number from 1 on.');

/**
 * Milliseconds after which what was acknowledged counts as lost, and between two looks for it. What was being posted to a channel is
 * taken up when its lease is over, after 45 seconds.
 */
const patienceMs = 75_000;
const lookMs = 20;
const unanswerable = 'Does ICLEI breed penguins in Antarctica?';
const reply = 'We leave penguins alone.';

interface Result {
  readonly step: string;
  kills: number;
  /** What the other side was told is taken care of. */
  acknowledged: number;
  lost: number;
  twice: number;
  /** Nobody can tell whether it arrived: shown to staff, not sent again by itself. */
  uncertain: number;
}

/** Around what a round is about: before it the service is told when to die, after it how many statements that took is asked. */
interface Round {
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const folder = await mkdtemp(join(tmpdir(), 'iclei-faults-'));
const port = await freePort();
const channel = await startChannel();
let service = await startKillable(folder, port);
// One session for all: it outlives the service, and so does the address.
const staff = await signIn(service.signInLink, 'Anna');
try {
  const results = [
    await eachStatement('escalate', escalate),
    await eachStatement('answer and deliver, our chat', answer),
    await eachStatement('answer and deliver, a channel', deliver),
    await whilePosting(),
  ];
  if (options.json) console.log(JSON.stringify(results));
  process.exitCode = results.some(({ lost, twice }) => lost + twice > 0) ? 1 : 0;
} finally {
  await service.kill();
  channel.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A visitor of our chat asks; the chat sends again what was not acknowledged. */
async function escalate(result: Result, { begin, end }: Round): Promise<void> {
  const visitor = await insist(() => comeToChat(service.url));
  const message = { channelData: { clientActivityID: randomUUID() } };
  await begin();
  const id = await insist(async () => {
    const sent = await visitorOf(service.url, visitor).send(unanswerable, message);
    return sent.status === 200 ? sent.id : null;
  });
  result.acknowledged += 1;
  const answers = (heard: readonly SeenActivity[]) => heard.filter(({ replyToId }) => replyToId === id);
  const told = await hear(visitor, answers);
  await end();
  await restart();
  const all = answers(await insist(() => visitorOf(service.url, visitor).heard()));
  const escalations = query('select id from escalations where conversation_id = ?', visitor.conversationId);
  if (!told || escalations.length === 0) result.lost += 1;
  if (all.length > 1 || escalations.length > 1) result.twice += 1;
  // Out of the way of the next round.
  for (const waiting of await insist(() => staff.queue())) await insist(() => staff.reply(waiting, reply));
}

/** Staff reply to somebody in our chat. */
async function answer(result: Result, { begin, end }: Round): Promise<void> {
  const visitor = await insist(() => comeToChat(service.url));
  await visitor.ask(unanswerable);
  await begin();
  await sendReply(result);
  const replies = (heard: readonly SeenActivity[]) => heard.filter(({ text }) => text?.includes(reply));
  if (!(await hear(visitor, replies))) result.lost += 1;
  await end();
  await restart();
  const all = replies(await insist(() => visitorOf(service.url, visitor).heard()));
  if (all.length > 1) result.twice += 1;
}

/** Staff reply to somebody in a channel. */
async function deliver(result: Result, { begin, end }: Round): Promise<void> {
  const conversation = randomUUID();
  const question = {
    type: 'message',
    id: randomUUID(),
    channelId: 'emulator',
    serviceUrl: channel.url,
    conversation: { id: conversation },
    from: { id: conversation },
    recipient: { id: 'bot' },
    text: unanswerable,
  };
  await insist(() => post(`${service.url}/api/messages`, null, question));
  await begin();
  const id = await sendReply(result);
  const settled = () => {
    const [row] = query('select status from outbox where escalation_id = ?', id);
    const { status } = z.object({ status: z.string() }).parse(row);
    return status === 'waiting' || status === 'sending' ? null : status;
  };
  const outcome = await insistFor(async () => settled());
  await end();
  await restart();
  const seen = channel.seen(conversation).filter((text) => text.includes(reply)).length;
  if (outcome === 'uncertain') result.uncertain += 1;
  if (outcome === null || (outcome === 'delivered' && seen === 0)) result.lost += 1;
  if (seen > 1) result.twice += 1;
}

/** The service dies while the channel has the reply and has not answered yet. */
async function whilePosting(): Promise<Result> {
  const result = resultOf('dies while it posts');
  for (let round = 0; round < 3; round++) {
    await deliver(result, {
      begin: async () => channel.onNext(() => service.kill()),
      end: async () => undefined,
    });
    result.kills += 1;
  }
  return report(result);
}

/** Staff send their reply again until it is acknowledged, or there. @returns the question's id */
async function sendReply(result: Result): Promise<string> {
  const [id = ''] = await insist(() => staff.queue());
  await insist(async () => {
    if ((await staff.page(`/console/escalations/${id}`)).includes(reply)) return id;
    return (await staff.reply(id, reply)) === 303 ? id : null;
  });
  result.acknowledged += 1;
  return id;
}

/** Runs a round before each statement that a round without a kill needs. */
async function eachStatement(
  step: string,
  round: (result: Result, around: Round) => Promise<void>,
): Promise<Result> {
  const result = resultOf(step);
  let needed = 0;
  await round(resultOf(step), {
    begin: () => service.arm(0),
    end: async () => {
      needed = await service.statements();
    },
  });
  for (let at = 1; at <= needed; at += every) {
    if (!options.json) process.stderr.write(`\r${step}: before statement ${at} of ${needed} `);
    await round(result, { begin: () => service.arm(at), end: async () => undefined });
    result.kills += 1;
  }
  if (!options.json) process.stderr.write('\r\u001b[K');
  return report(result);
}

/** Tries until it succeeds; a service that has died is started again. */
async function insist<Value>(attempt: () => Promise<Value | null>): Promise<Value> {
  const done = await insistFor(attempt);
  if (done === null) throw new Error('the service did not recover');
  return done;
}

/** The same, for so long. */
async function insistFor<Value>(attempt: () => Promise<Value | null>): Promise<Value | null> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (!service.isAlive()) await restart();
    // A connection that breaks off, also one that was kept from before, tells nothing: whoever sent something sends it again.
    const done = await attempt().catch(() => null);
    if (done !== null) return done;
    await pause(lookMs);
  }
  return null;
}

/** Whether a visitor hears something in time. */
async function hear(
  visitor: Visitor,
  wanted: (heard: readonly SeenActivity[]) => readonly SeenActivity[],
): Promise<boolean> {
  const heard = await insistFor(async () =>
    wanted(await visitorOf(service.url, visitor).heard()).length > 0 ? true : null,
  );
  return heard === true;
}

/** What would come late comes with the next start at the latest. */
async function restart(): Promise<void> {
  await service.kill();
  service = await startKillable(folder, port);
}

/** Looks into the database from outside. */
function query(sql: string, value: string): readonly unknown[] {
  const database = new DatabaseSync(join(folder, 'bot.sqlite'), { readOnly: true, timeout: 5_000 });
  try {
    return database.prepare(sql).all(value);
  } finally {
    database.close();
  }
}

function resultOf(step: string): Result {
  return { step, kills: 0, acknowledged: 0, lost: 0, twice: 0, uncertain: 0 };
}

function report(result: Result): Result {
  const { step, kills, acknowledged, lost, twice, uncertain } = result;
  if (!options.json) {
    console.log(
      `${step.padEnd(30)}  ${kills} kills  ${acknowledged} acknowledged  ${lost} lost  ${twice} twice  ${uncertain} uncertain`,
    );
  }
  return result;
}
