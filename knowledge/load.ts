// YAML files -> the frozen knowledge base, or every fault at once.
import { createHash } from 'node:crypto';
import { closest } from './closest.ts';
import { type Curated, curate, type PlacedEntry } from './curate.ts';
import type { KnowledgeBase } from './entry.ts';
import { factsIn } from './facts.ts';
import { type Fault, sortFaults } from './fault.ts';
import { finishEntry, finishOutOfScope, sealKnowledge } from './finish.ts';
import { languages } from './language.ts';
import { readKnowledgeFiles } from './readFiles.ts';
import type { KnowledgeFile } from './yamlFile.ts';

export type LoadResult =
  | { readonly ok: true; readonly knowledge: KnowledgeBase }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Loads the knowledge from a folder that holds facts.yaml, glossary.yaml and entries/*.yaml.
 * @param folder path of the folder
 */
export async function loadKnowledge(folder: string): Promise<LoadResult> {
  const read = await readKnowledgeFiles(folder);
  const parsed = parseKnowledge(read.files);
  if (read.faults.length === 0) return parsed;
  return { ok: false, faults: sortFaults([...read.faults, ...(parsed.ok ? [] : parsed.faults)]) };
}

/** The same from texts: for tests, and to preview an edit before it is saved. */
export function parseKnowledge(files: readonly KnowledgeFile[]): LoadResult {
  return buildKnowledge(curate(files), versionOf(files));
}

/** The same from what was read already. */
export function buildKnowledge(curated: Curated, version: string): LoadResult {
  const faults = [...curated.faults, ...crossFaults(curated)];
  if (faults.length > 0) return { ok: false, faults: sortFaults(faults) };
  const facts = curated.facts?.value.facts ?? {};
  const entries = curated.entries.map(({ entry }) => finishEntry(entry, facts));
  return {
    ok: true,
    knowledge: sealKnowledge({
      version,
      entries,
      synonyms: curated.glossary?.value ?? [],
      outOfScope: (curated.outOfScope?.value ?? []).map(finishOutOfScope),
    }),
  };
}

/** What keeps entries from being served together that are right one by one: ids that are taken, facts that are missing. */
export function crossFaults(curated: Curated): Fault[] {
  return [...takenIds(curated.entries), ...unknownFacts(curated), ...unknownDays(curated)];
}

function takenIds(entries: readonly PlacedEntry[]): Fault[] {
  const first = new Map<string, PlacedEntry>();
  return entries.flatMap((placed) => {
    const { entry, file, path } = placed;
    const other = first.get(entry.id);
    if (!other) {
      first.set(entry.id, placed);
      return [];
    }
    const { path: otherFile, line } = other.file.at(other.path);
    const message = `The id "${entry.id}" is taken by the entry at ${otherFile}:${line}. Give this one its own id.`;
    return [{ severity: 'fault', ...file.at([...path, 'id']), message }];
  });
}

function unknownFacts({ entries, facts }: Curated): Fault[] {
  // When facts.yaml itself cannot be read, its own fault says enough.
  if (!facts) return [];
  const known = facts.value.facts;
  const faults: Fault[] = [];
  for (const { entry, file, path } of entries) {
    for (const language of languages) {
      const seen = new Map<string, number>();
      for (const { written, id } of factsIn(entry[language]?.answer ?? '')) {
        const occurrence = seen.get(written) ?? 0;
        seen.set(written, occurrence + 1);
        if (Object.hasOwn(known, id)) continue;
        const near = closest(id, Object.keys(known));
        const advice = near ? `Did you mean {{${near}}}?` : 'Add it to facts.yaml.';
        const place = file.at([...path, language, 'answer'], written, occurrence);
        const message = `"${entry.id}" uses the fact ${written}, which does not exist. ${advice}`;
        faults.push({ severity: 'fault', ...place, message });
      }
    }
  }
  return faults;
}

/** An event's days must be a fact of kind days: the only place where they stand. */
function unknownDays({ entries, facts }: Curated): Fault[] {
  if (!facts) return [];
  const known = facts.value.facts;
  const dated = Object.keys(known).filter((id) => known[id]?.kind === 'days');
  return entries.flatMap(({ entry, file, path }) =>
    (entry.events ?? []).flatMap(({ days }, index) => {
      if (dated.includes(days)) return [];
      const wrong = Object.hasOwn(known, days) ? 'which is no fact of kind days' : 'which does not exist';
      const near = closest(days, dated);
      const advice = near ? `Did you mean "${near}"?` : 'Add it to facts.yaml with kind: days.';
      const message = `"${entry.id}" has an event on "${days}", ${wrong}. ${advice}`;
      return [{ severity: 'fault', ...file.at([...path, 'events', index, 'days']), message }];
    }),
  );
}

/** The same texts give the same version, on any machine: neither line ends nor the order of reading count. */
export function versionOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(JSON.stringify([path, text.replaceAll('\r\n', '\n')]));
  }
  return hash.digest('hex').slice(0, 16);
}
