// Names of countries in our five languages and of some 400 cities, from the data that Node.js has of languages and time zones. Visitors name
// places all the time: one that lies an error away from a known word ("Cairo" and "caro") is no misspelling.
import { languages } from '../language.ts';
import { fold } from './normalise.ts';

/** Shorter words of names ("of", "la") are words of grammar. */
const shortest = 4;

/** The words of all these names, folded; it takes 40 ms to collect them. */
export function placeNames(): ReadonlySet<string> {
  return new Set(
    [...countries(), ...cities()].flatMap((name) =>
      fold(name.toLowerCase())
        .split(/[^\p{L}]+/u)
        .filter(({ length }) => length >= shortest),
    ),
  );
}

function countries(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return languages.flatMap((language) => {
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => regions.of(code) ?? []);
  });
}

/** Time zones are called after the largest city in them: "Africa/Cairo". */
function cities(): string[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1) ?? '');
}
