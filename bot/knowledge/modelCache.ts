// Keeps what the matcher learnt in a file, so that the next start need not learn it again. The file may be deleted at any time.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type KnowledgeBase, type LearntModel, learnModel } from '../../knowledge/index.ts';

interface Kept {
  readonly key: string;
  readonly learnt: LearntModel;
}

/** Folders whose code decides what is learnt. */
const learners = ['match', 'text'];

/**
 * What a model depends on: the knowledge, the code that learns, and the Node.js that wrote the file.
 * @param version of the knowledge
 */
export async function modelKey(version: string): Promise<string> {
  const hash = createHash('sha256').update(`${version} ${process.versions.v8}`);
  for (const learner of learners) {
    const folder = join(import.meta.dirname, '../../knowledge', learner);
    for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}

/** The model of the files alone and that of what was taught besides do not drive each other out. */
function fileFor(cacheFile: string, taught: boolean): string {
  return taught ? `${cacheFile}.taught` : cacheFile;
}

/**
 * The model of a knowledge, from one of the files or learnt now.
 * @param taught is anything laid over the files?
 * @returns the model, and what keeps it for the next time
 */
export async function learnOrTake(
  cacheFile: string,
  knowledge: KnowledgeBase,
  taught: boolean,
): Promise<{ readonly learnt: LearntModel; readonly keep: () => Promise<void> }> {
  const key = await modelKey(knowledge.version);
  const files = taught ? [true, false] : [false];
  for (const file of files) {
    const kept = await keptModel(fileFor(cacheFile, file), key);
    if (kept) return { learnt: kept, keep: async () => undefined };
  }
  const learnt = learnModel(knowledge);
  return { learnt, keep: () => keepModel(fileFor(cacheFile, taught), key, learnt) };
}

/** @returns the model kept under the key, or null when there is none, or none that can be read */
export async function keptModel(file: string, key: string): Promise<LearntModel | null> {
  try {
    const kept: Kept = deserialize(await readFile(file));
    return kept.key === key ? kept.learnt : null;
  } catch {
    return null;
  }
}

/** Keeps a model in place of the one before; that it can't be written is no reason not to go on. */
export async function keepModel(file: string, key: string, learnt: LearntModel): Promise<void> {
  const kept: Kept = { key, learnt };
  const fresh = `${file}.${process.pid}.new`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(fresh, serialize(kept));
    await rename(fresh, file);
  } catch {
    // A full or read-only disk: the next start learns again.
  }
}
