// How the files of a knowledge folder look from outside: what changes when one of them is saved.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Names, times and sizes of all files of the knowledge, as one text. */
export async function fingerprint(folder: string): Promise<string> {
  const entries = await readdir(join(folder, 'entries')).catch(() => []);
  const paths = [
    'facts.yaml',
    'glossary.yaml',
    'out-of-scope.yaml',
    ...entries.sort().map((name) => join('entries', name)),
  ];
  const parts = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(folder, path)).catch(() => null);
      return `${path} ${found?.mtimeMs} ${found?.size} ${found?.ino}`;
    }),
  );
  return parts.join('\n');
}
