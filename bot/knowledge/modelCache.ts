// Keeps the knowledge and what the matcher learnt of it in a file, so that the next start need neither read the one nor learn the other.
// The file may be deleted at any time.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type KnowledgeBase, type LearntModel, learnModel } from '../../knowledge/index.ts';

/** What is kept: plain data, also to be handed from one thread to another. */
export interface LearntKnowledge {
  readonly knowledge: Omit<KnowledgeBase, 'byId'>;
  readonly learnt: LearntModel;
}

/** Folders in knowledge/ whose code decides what is read and learnt. */
const learners = ['.', 'match', 'text'];

/**
 * What a model depends on: the knowledge, the code that reads and learns it, and the Node.js that wrote the file.
 * @param version of the knowledge
 */
export async function modelKey(version: string): Promise<string> {
  const hash = createHash('sha256').update(`${version} ${process.versions.v8}`);
  for (const learner of learners) {
    const folder = join(import.meta.dirname, '../../knowledge', learner);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
    for (const name of names) hash.update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}

/** As bytes, which go to another thread without being copied. */
export function pack({ knowledge, learnt }: { knowledge: KnowledgeBase; learnt: LearntModel }): Uint8Array {
  // A map with a lock on it does not cross to another thread; it is built anew there.
  const { byId: _, ...plain } = knowledge;
  const packed: LearntKnowledge = { knowledge: plain, learnt };
  return serialize(packed);
}

/** @param packed by `pack`, here or in another thread */
export function unpack(packed: Uint8Array): LearntKnowledge {
  return deserialize(packed);
}

/** The model of the files alone and that of what was taught besides do not drive each other out. */
function fileFor(cacheFile: string, taught: boolean): string {
  return taught ? `${cacheFile}.taught` : cacheFile;
}

/**
 * What is kept of a knowledge in one of the files.
 * @param taught is anything laid over the files?
 * @returns as `pack` made it; null when there is none, or none that can be read
 */
export async function takeKept(cacheFile: string, key: string, taught: boolean): Promise<Uint8Array | null> {
  for (const file of taught ? [true, false] : [false]) {
    const kept = await keptIn(fileFor(cacheFile, file), key);
    if (kept) return kept;
  }
  return null;
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
  const kept = await takeKept(cacheFile, key, taught);
  if (kept) return { learnt: unpack(kept).learnt, keep: async () => undefined };
  const learnt = learnModel(knowledge);
  return { learnt, keep: () => keep(cacheFile, key, taught, pack({ knowledge, learnt })) };
}

/** The file begins with the key and a checksum of the rest, both as text. */
const keyLength = 64;
const headLength = keyLength + 8;

async function keptIn(file: string, key: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(file);
    const head = bytes.subarray(0, headLength).toString('latin1');
    // A copy of its own: what is handed to another thread is gone here, with all that shares its memory.
    const packed = new Uint8Array(bytes.subarray(headLength));
    return head === key + checksum(packed) ? packed : null;
  } catch {
    return null;
  }
}

/** Keeps a model in place of the one before; that it can't be written is no reason not to go on. */
export async function keep(
  cacheFile: string,
  key: string,
  taught: boolean,
  packed: Uint8Array,
): Promise<void> {
  const file = fileFor(cacheFile, taught);
  const fresh = `${file}.${process.pid}.new`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(fresh, Buffer.concat([Buffer.from(key + checksum(packed), 'latin1'), packed]));
    await rename(fresh, file);
  } catch {
    // A full or read-only disk: the next start learns again.
  }
}

function checksum(packed: Uint8Array): string {
  return crc32(packed).toString(16).padStart(8, '0');
}
