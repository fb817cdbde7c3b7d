// Every wording that a curator wrote must find its own entry first; one that does not is shadowed by another entry.
import type { PlacedEntry } from '../curate.ts';
import type { Fault } from '../fault.ts';
import { languages } from '../language.ts';
import type { Matcher } from '../matcher.ts';

/** Asks every wording, without any hint of its language, as the first message of a conversation. */
export function checkFindable(entries: readonly PlacedEntry[], matcher: Matcher): Fault[] {
  const faults: Fault[] = [];
  for (const { entry, file, path } of entries) {
    for (const language of languages) {
      const text = entry[language];
      if (!text) continue;
      const ask = (wording: string, inner: readonly (string | number)[]) => {
        const winner = matcher.match(wording).matches[0];
        if (winner?.entry.id === entry.id) return;
        const instead = winner
          ? `finds "${winner.entry.id}" first (by "${winner.phrasing}", confidence ${winner.confidence.toFixed(2)})`
          : 'finds nothing';
        const message = `"${wording}" of "${entry.id}" ${instead}. Word it closer to its entry, or move it.`;
        faults.push({ severity: 'fault', ...file.at([...path, language, ...inner]), message });
      };
      ask(text.question, ['question']);
      for (const [index, phrasing] of text.phrasings.entries()) ask(phrasing, ['phrasings', index]);
    }
  }
  return faults;
}
