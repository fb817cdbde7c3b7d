// The proper names that may hold digits in an answer, from facts.yaml.
import { curate } from '../curate.ts';
import { readKnowledgeFile } from '../readFiles.ts';

/** @returns none when facts.yaml can't be read: that fault is told elsewhere */
export async function figureNames(folder: string): Promise<readonly string[]> {
  const file = await readKnowledgeFile(folder, 'facts.yaml');
  return file ? (curate([file]).facts?.value.names ?? []) : [];
}
