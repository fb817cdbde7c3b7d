// Taught changes laid over the files: the same texts that an export would write, so that what is served, checked and written is one.
// What the files contradict is left out, and told.
import { bareWording } from '../check/wholeRules.ts';
import { wordingsOf } from '../check/wordings.ts';
import { type Curated, curate, type PlacedEntry } from '../curate.ts';
import { languageNames, languages } from '../language.ts';
import { crossFaults } from '../load.ts';
import type { FactsFile } from '../schema.ts';
import { additionOf, withAddition } from '../write/appendEntry.ts';
import type { NewEntry } from '../write/entryYaml.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import type { Change, Taught } from './change.ts';
import { withFact, withPhrasing } from './insert.ts';

/** How a taught change stands to the files. */
export type Standing =
  /** The files do not have it yet: it is served from here. */
  | { readonly id: string; readonly kind: 'applied' }
  /** The files have it. */
  | { readonly id: string; readonly kind: 'contained' }
  /** It is not served; the reason is a sentence. */
  | { readonly id: string; readonly kind: 'leftOut'; readonly reason: string };

export interface Overlaid {
  readonly files: readonly KnowledgeFile[];
  /** One for each change, in their order. */
  readonly standings: readonly Standing[];
}

/**
 * Lays changes over the files, one after the other.
 * @param files without a fault; faulty ones are given back as they are, for the loader to say so
 * @param taught in the order in which they were published
 */
export function layOver(files: readonly KnowledgeFile[], taught: readonly Taught[]): Overlaid {
  if (taught.length === 0) return { files, standings: [] };
  const curated = curate(files);
  if (curated.faults.length > 0 || crossFaults(curated).length > 0) return { files, standings: [] };
  let state: State = { files, curated, owners: ownersOf(curated) };
  const standings = taught.map(({ id, change, exported }): Standing => {
    const result = apply(state, change, exported);
    if (result.kind !== 'applied') return { id, ...result };
    state = result.state;
    return { id, kind: 'applied' };
  });
  return { files: inReadingOrder(state.files), standings };
}

/**
 * A new file stands where it will be read once it is on disk: a model that was learnt from this knowledge is kept for the knowledge of
 * those files, and counts entries by their place.
 */
function inReadingOrder(files: readonly KnowledgeFile[]): readonly KnowledgeFile[] {
  const isEntries = ({ path }: KnowledgeFile) => path.startsWith('entries/');
  const entries = files.filter(isEntries).sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...entries, ...files.filter((file) => !isEntries(file))];
}

interface State {
  readonly files: readonly KnowledgeFile[];
  readonly curated: Curated;
  /** Bare wording -> id of the entry or group that has it. There are tens of thousands: it grows, and is never copied. */
  readonly owners: Map<string, string>;
}

type Result =
  | { readonly kind: 'applied'; readonly state: State }
  | { readonly kind: 'contained' }
  | { readonly kind: 'leftOut'; readonly reason: string };

function apply(state: State, change: Change, exported: boolean): Result {
  switch (change.kind) {
    case 'addPhrasing':
      return addPhrasing(state, change);
    case 'newEntry':
      return addEntry(state, change, exported);
  }
}

function addPhrasing(
  { files, curated, owners }: State,
  { entry: id, language, phrasing }: Extract<Change, { kind: 'addPhrasing' }>,
): Result {
  const placed = curated.entries.find(({ entry }) => entry.id === id);
  if (!placed) return leftOut(`The entry "${id}" is not there any more. Choose another, or take this back.`);
  const text = placed.entry[language];
  if (!text) {
    return leftOut(
      `"${id}" is not told in ${languageNames[language]}. Add that language in ${placed.file.path} first.`,
    );
  }
  const bare = bareWording(phrasing);
  if (bare === '') return leftOut(`"${phrasing}" has no letter or figure. Write it as a visitor would.`);
  if ([text.question, ...text.phrasings].some((known) => bareWording(known) === bare))
    return { kind: 'contained' };
  const owner = owners.get(bare);
  if (owner !== undefined && owner !== id) return leftOut(taken(phrasing, owner));
  const index = placed.path[0];
  const file = files.find(({ path }) => path === placed.file.path);
  const added = file && typeof index === 'number' ? withPhrasing(file.text, index, language, phrasing) : null;
  if (!file || added === null) {
    return leftOut(
      `Nothing can be added to the phrasings of "${id}" in ${placed.file.path}. Add it by hand.`,
    );
  }
  owners.set(bare, id);
  const told = { ...text, phrasings: [...text.phrasings, phrasing] };
  const now = { ...placed, entry: { ...placed.entry, [language]: told } };
  return {
    kind: 'applied',
    state: {
      files: files.map((each) => (each === file ? { path: file.path, text: added } : each)),
      curated: { ...curated, entries: curated.entries.map((each) => (each === placed ? now : each)) },
      owners,
    },
  };
}

function addEntry(
  { files, curated, owners }: State,
  { entry, figures }: Extract<Change, { kind: 'newEntry' }>,
  exported: boolean,
): Result {
  const there = curated.entries.find((placed) => placed.entry.id === entry.id);
  if (there) {
    // What was written into the files may have been worked on there.
    return exported || saysTheSame(there, entry)
      ? { kind: 'contained' }
      : leftOut(
          `The files have an entry "${entry.id}" that says something else (${there.file.path}). That one is served.`,
        );
  }
  if (curated.outOfScope?.value.some(({ id }) => id === entry.id))
    return leftOut(`The id "${entry.id}" is taken by an out-of-scope group.`);
  const wordings = wordingsIn(entry);
  for (const wording of wordings) {
    const owner = owners.get(bareWording(wording));
    if (owner !== undefined) return leftOut(taken(wording, owner));
  }
  let withFacts: readonly KnowledgeFile[] | null = files;
  let facts = curated.facts;
  for (const figure of figures) {
    withFacts &&= addFact(withFacts, facts, entry, figure);
    facts &&= { ...facts, value: withTextFact(facts.value, entry, figure) };
  }
  if (!withFacts)
    return leftOut(`The figures of "${entry.id}" can't be added to facts.yaml. Add them by hand.`);
  const addition = additionOf(entry, curated.entries, withFacts);
  const read = curate([{ path: addition.path, text: addition.text }]);
  const [fault] = [...read.faults, ...crossFaults({ ...curated, ...read, facts })];
  const [own] = read.entries;
  if (fault || !own) return leftOut(fault?.message ?? `"${entry.id}" can't be added.`);
  for (const wording of wordings) owners.set(bareWording(wording), entry.id);
  const before = curated.entries.filter(({ file }) => file.path === addition.path).length;
  return {
    kind: 'applied',
    state: {
      files: withAddition(withFacts, addition),
      curated: { ...curated, facts, entries: [...curated.entries, { ...own, path: [before] }] },
      owners,
    },
  };
}

function addFact(
  files: readonly KnowledgeFile[],
  facts: Curated['facts'],
  { asOf, sources: [source] }: NewEntry,
  { id, value }: { readonly id: string; readonly value: string },
): readonly KnowledgeFile[] | null {
  const file = files.find(({ path }) => path === 'facts.yaml');
  if (!file || Object.hasOwn(facts?.value.facts ?? {}, id)) return null;
  const text = withFact(file.text, { id, value, asOf, source });
  return text === null ? null : files.map((each) => (each === file ? { path: file.path, text } : each));
}

/** The facts with one more, as withFact writes it. */
function withTextFact(
  { names, facts }: FactsFile,
  { asOf, sources: [source] }: NewEntry,
  { id, value }: { readonly id: string; readonly value: string },
): FactsFile {
  return { names, facts: { ...facts, [id]: { kind: 'text', value, asOf, source } } };
}

function ownersOf(curated: Curated): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { id, wording } of wordingsOf(curated)) {
    const bare = bareWording(wording);
    if (!owners.has(bare)) owners.set(bare, id);
  }
  return owners;
}

function wordingsIn(entry: NewEntry): string[] {
  return languages.flatMap((language) => {
    const text = entry[language];
    return text ? [text.question, ...text.phrasings] : [];
  });
}

/** The same question and answer in every language: the phrasings may have been added to. */
function saysTheSame({ entry }: PlacedEntry, other: NewEntry): boolean {
  return languages.every((language) => {
    const [is, was] = [entry[language], other[language]];
    return !was || (is?.question === was.question && is.answer === was.answer);
  });
}

function taken(wording: string, owner: string): string {
  return `"${wording}" stands in "${owner}". A wording may lead to one entry only.`;
}

function leftOut(reason: string): Result {
  return { kind: 'leftOut', reason };
}
