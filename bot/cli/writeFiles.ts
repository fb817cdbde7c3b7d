// Writes knowledge files so that nobody ever reads half of one, and nobody's edit is written over.
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ChangedFile } from './exportPlan.ts';

/** Somebody wrote to a file since it was read. */
export class FilesChangedError extends Error {}

/**
 * Puts each file in its place under its whole new text.
 * @throws FilesChangedError before anything is written
 */
export async function writeFiles(folder: string, files: readonly ChangedFile[]): Promise<void> {
  for (const { path, was } of files) {
    const is = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (is !== was) throw new FilesChangedError(`${path} was changed meanwhile.`);
  }
  const ready: { readonly fresh: string; readonly target: string }[] = [];
  try {
    for (const { path, text } of files) {
      const named = join(folder, path);
      await mkdir(dirname(named), { recursive: true });
      // A link within the folder stays one.
      const target = await realpath(named).catch(() => named);
      // The dot keeps it from being read as knowledge.
      const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
      ready.push({ fresh, target });
      const file = await open(fresh, 'w');
      await file.writeFile(text);
      await file.sync();
      await file.close();
    }
    for (const { fresh, target } of ready) await rename(fresh, target);
  } finally {
    for (const { fresh } of ready) await rm(fresh, { force: true });
  }
}
