// Before all tests: a folder in which the first one that needs PostgreSQL will start it.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function startOfRun(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-bot-postgres-'));
  // The server may have to run as another user (postgres.ts).
  await chmod(folder, 0o755);
  process.env.TEST_POSTGRES_FOLDER = folder;
}
