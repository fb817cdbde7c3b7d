// After all tests: ends the PostgreSQL they shared, if one was started.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export default async function endOfRun(): Promise<void> {
  const folder = process.env.TEST_POSTGRES_FOLDER;
  if (!folder) return;
  const pid = Number(await readFile(join(folder, 'server', 'pid'), 'utf8').catch(() => ''));
  if (pid > 0) process.kill(pid, 'SIGQUIT');
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
