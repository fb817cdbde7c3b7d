// Every wording that a curator wrote must find its own entry or group first, and should with a typing error, too; one that
// does not is shadowed by another.
import type { Curated } from '../curate.ts';
import type { Fault } from '../fault.ts';
import type { Matcher } from '../matcher.ts';
import { withTypo } from './typo.ts';
import { type Wording, wordingsOf } from './wordings.ts';

/** Which share of the wordings is asked: the nth, and each so many after it. */
export interface Part {
  readonly index: number;
  readonly count: number;
}
export const whole: Part = { index: 0, count: 1 };

/** Asks every wording, without any hint of its language, as the first message of a conversation. */
export function checkFindable(curated: Curated, matcher: Matcher, { index, count }: Part = whole): Fault[] {
  const faults: Fault[] = [];
  for (const [at, wording] of [...wordingsOf(curated)].entries()) {
    if (at % count !== index) continue;
    const shadow = shadowOf(wording.wording, wording, matcher);
    if (shadow !== null) {
      const message = `"${wording.wording}" of "${wording.id}" ${shadow}. Word it closer to its entry, or move it.`;
      faults.push({ severity: 'fault', ...wording.place(), message });
      continue;
    }
    const typed = withTypo(wording.wording);
    const misled = wording.kind === 'entry' ? shadowOf(typed, wording, matcher) : null;
    if (misled !== null) {
      const message = `"${wording.wording}" of "${wording.id}", typed as "${typed}", ${misled}. Add a phrasing with other words.`;
      faults.push({ severity: 'warning', ...wording.place(), message });
    }
  }
  return faults;
}

/** @returns what a text finds instead of its own entry or group, and by how much; null when it finds its own */
export function shadowOf(
  text: string,
  { id, kind }: Pick<Wording, 'id' | 'kind'>,
  matcher: Matcher,
): string | null {
  const { matches, outOfScope } = matcher.match(text);
  const found = outOfScope?.group.id ?? matches[0]?.entry.id;
  if (found === id) return null;
  if (found === undefined) return 'finds nothing';
  const own = kind === 'entry' ? (matches.find(({ entry }) => entry.id === id)?.confidence ?? 0) : 0;
  const [best] = matches;
  if (outOfScope)
    return `finds the out-of-scope group "${found}" first (${figure(outOfScope.confidence)}, its own ${figure(own)})`;
  return `finds "${found}" first (by "${best?.phrasing}", confidence ${figure(best?.confidence ?? 0)}, its own ${figure(own)})`;
}

function figure(confidence: number): string {
  return confidence.toFixed(2);
}
