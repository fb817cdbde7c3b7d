// Whether two questions ask the same, so that one reply can answer both. A wrong yes sends somebody the reply to a question they never
// asked, a wrong no costs staff a second look: in doubt it is no.
//
// What must be the same is everything but politeness: the words that carry grammar ("who", "not", "must", "by", "without") as a set,
// figures and names exactly, and of the subject words (by stem, synonym and repaired spelling, in the same order) all but a small
// share of their weight, where rare words weigh most.
import type { Language } from '../language.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { writeOut } from '../text/shorthand.ts';
import { stem } from '../text/stems.ts';
import { isFiller } from '../text/stopWords.ts';
import { tokenise } from '../text/tokens.ts';
import type { Model } from './model.ts';
import { type Reading, read } from './reading.ts';

/** Words that say nothing about what is asked: articles, whoever asks, and the auxiliaries of asking. */
const empty: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf(
    'a an the i me we us you one do does can could would to of there that and so also just really well know tell like want let have if whether',
  ),
  es: wordsOf(
    'el la los las un una unos unas de del al a yo me nos es son esta estan ser hay puede pueden puedo podria usted ustedes y lo le les te si',
  ),
  pt: wordsOf(
    'o a os as um uma uns umas de do da dos das ao eu me nos e sao ser esta estao ha pode podem posso poder voce voces lhe te',
  ),
  fr: wordsOf(
    'le la les un une des de du je me nous on vous est sont etre ce il elle y et peut peuvent puis pouvez peux a si',
  ),
  de: wordsOf(
    'der die das den dem des ein eine einen einem einer eines ich mich mir wir uns sie ihnen man ist sind bin war waren kann konnen konnte konnten es denn und ob mal',
  ),
};

/** Forms of one verb that make a passive: "what do members pay" is not "what are members paid". */
const passive: Readonly<Record<string, string>> = formsOf({
  be: 'is are am be been',
  was: 'was were',
  werden: 'wird werden',
});

/** Words that a question begins with, or has; a statement is a story of somebody's own. */
const asking: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf('who whom whose what which when where why how if whether'),
  es: wordsOf('que quien quienes cual cuales cuando donde adonde como cuanto cuanta cuantos cuantas si'),
  pt: wordsOf('que quem qual quais quando onde como quanto quanta quantos quantas se'),
  fr: wordsOf('qui que quoi quel quelle quels quelles quand ou comment combien pourquoi si'),
  de: wordsOf('wer wen wem wessen was welche welcher welches welchen wann wo wohin woher warum wieso wie ob'),
};
const asksFirst = wordsOf('do does did is are was were can could will would may must should has have');

/** Whoever writes these asks about a matter of their own: nobody else may get the reply. */
const personal: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf('my mine our ours myself ourselves'),
  es: wordsOf('mi mis mio mia mios mias nuestro nuestra nuestros nuestras'),
  pt: wordsOf('meu minha meus minhas nosso nossa nossos nossas'),
  fr: wordsOf('mon ma mes notre nos mien mienne'),
  de: wordsOf('mein meine meinem meinen meiner meines unser unsere unserem unseren unserer unseres'),
};

/** Words that point at what was said before, which nobody else knows. */
const pointing: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf('it its they them their theirs this these those he she his her him'),
  es: wordsOf('eso ese esa esto ello ella ellos ellas alli su sus'),
  pt: wordsOf('isso isto ele ela eles elas dele dela deles delas nele nela ali seu sua seus suas'),
  fr: wordsOf('cela ca celui celle ceux celles lui leur leurs son sa ses elle elles'),
  de: wordsOf('dazu dafur davon daran damit darum dagegen ihn ihm dies dieser diese dieses dessen deren'),
};

/** Subject words in another order may turn the question round ("do cities pay companies"). */
const otherOrder = 0.7;
/** A subject word that one of them lacks is another subject, if it weighs this share of the others' mean: nearly every word does. */
const heavy = 0.5;
const otherSubject = 0.7;

interface Unit {
  /** Two units are the same when they share one of these. */
  readonly keys: ReadonlySet<string>;
  readonly weight: number;
}

interface Asked {
  readonly language: Language;
  /** The words of grammar and the figures. */
  readonly frame: string;
  readonly units: readonly Unit[];
}

/** @returns how much two questions in one language ask the same, 0 to 1; 0 also where that can't be told */
export function likeness(model: Model, one: string, other: string): number {
  const a = asked(model, one);
  const b = asked(model, other);
  if (!a || !b || a.language !== b.language || a.frame !== b.frame) return 0;
  const taken = new Set<number>();
  let shared = 0;
  let last = -1;
  let inOrder = true;
  for (const unit of a.units) {
    const at = b.units.findIndex((match, index) => !taken.has(index) && isSame(unit, match));
    const match = b.units[at];
    if (!match) continue;
    taken.add(at);
    shared += (unit.weight + match.weight) / 2;
    inOrder &&= at > last;
    last = at;
  }
  const all = weightOf(a.units) + weightOf(b.units) - shared;
  const mean = (weightOf(a.units) + weightOf(b.units)) / (a.units.length + b.units.length);
  const lacking = [
    ...a.units.filter((unit) => !b.units.some((match) => isSame(unit, match))),
    ...b.units.filter((_, index) => !taken.has(index)),
  ];
  const sameSubject = lacking.every(({ weight }) => weight < heavy * mean);
  if (all === 0) return 0;
  return (shared / all) * (inOrder ? 1 : otherOrder) * (sameSubject ? 1 : otherSubject);
}

function isSame(one: Unit, other: Unit): boolean {
  return [...one.keys].some((key) => other.keys.has(key));
}

function weightOf(units: readonly Unit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}

/** What a text asks; null where that can't be told from the text alone, or is nobody else's business. */
function asked(model: Model, text: string): Asked | null {
  const clean = cleanQuestion(text);
  // What does not fit in, or was taken out, may be the point.
  if (clean.length < text.trim().length || /\[[^\]]*\]/u.test(text)) return null;
  const tokens = writeOut(tokenise(clean));
  const { language } = model.detector.detect(clean, tokens, undefined);
  const words = tokens.map(({ folded }) => folded);
  if (words.some((word) => pointing[language].has(word) || personal[language].has(word))) return null;
  const reading = read(model, tokens, language);
  const grammar = reading.words.flatMap(({ word: { folded, stopWord } }) =>
    /^\d/u.test(folded) || (stopWord && !empty[language].has(folded) && !isFiller(folded))
      ? [passive[folded] ?? folded]
      : [],
  );
  if (/n[’']t\b|\bcannot\b/iu.test(clean)) grammar.push('not');
  const units = unitsOf(reading, language);
  const asks =
    clean.includes('?') || asksFirst.has(words[0] ?? '') || words.some((word) => asking[language].has(word));
  if (!asks || units.length === 0) return null;
  return { language, frame: [...new Set(grammar)].sort().join(' '), units };
}

/** The subject words; those that name one thing together are one. */
function unitsOf({ words, hits }: Reading, language: Language): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < words.length; ) {
    const longest = hits
      .filter(({ start }) => start === i)
      .reduce<Reading['hits'][number] | null>(
        (best, hit) => (best && best.length >= hit.length ? best : hit),
        null,
      );
    const span = words.slice(i, i + (longest?.length ?? 1));
    i += span.length;
    const subject = span.filter(({ word }) => !word.stopWord && !/^\d/u.test(word.folded));
    if (longest) {
      units.push({
        keys: new Set([`group ${longest.group}`]),
        weight: Math.max(...span.map(({ weight }) => weight)),
      });
    } else {
      for (const { word, weight } of subject) {
        // The stem in this language as well: "pays" is known from French only.
        const keys = [...word.stems.map((id) => `stem ${id}`), `word ${stem(word.folded, language)}`];
        units.push({ keys: new Set(keys), weight });
      }
    }
  }
  return units;
}

function formsOf(verbs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(verbs).flatMap(([verb, forms]) => forms.split(' ').map((form) => [form, verb])),
  );
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
