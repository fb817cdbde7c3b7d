import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Outbox, Sent, VisitorMessenger } from '../../bot/outbox.ts';
import { startOutboxWorker } from '../../bot/outboxWorker.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../bot/store/sqlOutbox.ts';
import type { Escalation } from '../../dialogs/index.ts';
import { until } from '../support/until.ts';

const at = new Date('2026-11-23T10:00:00Z');
const now = new Date(at.getTime() + 1000);
const never = () => new Promise<Sent>(() => undefined);

/** Questions from several channels, each with a reply that waits, and a messenger that is told what each channel does. */
async function start(
  channels: Readonly<Record<string, () => Promise<Sent>>>,
  limits = { limitMs: 60_000, graceMs: 10 },
  prepare: (outbox: Outbox) => Promise<void> = async () => undefined,
) {
  const { db, close } = await openDatabase(':memory:');
  const escalations = createSqlEscalationStore(db, () => undefined);
  const outbox = createSqlOutbox(db, () => undefined);
  const sent: string[] = [];
  const messenger: VisitorMessenger = {
    route: ({ conversation: { channel } }) => {
      if (channel === 'unreadable') throw new Error('no address');
      return { lane: channel, repeatable: channel === 'own' };
    },
    send: async (escalation, reply) => {
      sent.push(`${escalation.conversation.channel}: ${reply.text.includes('second') ? 'second' : 'first'}`);
      return (channels[escalation.conversation.channel] ?? never)();
    },
  };
  const replied: Record<string, Escalation> = {};
  for (const channel of Object.keys(channels)) {
    const { id } = await escalations.open({
      turnId: channel,
      conversation: { channel, id: 'c1' },
      visitorId: 'v1',
      conversationReference: '{}',
      question: 'Does ICLEI lend bicycles?',
      language: 'en',
      tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
      at,
    });
    const reply = async (text: string, then: Date) => {
      const result = await escalations.change(id, { kind: 'reply', staff: 'Anna', text }, then, null);
      if (result.ok) replied[channel] = result.escalation;
    };
    await reply('The first reply.', at);
    await escalations.change(id, { kind: 'addDetails', text: 'And trailers?' }, at, null, 'more');
    await reply('The second reply.', new Date(at.getTime() + 1));
  }
  await prepare(outbox);
  const worker = startOutboxWorker({
    outbox,
    escalations,
    messenger,
    now: () => now,
    log: pino({ level: 'silent' }),
    limits,
  });
  /** What was written down about a channel's replies. */
  const told = async (channel: string) =>
    (await escalations.history(replied[channel]?.id ?? ''))
      .filter(({ kind }) => kind === 'delivered' || kind === 'deliveryFailed')
      .map(({ kind, text }) => text ?? kind);
  const end = () => worker.stop().then(close);
  return { worker, sent, told, outbox, end };
}

const delivered = async (): Promise<Sent> => ({ ok: true });

test('A destination that hangs holds up no other; replies to one destination keep their order', async () => {
  const { sent, told, end } = await start({ hung: never, own: delivered, teams: delivered });
  await until(async () => (await told('own')).length === 2 && (await told('teams')).length === 2);
  expect(sent.filter((line) => line.startsWith('own'))).toEqual(['own: first', 'own: second']);
  expect(sent.filter((line) => line.startsWith('hung'))).toEqual(['hung: first']);
  expect(await told('hung')).toEqual([]);
  await end();
});

test('What a channel does not take in time is left to staff, and never sent again by itself', async () => {
  const { worker, sent, told, end } = await start({ hung: never }, { limitMs: 20, graceMs: 10 });
  await until(async () => (await told('hung')).length === 2);
  expect(await told('hung')).toEqual(Array(2).fill('The channel did not answer in time.'));
  worker.wake();
  await worker.stop();
  expect(sent).toEqual(['hung: first', 'hung: second']);
  await end();
});

test('What our own log does not take in time is tried again: it shows an id once', async () => {
  const { outbox, told, end } = await start({ own: never }, { limitMs: 20, graceMs: 10 });
  const later = new Date(at.getTime() + 60_000);
  await until(async () => (await outbox.due(later)).every(({ attempts }) => attempts === 1));
  expect(await told('own')).toEqual([]);
  await end();
});

test('A fault in sending ends that delivery, not the round', async () => {
  const broken = () => Promise.reject(new Error('broken'));
  const { told, end } = await start({ unreadable: delivered, broken, own: delivered });
  await until(async () => (await told('own')).length === 2);
  await until(async () => (await told('broken')).length === 2);
  expect(await told('unreadable')).toEqual(
    Array(2).fill('The address this visitor wrote from can not be read.'),
  );
  expect(await told('broken')).toEqual(Array(2).fill('The reply could not be sent; the log says why.'));
  await end();
});

test('Stopping does not wait for a channel that hangs, and says what is uncertain', async () => {
  const { worker, sent, told, end } = await start({ hung: never });
  await until(() => sent.length === 1);
  await worker.stop();
  expect(await told('hung')).toEqual(['The channel did not answer in time.']);
  await end();
});

test('What was being sent when the service was killed is left to staff, or told to our own log again', async () => {
  const claimAll = async (outbox: Outbox) => {
    for (const { id } of await outbox.due(now)) expect(await outbox.claim(id, now)).toBe(true);
    expect(await outbox.due(now)).toEqual([]);
  };
  const { sent, told, end } = await start({ teams: delivered, own: delivered }, undefined, claimAll);
  await until(async () => (await told('own')).length === 2);
  expect(await told('own')).toEqual(['delivered', 'delivered']);
  expect(await told('teams')).toEqual(Array(2).fill('The service ended while the reply was being sent.'));
  expect(sent).toEqual(['own: first', 'own: second']);
  await end();
});

test('A reply that was sent is not sent again because that could not be written down', async () => {
  let faults = 2;
  const forgetful = async (outbox: Outbox) => {
    const { settle } = outbox;
    outbox.settle = (...what) => (faults-- > 0 ? Promise.reject(new Error('full')) : settle(...what));
  };
  const { sent, told, end } = await start({ teams: delivered }, undefined, forgetful);
  await until(async () => (await told('teams')).length === 2);
  expect(sent).toEqual(['teams: first', 'teams: second']);
  await end();
});
