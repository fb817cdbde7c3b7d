// A curated entry becomes what the service serves: facts filled in, the languages under `texts`, nothing left to change.
import type { DatedEvent, Entry, EntryText, KnowledgeBase, OutOfScope } from './entry.ts';
import { fillFacts } from './facts.ts';
import type { Language } from './language.ts';
import type { CuratedEntry, CuratedEvent, CuratedOutOfScope, CuratedText, FactsFile } from './schema.ts';

export function finishEntry(curated: CuratedEntry, facts: FactsFile['facts']): Entry {
  const { en, es, pt, fr, de, events, ...rest } = curated;
  const finish = (text: CuratedText, language: Language): EntryText => ({
    ...text,
    answer: fillFacts(text.answer, facts, language),
  });
  return {
    ...rest,
    ...(events && { events: events.flatMap((event) => finishEvent(event, facts)) }),
    texts: {
      en: finish(en, 'en'),
      ...(es && { es: finish(es, 'es') }),
      ...(pt && { pt: finish(pt, 'pt') }),
      ...(fr && { fr: finish(fr, 'fr') }),
      ...(de && { de: finish(de, 'de') }),
    },
  };
}

/** An event with the days of its fact; without such a fact (the loader tells that fault) there is nothing to serve. */
function finishEvent({ name, place, days }: CuratedEvent, facts: FactsFile['facts']): DatedEvent[] {
  const fact = facts[days];
  if (fact?.kind !== 'days') return [];
  const { value, source } = fact;
  return [{ name: inAll(name), place: place === undefined ? null : inAll(place), ...value, source }];
}

function inAll(name: CuratedEvent['name']): Readonly<Record<Language, string>> {
  return typeof name === 'string' ? { en: name, es: name, pt: name, fr: name, de: name } : name;
}

export function finishOutOfScope({ en, es, pt, fr, de, ...rest }: CuratedOutOfScope): OutOfScope {
  return { ...rest, texts: { en, es, pt, fr, de } };
}

/** The knowledge base of some entries: nothing in it can be changed any more. */
export function sealKnowledge({
  version,
  entries,
  synonyms,
  outOfScope,
}: Omit<KnowledgeBase, 'byId'>): KnowledgeBase {
  const byId = sealMap(new Map(entries.map((entry) => [entry.id, entry])));
  return deepFreeze({ version, entries, byId, synonyms, outOfScope });
}

/** Freezes a value and all it holds, so that no request can change what the next one sees. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** A map that can only be read. Freezing alone does not hold a Map: its content is no property. */
function sealMap<K, V>(map: Map<K, V>): ReadonlyMap<K, V> {
  const refuse = () => {
    throw new TypeError('The knowledge cannot be changed after loading.');
  };
  Object.defineProperties(map, {
    set: { value: refuse },
    delete: { value: refuse },
    clear: { value: refuse },
  });
  return Object.freeze(map);
}
