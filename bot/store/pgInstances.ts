// The instances that share a PostgreSQL: news by NOTIFY, and locks that PostgreSQL gives back when their holder dies. Both go over one
// connection of their own, which is made anew when it breaks.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import type { Instances, News } from '../instances.ts';
import { createKeyedQueue } from '../keyedQueue.ts';
import { UnavailableError } from '../unavailable.ts';
import { servingLock } from './pgServingLock.ts';

const channel = 'iclei_question_bot';

/** Milliseconds between two attempts to get back: at first, and at most (reliability F3: back within 5 s). */
const firstPauseMs = 50;
const longestPauseMs = 1_000;
/** Milliseconds between two signs of life, by which a server that is gone without a word is noticed. */
const beatMs = 5_000;
/** News that waits for the connection; beyond that the others are told to look at everything. */
const mostUntold = 1_000;

/** Who tells, so that nobody hears oneself, and what. */
const told = z.tuple([
  z.string(),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('changed') }),
    z.object({ kind: z.literal('appended'), conversation: z.string() }),
    z.object({ kind: z.literal('typing'), conversation: z.string() }),
    z.object({ kind: z.literal('missed') }),
  ]),
]);

export interface JoinedInstances extends Instances {
  close(): Promise<void>;
}

/** Everything is being replaced: nobody may serve meanwhile. */
class BeingReplacedError extends Error {
  constructor() {
    super('it is being restored just now');
  }
}

/**
 * Joins the instances that serve from this database.
 * @throws BeingReplacedError, UnavailableError, or what PostgreSQL says against it
 */
export async function joinInstances(config: pg.ClientConfig): Promise<JoinedInstances> {
  const own = randomUUID();
  const listeners = new Set<(news: News) => void>();
  const untold = new Map<string, News>();
  /** One question at a time on the one connection. */
  const questions = createKeyedQueue();
  let line: pg.Client | null = null;
  let telling = false;
  let closed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client(config);
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ payload = '' }) => {
      const [from, news] = read(payload) ?? [own];
      if (news && from !== own) pass(news);
    });
    try {
      await fresh.connect();
      const { rows } = await fresh.query('select pg_try_advisory_lock_shared($1, $2) as got', [
        ...servingLock,
      ]);
      if (!got.parse(rows[0])) throw new BeingReplacedError();
      await fresh.query(`listen ${channel}`);
      line = fresh;
    } catch (error) {
      end(fresh);
      throw error;
    }
  }

  /** What PostgreSQL held for a connection that broke is free: others may be at it already. */
  function lose(broken: pg.Client): void {
    if (line !== broken) return;
    line = null;
    end(broken);
    if (!closed) void comeBack();
  }

  async function comeBack(): Promise<void> {
    for (let wait = firstPauseMs; !closed; wait = Math.min(2 * wait, longestPauseMs)) {
      try {
        await connect();
        pass({ kind: 'missed' });
        void tellAll();
        return;
      } catch {
        await pause(wait, undefined, { ref: false });
      }
    }
  }

  function pass(news: News): void {
    for (const listener of listeners) listener(news);
  }

  /** Asks over a connection. @throws UnavailableError */
  async function ask(asked: pg.Client | null, sql: string, parameters: readonly unknown[]): Promise<unknown> {
    if (asked === null || asked !== line) throw new UnavailableError(new Error('PostgreSQL does not answer'));
    try {
      return (await questions.run('line', () => asked.query(sql, [...parameters]))).rows[0];
    } catch (error) {
      lose(asked);
      throw new UnavailableError(error);
    }
  }

  async function tellAll(): Promise<void> {
    if (telling) return;
    telling = true;
    while (line && untold.size > 0) {
      const batch = [...untold];
      // Before they are told: what is told again meanwhile must be told again.
      untold.clear();
      try {
        const payloads = batch.map(([, news]) => JSON.stringify([own, news]));
        await ask(line, `select pg_notify('${channel}', news) from unnest($1::text[]) as news`, [payloads]);
      } catch {
        for (const [key, news] of batch) untold.set(key, news);
      }
    }
    telling = false;
  }

  await connect().catch((error: unknown) => {
    const lasting = error instanceof BeingReplacedError || error instanceof pg.DatabaseError;
    throw lasting ? error : new UnavailableError(error);
  });
  const heartbeat = setInterval(() => {
    // A beat that fails has lost the connection, and that is all there is to do.
    ask(line, 'select 1', []).catch(() => undefined);
  }, beatMs);
  heartbeat.unref();

  return {
    tell(news) {
      if (untold.size >= mostUntold) {
        untold.clear();
        untold.set('missed', { kind: 'missed' });
      } else untold.set(JSON.stringify(news), news);
      void tellAll();
    },

    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async tryAlone(key, work) {
      const held = line;
      const answer = await ask(held, 'select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [key]);
      if (!got.parse(answer)) return { mine: false };
      try {
        return { mine: true, value: await work() };
      } finally {
        // Where it fails, the connection is gone, and the lock with it.
        await ask(held, 'select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
      }
    },

    async close() {
      clearInterval(heartbeat);
      await tellAll();
      closed = true;
      await questions.idle();
      await line?.end();
    },
  };
}

const got = z.object({ got: z.literal([0, 1]) }).transform((row) => row.got === 1);

function read(payload: string): z.infer<typeof told> | null {
  try {
    return told.parse(JSON.parse(payload));
  } catch {
    // Not from one of us, or from a version that knows more.
    return null;
  }
}

/** Ends a connection that is of no use, without waiting for a server that may not answer. */
function end(client: pg.Client): void {
  client.end().catch(() => undefined);
}
