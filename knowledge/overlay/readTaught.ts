// The knowledge of a folder with what was taught since: what the service serves.
import { type Fault, sortFaults } from '../fault.ts';
import { type LoadResult, parseKnowledge, versionOf } from '../load.ts';
import { readKnowledgeFiles } from '../readFiles.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import { layOver, type Standing } from './apply.ts';
import type { Taught } from './change.ts';

/** The files of the knowledge with what was taught in them, not parsed yet. */
export interface TaughtFiles {
  readonly files: readonly KnowledgeFile[];
  /** Files that can't be read. */
  readonly faults: readonly Fault[];
  /** How each change stands to the files; none when a file can't be read. */
  readonly standings: readonly Standing[];
  /** That of the knowledge, if it has no faults. */
  readonly version: string;
}

export async function readTaught(folder: string, taught: readonly Taught[]): Promise<TaughtFiles> {
  const read = await readKnowledgeFiles(folder);
  const { files, standings } = layOver(read.files, read.faults.length === 0 ? taught : []);
  return { files, faults: read.faults, standings, version: versionOf(files) };
}

/** @returns what loadKnowledge gives */
export function parseTaught({ files, faults }: Pick<TaughtFiles, 'faults' | 'files'>): LoadResult {
  const loaded = parseKnowledge(files);
  if (faults.length === 0) return loaded;
  return { ok: false, faults: sortFaults([...faults, ...(loaded.ok ? [] : loaded.faults)]) };
}
