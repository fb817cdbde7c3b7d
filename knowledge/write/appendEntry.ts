// Where a new entry goes, and what is added to that file: nothing that stands there is touched.
import type { PlacedEntry } from '../curate.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import { entryYaml, type NewEntry } from './entryYaml.ts';

export interface Addition {
  /** The file, which need not exist. */
  readonly path: string;
  /** What is added at its end. */
  readonly text: string;
  /** The line on which the entry begins in it. */
  readonly line: number;
}

/** What a file of entries begins with, so that editors check it. */
const newFile = '# yaml-language-server: $schema=../entry.schema.json\n';

/** What adds an entry to the file that has most entries of its topic, or to a new one. */
export function additionOf(
  entry: NewEntry,
  entries: readonly PlacedEntry[],
  files: readonly KnowledgeFile[],
): Addition {
  const path = fileOfTopic(entry.topic, entries) ?? `entries/${entry.topic}.yaml`;
  const known = files.find((file) => file.path === path)?.text;
  const before = known ?? newFile;
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const ended = before.endsWith('\n') ? '' : lineEnd;
  // Entries stand apart by an empty line, unless the file ends with one.
  const gap = known === undefined || /\n\r?\n$/u.test(before) ? '' : lineEnd;
  const text = `${known === undefined ? before : ''}${ended}${gap}${entryYaml(entry).replaceAll('\n', lineEnd)}`;
  return { path, text, line: `${before}${ended}${gap}`.split('\n').length };
}

/** The files with the addition made. */
export function withAddition(files: readonly KnowledgeFile[], { path, text }: Addition): KnowledgeFile[] {
  if (!files.some((file) => file.path === path)) return [...files, { path, text }];
  return files.map((file) => (file.path === path ? { path, text: file.text + text } : file));
}

function fileOfTopic(topic: string, entries: readonly PlacedEntry[]): string | null {
  const counts = new Map<string, number>();
  for (const { entry, file } of entries)
    if (entry.topic === topic) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
