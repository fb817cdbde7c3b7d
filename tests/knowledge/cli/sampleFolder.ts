// A small knowledge folder on disk, for the tests that run the curators' commands as processes.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { files } from '../files.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** An empty folder that is gone after the tests of the file. */
export async function emptyFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'knowledge-')));
  made.push(folder);
  return folder;
}

/** Writes files into a folder: path -> text. */
export async function put(folder: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The sample knowledge in a folder of its own; what is given replaces or adds. */
export async function sampleFolder(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await emptyFolder();
  await put(folder, Object.fromEntries(files(changed).map(({ path, text }) => [path, text])));
  return folder;
}
