// What the files say, read with their schemas but with facts not yet filled in: the check and the loader start from here.
import type { z } from 'zod';
import type { Synonyms } from './entry.ts';
import type { Fault } from './fault.ts';
import type { ValuePath } from './places.ts';
import {
  type CuratedEntry,
  type CuratedOutOfScope,
  entriesFileSchema,
  type FactsFile,
  factsFileSchema,
  glossaryFileSchema,
  outOfScopeFileSchema,
} from './schema.ts';
import { readShape } from './shape.ts';
import { type KnowledgeFile, parseYamlFile, type YamlFile } from './yamlFile.ts';

/** An entry as curated, and where it stands. */
export interface PlacedEntry {
  readonly entry: CuratedEntry;
  readonly file: YamlFile;
  /** Path of the entry in its file. */
  readonly path: ValuePath;
}

/** What one file says, and the file to point into. */
export interface Placed<T> {
  readonly value: T;
  readonly file: YamlFile;
}

export interface Curated {
  readonly entries: readonly PlacedEntry[];
  /** null when the file is missing or faulty */
  readonly facts: Placed<FactsFile> | null;
  readonly glossary: Placed<readonly Synonyms[]> | null;
  readonly outOfScope: Placed<readonly CuratedOutOfScope[]> | null;
  readonly faults: readonly Fault[];
}

/** Reads all files; what is wrong in one does not hide what is wrong in the others. */
export function curate(files: readonly KnowledgeFile[]): Curated {
  const faults: Fault[] = [];
  function read<T>(text: KnowledgeFile, schema: z.ZodType<T>): Placed<T> | null {
    const parsed = parseYamlFile(text);
    const shape = parsed.ok ? readShape(parsed.file, schema) : parsed;
    if (!shape.ok) faults.push(...shape.faults);
    return parsed.ok && shape.ok ? { value: shape.value, file: parsed.file } : null;
  }
  let facts: Placed<FactsFile> | null = null;
  let glossary: Placed<readonly Synonyms[]> | null = null;
  let outOfScope: Placed<readonly CuratedOutOfScope[]> | null = null;
  const entries: PlacedEntry[] = [];
  for (const text of files) {
    if (text.path === 'facts.yaml') facts = read(text, factsFileSchema);
    else if (text.path === 'glossary.yaml') glossary = read(text, glossaryFileSchema);
    else if (text.path === 'out-of-scope.yaml') outOfScope = read(text, outOfScopeFileSchema);
    else {
      const placed = read(text, entriesFileSchema);
      for (const [index, entry] of placed?.value.entries() ?? [])
        if (placed) entries.push({ entry, file: placed.file, path: [index] });
    }
  }
  return { entries, facts, glossary, outOfScope, faults };
}
