// Faults of storing that pass by themselves are waited out without holding up anything else: somebody else is writing, two
// transactions got into each other's way, the server is just starting again.
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ConnectionProvider,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  Kysely,
} from 'kysely';
import { UnavailableError } from '../unavailable.ts';

/** Milliseconds for which something is tried; a visitor's request waits no longer. */
const patienceMs = 5_000;
/** Milliseconds between two attempts: at first, and at most. */
const firstPauseMs = 5;
const longestPauseMs = 100;

/**
 * What can be done about an error. 'again': nothing of the work is left, and it may succeed a moment later. 'unavailable': it may
 * succeed some time, but waiting a little does not help, or nobody can tell whether it was done. 'fault': it would only fail again.
 */
export type Remedy = 'again' | 'unavailable' | 'fault';

/** Kysely over a dialect, with patience. The caller has seen to it that the driver itself does not wait for long. */
export async function openPatiently<Tables>(
  dialect: Dialect,
  remedyFor: (error: unknown) => Remedy,
): Promise<Kysely<Tables>> {
  const driver = dialect.createDriver();
  await driver.init();
  const connections = patient(new DefaultConnectionProvider(driver), remedyFor);
  const executor = new DefaultQueryExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    connections,
  );
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** What is done with a connection is one statement, or a transaction that is rolled back when it fails: it can be done anew. */
function patient(connections: ConnectionProvider, remedyFor: (error: unknown) => Remedy): ConnectionProvider {
  return {
    async provideConnection(work) {
      const end = performance.now() + patienceMs;
      for (let wait = firstPauseMs; ; wait = Math.min(2 * wait, longestPauseMs)) {
        try {
          return await connections.provideConnection(work);
        } catch (error) {
          const remedy = remedyFor(error);
          if (remedy === 'fault') throw error;
          if (remedy === 'unavailable' || performance.now() + wait > end) throw new UnavailableError(error);
        }
        // Not all at the same moment again: those who got into each other's way would do so for ever.
        await pause(wait * (0.5 + Math.random() / 2));
      }
    },
  };
}
