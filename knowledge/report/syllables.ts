// Syllables by rule of thumb: one for each group of vowels that are spoken together. Right for most words, and wrong in the
// same way for all answers of a language, which is what comparing them needs.
import type { Language } from '../language.ts';

/** A vowel, or vowels that make one sound. What stands first in a pattern is taken first. */
const sounds: Readonly<Record<Language, RegExp>> = {
  en: /[aeiouy]+/gu,
  // Two of a, e, o, and an accented í or ú, are spoken apart: "te-a-tro", "pa-ís". A y between vowels is a consonant.
  es: /[iuü]?[aeoáéó](?:[iu](?![aeoáéó])|y(?![aeiouáéíóú]))?|[íú]|[iuüy]+(?![aeoáéó])/gu,
  pt: /[iu]?(?:ão|ãe|õe|[aeoáâàéêóôãõ](?:[iu](?![aeoáâéêóô]))?)|[íú]|[iuü]+(?![aeoáâàéêóôãõ])/gu,
  fr: /[aàâäeéèêëiîïoôöuùûüyœæ]+/gu,
  de: /ie|ei|ai|eu|äu|au|oi|aa|ee|oo|[aeiouyäöü]/gu,
};

/** "make", "makes", "named"; but not "table", "places", "wanted", whose ending is spoken. */
const silentEnglish =
  /(?<=[aeiouy].*[^aeiouy])(?:(?<![^aeiouy]l)e|(?<![sxzcg]|[sc]h|[^aeiouy]l)es|(?<![td]|[^aeiouy]l)ed)$/u;
/** "ra-dio", "cre-ate", "ide-a"; but not "region", "special". */
const apartEnglish = /(?<=[aeiouy].*[^ctsgaeiouy])i(?=[ao])|(?<=cr)e(?=a[ts])|(?<=[aeiouy].*)e(?=as?$)/gu;
/** "ville", "villes". */
const silentFrench = /(?<=[aàâäeéèêëiîïoôöuùûüyœæ].*[^aàâäeéèêëiîïoôöuùûüyœæ])es?$/u;
/** "cré-er", "océ-an"; but not "idée". */
const apartFrench = /é(?=[aiou]|e(?!s?$))/gu;

/** @returns how many syllables a word has, at least one; a figure counts as one */
export function syllablesIn(word: string, language: Language): number {
  const count = spoken(word.toLowerCase().normalize('NFC'), language).match(sounds[language])?.length ?? 0;
  return Math.max(1, count);
}

/** The word without the vowels that are not spoken, and a hyphen between those that are spoken apart. */
function spoken(word: string, language: Language): string {
  switch (language) {
    case 'en':
      return word.replace(silentEnglish, '').replace(apartEnglish, '$&-');
    case 'fr':
      return word.replace(silentFrench, '').replace(apartFrench, '$&-');
    case 'es':
    case 'pt':
      return word.replace(/(?<=q)u|(?<=g)u(?=[eiéíê])/gu, '');
    case 'de':
      return word.replace(/(?<=q)u/gu, '');
  }
}
