// An entry while it is being written: what is wrong with the part that is there, told at once.
import { type Curated, curate } from '../curate.ts';
import type { Fault } from '../fault.ts';
import type { Language } from '../language.ts';
import { crossFaults } from '../load.ts';
import type { CuratedText } from '../schema.ts';
import { entryYaml, type NewEntry } from '../write/entryYaml.ts';
import { checkEntry } from './entryRules.ts';
import { checkPhrasings, checkRelated } from './wholeRules.ts';
import { fewestPhrasings } from './wordings.ts';

/** What was told so far. */
export type Draft = Partial<Omit<NewEntry, Language>> & {
  readonly [language in Language]?: Partial<CuratedText>;
};

/** Not the name of a file: faults at this path are the draft's. */
const draftPath = 'the new entry';

/**
 * @param draft what is not there yet counts as right
 * @param curated the knowledge it is to be added to, without a fault
 * @returns sentences, each a fault that the draft would bring
 */
export function draftFaults(draft: Draft, curated: Curated, today: string): string[] {
  const entry = completed(draft, curated, today);
  const own = curate([{ path: draftPath, text: entryYaml(entry) }]);
  const together = { ...curated, entries: [...curated.entries, ...own.entries] };
  const faults: readonly Fault[] = [
    ...own.faults,
    ...own.entries.flatMap((placed) => checkEntry(placed, curated.facts?.value ?? noFacts, today)),
    ...crossFaults(together),
    ...checkRelated(together.entries),
    ...checkPhrasings(together),
  ];
  const mine = faults.filter(({ severity, path }) => severity === 'fault' && path === draftPath);
  // The check tells this at the group, whose fault it is not here.
  const group = curated.outOfScope?.value.some(({ id }) => id === entry.id);
  return [
    ...mine.map(({ message }) => message),
    ...(group ? [`The id "${entry.id}" is taken by an out-of-scope group. Choose another.`] : []),
  ];
}

const noFacts = { names: [], facts: {} };

/** The draft with something harmless where nothing was told yet. */
function completed(draft: Draft, { entries }: Curated, today: string): NewEntry {
  const { en, es, pt, fr, de, ...rest } = draft;
  const other = entries.find(({ entry }) => entry.id !== draft.id);
  return {
    id: 'this-entry',
    topic: 'membership',
    asOf: 'undated',
    checkedOn: today,
    reviewBy: today,
    related: other ? [other.entry.id] : [],
    sources: [{ title: 'Source', url: 'https://example.org/', date: 'undated' }],
    ...rest,
    en: completedText('en', en),
    ...(es && { es: completedText('es', es) }),
    ...(pt && { pt: completedText('pt', pt) }),
    ...(fr && { fr: completedText('fr', fr) }),
    ...(de && { de: completedText('de', de) }),
  };
}

function completedText(language: string, text: Partial<CuratedText> = {}): CuratedText {
  const phrasings = [...(text.phrasings ?? [])];
  while (phrasings.length < fewestPhrasings) phrasings.push(`${language} placeholder ${phrasings.length}`);
  return { question: `${language} placeholder`, answer: 'Placeholder.', ...text, phrasings };
}
