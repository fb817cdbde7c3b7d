// Keeps the knowledge and what the matcher learnt of it in a file, so that the next start need neither parse the one nor learn the other.
// The file may be deleted at any time.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type KnowledgeBase, type LearntModel, learnModel } from '../../knowledge/index.ts';

/** What is kept: plain data, also to be handed from one thread to another. */
export interface LearntKnowledge {
  readonly knowledge: Omit<KnowledgeBase, 'byId'>;
  readonly learnt: LearntModel;
}

const root = join(import.meta.dirname, '../..');
/** Folders whose code decides what is read and learnt. */
const learners = ['knowledge', 'knowledge/match', 'knowledge/text'];
/** The versions of the packages they use stand in the latter. */
const others = ['bot/knowledge/modelCache.ts', 'package.json'];

/**
 * What a model depends on: the knowledge, the code that reads and learns it, and the Node.js that wrote the file.
 * @param version of the knowledge
 */
export async function modelKey(version: string): Promise<string> {
  const hash = createHash('sha256').update(`${version} ${process.versions.v8} ${process.versions.icu}`);
  const folders = await Promise.all(
    learners.map(async (folder) =>
      (await readdir(join(root, folder)))
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => join(folder, name)),
    ),
  );
  const files = await Promise.all([...folders.flat(), ...others].map((name) => readFile(join(root, name))));
  for (const file of files) hash.update(file);
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
  const { knowledge, learnt }: LearntKnowledge = deserialize(packed);
  // V8 leaves some lists of numbers where they are packed: one of them would keep all 49 MB in memory as long as the model is used.
  const own = <List extends { readonly buffer: ArrayBufferLike; slice(): List }>(list: List): List =>
    list.buffer === packed.buffer ? list.slice() : list;
  const { idf, head, postings } = learnt;
  return {
    knowledge,
    learnt: {
      ...learnt,
      idf: own(idf),
      head: {
        ...head,
        start: own(head.start),
        classes: own(head.classes),
        weights: own(head.weights),
        base: own(head.base),
      },
      postings: { start: own(postings.start), rows: own(postings.rows), values: own(postings.values) },
    },
  };
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
  const handle = await open(file).catch(() => null);
  if (!handle) return null;
  try {
    const head = Buffer.alloc(headLength);
    await handle.read(head, 0, headLength, 0);
    const text = head.toString('latin1');
    if (!text.startsWith(key)) return null;
    // Memory of its own, to be handed to another thread.
    const packed = new Uint8Array((await handle.stat()).size - headLength);
    await handle.read(packed, 0, packed.length, headLength);
    return text === key + checksum(packed) ? packed : null;
  } catch {
    return null;
  } finally {
    await handle.close();
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
  // Two threads, or two containers with one folder, may keep at the same time.
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(fresh, Buffer.concat([Buffer.from(key + checksum(packed), 'latin1'), packed]));
    await rename(fresh, file);
  } catch {
    // A full or read-only disk: the next start learns again.
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

function checksum(packed: Uint8Array): string {
  return crc32(packed).toString(16).padStart(8, '0');
}
