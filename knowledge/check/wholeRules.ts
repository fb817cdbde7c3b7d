// What the entries, facts and names must keep to together.
import { closest } from '../closest.ts';
import type { Curated, PlacedEntry } from '../curate.ts';
import { factsIn } from '../facts.ts';
import type { Fault, Place } from '../fault.ts';
import { languageNames, languages } from '../language.ts';
import { fold } from '../text/normalise.ts';
import { linkFault, markdownFaults } from './markdown.ts';
import { fewestPhrasings, wordingsOf } from './wordings.ts';

const faultAt = (place: Place, message: string): Fault => ({ severity: 'fault', ...place, message });

/** Related ids must exist, and lead somewhere else. */
export function checkRelated(entries: readonly PlacedEntry[]): Fault[] {
  const ids = new Set(entries.map(({ entry }) => entry.id));
  return entries.flatMap(({ entry, file, path }) =>
    entry.related.flatMap((id, index) => {
      const place = file.at([...path, 'related', index]);
      if (id === entry.id) return [faultAt(place, `"${id}" is related to itself. Name another entry.`)];
      if (entry.related.indexOf(id) < index)
        return [faultAt(place, `"${entry.id}" names "${id}" twice. Remove one.`)];
      if (ids.has(id)) return [];
      const near = closest(id, ids);
      const advice = near ? `Did you mean "${near}"?` : 'Name an existing entry.';
      return [faultAt(place, `"${entry.id}" is related to "${id}", which does not exist. ${advice}`)];
    }),
  );
}

/** The same wording may not lead to two entries or groups, in whatever language, nor stand twice in one. */
export function checkPhrasings(curated: Curated): Fault[] {
  const first = new Map<string, { readonly id: string; readonly language: string; readonly place: Place }>();
  const faults: Fault[] = [];
  for (const { id, language, wording, place } of wordingsOf(curated)) {
    const at = place();
    const key = bareWording(wording);
    const other = first.get(key);
    if (!other) first.set(key, { id, language, place: at });
    else if (other.id !== id) {
      const there = `"${other.id}" (${other.place.path}:${other.place.line})`;
      faults.push(
        faultAt(at, `"${id}" and ${there} have the same wording "${wording}". Keep it in one of them.`),
      );
    } else if (other.language === language) {
      faults.push(faultAt(at, `"${id}" has the wording "${wording}" twice. Remove one.`));
    }
  }
  return faults;
}

/** A wording without accents, case, punctuation and spare blanks: two that are alike then are the same. */
export function bareWording(wording: string): string {
  return fold(wording)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Facts must be used, and be plain text with safe sources. */
export function checkFacts({ entries, facts }: Curated): Fault[] {
  if (!facts) return [];
  const used = new Set(
    entries.flatMap(({ entry }) => [
      ...languages.flatMap((language) => factsIn(entry[language]?.answer ?? '')).map(({ id }) => id),
      ...(entry.events ?? []).map(({ days }) => days),
    ]),
  );
  const { file, value } = facts;
  return Object.entries(value.facts).flatMap(([id, fact]) => {
    const faults: Fault[] = [];
    if (!used.has(id))
      faults.push(
        faultAt(file.atKey(['facts'], id), `No answer or event uses the fact "${id}". Use it or remove it.`),
      );
    const wrong = linkFault(fact.source.url);
    if (wrong) faults.push(faultAt(file.at(['facts', id, 'source', 'url']), `"${id}" ${wrong}`));
    if (fact.kind === 'text') {
      const texts = typeof fact.value === 'string' ? [fact.value] : Object.values(fact.value);
      for (const { needle, message } of texts.flatMap(markdownFaults)) {
        faults.push(faultAt(file.at(['facts', id, 'value'], needle), `"${id}" ${message}`));
      }
    }
    return faults;
  });
}

/** Groups out of scope: an id of their own, replies that every channel can show, phrasings. */
export function checkOutOfScope({ entries, outOfScope }: Curated): Fault[] {
  const taken = new Set(entries.map(({ entry }) => entry.id));
  return (outOfScope?.value ?? []).flatMap((group, index) => {
    if (!outOfScope) return [];
    const { file } = outOfScope;
    const faults: Fault[] = [];
    if (taken.has(group.id))
      faults.push(
        faultAt(file.at([index, 'id']), `The id "${group.id}" is taken. Give this group its own id.`),
      );
    taken.add(group.id);
    for (const language of languages) {
      const { reply, phrasings } = group[language];
      for (const { needle, message } of markdownFaults(reply))
        faults.push(faultAt(file.at([index, language, 'reply'], needle), `"${group.id}" ${message}`));
      if (phrasings.length < fewestPhrasings)
        faults.push(
          faultAt(
            file.at([index, language, 'phrasings']),
            `"${group.id}" has ${phrasings.length} phrasings in ${languageNames[language]}. Write at least ${fewestPhrasings}.`,
          ),
        );
    }
    return faults;
  });
}

/** A word of the glossary may mean one thing only. */
export function checkGlossary({ glossary }: Curated): Fault[] {
  const owners = new Map<string, string>();
  return (glossary?.value ?? []).flatMap(({ term, alsoTyped, misspellings }, index) => {
    const words = [
      { word: term, path: [index, 'term'] },
      ...alsoTyped.map((word, at) => ({ word, path: [index, 'alsoTyped', at] })),
      ...misspellings.map((word, at) => ({ word, path: [index, 'misspellings', at] })),
    ];
    return words.flatMap(({ word, path }) => {
      const key = word.toLowerCase().normalize('NFC');
      const owner = owners.get(key);
      owners.set(key, owner ?? term);
      if (owner === undefined || !glossary) return [];
      const where = owner === term ? 'twice' : `under "${owner}" as well`;
      return [faultAt(glossary.file.at(path), `"${word}" of "${term}" stands ${where}. Keep it once.`)];
    });
  });
}
