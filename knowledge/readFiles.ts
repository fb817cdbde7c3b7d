// Reads the knowledge folder: the only file access in knowledge/.
import { isUtf8 } from 'node:buffer';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Fault } from './fault.ts';
import type { KnowledgeFile } from './yamlFile.ts';

export interface ReadResult {
  readonly files: readonly KnowledgeFile[];
  readonly faults: readonly Fault[];
}

/** Reads facts.yaml, glossary.yaml, out-of-scope.yaml and entries/*.yaml. */
export async function readKnowledgeFiles(folder: string): Promise<ReadResult> {
  const files: KnowledgeFile[] = [];
  const faults: Fault[] = [];
  const fail = (path: string, message: string) =>
    faults.push({ severity: 'fault', path, line: 1, column: 1, message });

  const entries = await yamlFilesIn(folder, 'entries');
  if (!entries)
    fail(
      'entries',
      `There is no folder ${join(folder, 'entries')} that can be read. Create it, or name the right folder.`,
    );
  const paths = [...(entries ?? []), 'facts.yaml', 'glossary.yaml', 'out-of-scope.yaml'];
  const results = await Promise.all(paths.map((path) => readYaml(folder, path)));
  for (const [index, result] of results.entries()) {
    if (typeof result === 'string') fail(paths[index] ?? '', result);
    else files.push(result);
  }
  return { files, faults };
}

/** Reads one file of the knowledge; null when it cannot be read. */
export async function readKnowledgeFile(folder: string, path: string): Promise<KnowledgeFile | null> {
  const result = await readYaml(folder, path);
  return typeof result === 'string' ? null : result;
}

/** Reads the regression questions, questions/*.yaml; there need not be any. */
export async function readQuestionFiles(folder: string): Promise<ReadResult> {
  const paths = (await yamlFilesIn(folder, 'questions')) ?? [];
  const results = await Promise.all(paths.map((path) => readYaml(folder, path)));
  return {
    files: results.filter((result) => typeof result !== 'string'),
    faults: results.flatMap((message, index): Fault[] =>
      typeof message === 'string'
        ? [{ severity: 'fault', path: paths[index] ?? '', line: 1, column: 1, message }]
        : [],
    ),
  };
}

/** @returns the YAML files of a folder in the knowledge folder, by name; null when it cannot be read */
async function yamlFilesIn(folder: string, inner: string): Promise<string[] | null> {
  const names = await readdir(join(folder, inner)).catch(() => null);
  return (
    names
      ?.filter((name) => /^[^.].*\.ya?ml$/iu.test(name))
      .sort()
      .map((name) => `${inner}/${name}`) ?? null
  );
}

/** @returns the file, or why it cannot be read */
async function readYaml(folder: string, path: string): Promise<KnowledgeFile | string> {
  if (!path.endsWith('.yaml')) return 'The file would be passed over. Rename it so that it ends in .yaml.';
  try {
    const real = await realpath(join(folder, path));
    // A link could otherwise publish any file of the machine.
    if (!real.startsWith((await realpath(folder)) + sep))
      return 'The file is a link to outside of the knowledge. Copy it here.';
    const bytes = await readFile(real);
    if (!isUtf8(bytes)) return 'The file is not UTF-8 text. Save it as UTF-8.';
    return { path, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    return `The file cannot be read (${reasonOf(error)}). Create it or make it readable.`;
  }
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
