// Loaded before the service (node --import): kills the process, as kill -9 does, right before a given statement of the database. Between two
// statements lies all that the service does, so killing it before each of them in turn tries every step.
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';

/** From its parent: count from now on, and die before the statement with this number (0: only count). */
const armed = z.object({ dieBefore: z.number() });

let counting = false;
let count = 0;
let dieBefore = 0;
process.on('message', (message) => {
  const order = armed.safeParse(message);
  if (!order.success) {
    process.send?.({ statements: count });
    return;
  }
  counting = true;
  count = 0;
  dieBefore = order.data.dieBefore;
  process.send?.({ armed: true });
});
// The service ends when it has nothing to do; waiting for orders is nothing.
process.channel?.unref();

function step(): void {
  if (!counting) return;
  count += 1;
  if (count === dieBefore) process.kill(process.pid, 'SIGKILL');
}

const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql, ...more) {
  const statement = prepare.call(this, sql, ...more);
  for (const name of ['run', 'all', 'get', 'iterate'] as const) {
    Object.defineProperty(statement, name, {
      value: (...values: never[]) => {
        step();
        return Reflect.apply(StatementSync.prototype[name], statement, values);
      },
    });
  }
  return statement;
};
