// The knowledge of a folder with what was taught since: what the service serves.
import { sortFaults } from '../fault.ts';
import { type LoadResult, parseKnowledge } from '../load.ts';
import { readKnowledgeFiles } from '../readFiles.ts';
import { layOver, type Standing } from './apply.ts';
import type { Taught } from './change.ts';

/** @returns what loadKnowledge gives, and how each change stands to the files; no standings when the files have faults */
export async function loadTaught(
  folder: string,
  taught: readonly Taught[],
): Promise<{ readonly loaded: LoadResult; readonly standings: readonly Standing[] }> {
  const read = await readKnowledgeFiles(folder);
  const { files, standings } = layOver(read.files, read.faults.length === 0 ? taught : []);
  const loaded = parseKnowledge(files);
  if (read.faults.length === 0) return { loaded, standings };
  const faults = sortFaults([...read.faults, ...(loaded.ok ? [] : loaded.faults)]);
  return { loaded: { ok: false, faults }, standings: [] };
}
