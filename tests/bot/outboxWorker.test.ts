import { describe, expect, test } from '@jest/globals';
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
/** Beyond any lease. */
const muchLater = new Date(at.getTime() + 60_000);
const patient = { chat: 60_000, mail: 60_000, grace: 10 };
const hurried = { chat: 20, mail: 20, grace: 10 };
const never = () => new Promise<Sent>(() => undefined);

/** Questions from several channels, each with a reply that waits, and a messenger that is told what each channel does. */
async function start(
  channels: Readonly<Record<string, () => Promise<Sent>>>,
  limits = patient,
  prepare: (outbox: Outbox) => Promise<void> = async () => undefined,
  clock: () => Date = () => now,
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
    send: async (escalation, { kind, reply }) => {
      const what = kind === 'reply' ? (reply.text.includes('second') ? 'second' : 'first') : kind;
      sent.push(`${escalation.conversation.channel}: ${what}`);
      return (channels[escalation.conversation.channel] ?? never)();
    },
    mailAt: () => null,
  };
  const replied: Record<string, Escalation> = {};
  const ids: Record<string, string[]> = {};
  /** A question from a channel, and two replies to it. */
  const ask = async (channel: string, turnId: string) => {
    const { id } = await escalations.open({
      turnId,
      conversation: { channel, id: 'c1' },
      visitorId: 'v1',
      conversationReference: '{}',
      question: 'Does ICLEI lend bicycles?',
      language: 'en',
      tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
      at,
    });
    ids[channel] = [...(ids[channel] ?? []), id];
    const reply = async (text: string, then: Date) => {
      const result = await escalations.change(id, { kind: 'reply', staff: 'Anna', text }, then, null);
      if (result.ok) replied[channel] = result.escalation;
    };
    await reply('The first reply.', at);
    await escalations.change(id, { kind: 'addDetails', text: 'And trailers?' }, at, null, 'more');
    await reply('The second reply.', new Date(at.getTime() + 1));
  };
  for (const channel of Object.keys(channels)) await ask(channel, channel);
  await prepare(outbox);
  const another = () =>
    startOutboxWorker({
      outbox,
      escalations,
      messenger,
      now: clock,
      log: pino({ level: 'silent' }),
      random: () => 0.5,
      limits,
    });
  const worker = another();
  /** What was written down about a channel's replies. */
  const told = async (channel: string) => {
    const histories = await Promise.all((ids[channel] ?? []).map((id) => escalations.history(id)));
    return histories
      .flat()
      .filter(({ kind }) => kind === 'delivered' || kind.startsWith('delivery'))
      .map(({ kind, text }) => text ?? kind);
  };
  const end = () => worker.stop().then(close);
  return { worker, another, ask, sent, told, outbox, escalations, replied, end };
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
  const { worker, sent, told, end } = await start({ hung: never }, hurried);
  await until(async () => (await told('hung')).length === 2);
  expect(await told('hung')).toEqual(Array(2).fill('The channel did not answer in time.'));
  worker.wake();
  await worker.stop();
  expect(sent).toEqual(['hung: first', 'hung: second']);
  await end();
});

test('What our own log does not take in time is tried again: it shows an id once', async () => {
  const { outbox, told, end } = await start({ own: never }, hurried);
  await until(async () => (await outbox.due(muchLater)).some(({ attempts }) => attempts === 1));
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
    for (const delivery of await outbox.due(now))
      expect(await outbox.claim(delivery, now, 45_000)).not.toBeNull();
    expect(await outbox.due(now)).toEqual([]);
  };
  let time = now;
  const channels = { teams: delivered, own: delivered };
  const { worker, sent, told, end } = await start(channels, undefined, claimAll, () => time);
  // While the lease lasts, somebody else may be at it.
  expect(sent).toEqual([]);
  time = muchLater;
  worker.wake();
  await until(async () => (await told('own')).length === 2);
  expect(await told('own')).toEqual(['delivered', 'delivered']);
  // What had not been begun is sent as if nothing had been.
  await until(async () => (await told('teams')).length === 2);
  expect(await told('teams')).toEqual(['The service ended while the reply was being sent.', 'delivered']);
  expect(sent.toSorted()).toEqual(['own: first', 'own: second', 'teams: second']);
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

describe('Of two workers on one outbox', () => {
  test('each delivery is sent by one', async () => {
    const { another, sent, told, end } = await start({ teams: delivered, own: delivered });
    const second = another();
    await until(async () => (await told('own')).length === 2 && (await told('teams')).length === 2);
    await second.stop();
    expect(sent.toSorted()).toEqual(['own: first', 'own: second', 'teams: first', 'teams: second']);
    await end();
  });

  test('one that stood still beyond its lease changes nothing when it goes on', async () => {
    let time = now;
    const stalls: ((sent: Sent) => void)[] = [];
    const stall = () => new Promise<Sent>((resolve) => stalls.push(resolve));
    const { another, sent, told, end } = await start({ teams: stall }, patient, undefined, () => time);
    await until(() => sent.length === 1);
    time = muchLater;
    const second = another();
    const uncertain = 'The service ended while the reply was being sent.';
    await until(async () => (await told('teams')).includes(uncertain));
    // The first goes on where it stood: it was delivered, but that is not its to say any more.
    for (const goOn of stalls.splice(0, 1)) goOn({ ok: true });
    await until(() => sent.length >= 2);
    expect(sent.filter((line) => line === 'teams: first')).toHaveLength(1);
    expect(await told('teams')).toEqual([uncertain]);
    await second.stop();
    await end();
  });

  test('one that stood still before it sent anything sends nothing when it goes on', async () => {
    let time = now;
    const slow = async (outbox: Outbox) => {
      const { claim } = outbox;
      outbox.claim = async (...what) => {
        const taken = await claim(...what);
        time = muchLater;
        return taken;
      };
    };
    const { worker, sent, told, end } = await start({ teams: delivered }, patient, slow, () => time);
    await until(async () => {
      worker.wake();
      return (await told('teams')).length > 0;
    });
    expect(sent).not.toContain('teams: first');
    await end();
  });
});

test('A channel that asks to be left alone is, by all that is for it, until its time has come', async () => {
  let time = now;
  let busy = true;
  const teams = async (): Promise<Sent> =>
    busy ? { ok: false, why: 'tryLater', note: 'busy', waitMs: 30_000 } : { ok: true };
  const { worker, another, ask, outbox, sent, told, end } = await start(
    { teams },
    patient,
    undefined,
    () => time,
  );
  await until(async () => (await outbox.due(muchLater)).some(({ attempts }) => attempts === 1));
  busy = false;
  await ask('teams', 'another');
  time = new Date(now.getTime() + 29_000);
  worker.wake();
  await worker.stop();
  expect(sent).toEqual(['teams: first']);
  time = new Date(now.getTime() + 31_000);
  const next = another();
  await until(async () => (await told('teams')).length === 4);
  expect(sent).toHaveLength(5);
  await next.stop();
  await end();
});

describe('A notice', () => {
  test('that staff took a question is sent while it is news', async () => {
    const { worker, escalations, replied, sent, end } = await start({ own: delivered });
    await until(() => sent.length === 2);
    const id = replied.own?.id ?? '';
    await escalations.change(id, { kind: 'addDetails', text: 'Hm?' }, now, null, 'even more');
    await escalations.change(id, { kind: 'claim', staff: 'Anna' }, now, null);
    worker.wake();
    await until(() => sent.includes('own: claimed'));
    await end();
  });

  test('that is outdated when its turn comes, or an hour old, is not sent', async () => {
    let time = now;
    const { worker, escalations, outbox, replied, sent, end } = await start(
      { own: delivered },
      patient,
      undefined,
      () => time,
    );
    await until(() => sent.length === 2);
    const id = replied.own?.id ?? '';
    await escalations.change(id, { kind: 'addDetails', text: 'Hm?' }, now, null, 'even more');
    await escalations.change(id, { kind: 'claim', staff: 'Anna' }, now, null);
    await escalations.change(id, { kind: 'reply', staff: 'Anna', text: 'The second one.' }, now, null);
    worker.wake();
    await until(() => sent.length === 3);
    await until(async () => (await outbox.due(time)).length === 0);
    expect(sent).not.toContain('own: claimed');
    await escalations.change(id, { kind: 'close', staff: 'Anna' }, now, null);
    time = new Date(now.getTime() + 3_600_001);
    worker.wake();
    await until(async () => (await outbox.due(time)).length === 0);
    await end();
    expect(sent).not.toContain('own: closed');
  });
});
