// The phrasings that would miss their entry if the matcher had not learnt them.
import type { Outcome } from '../check/regression.ts';
import { type Language, languages } from '../language.ts';
import type { AskedWording } from './askUnseen.ts';

/** Shown in each language. */
const weakestShown = 40;

export interface Weakest {
  readonly language: Language;
  /** Phrasings asked. */
  readonly asked: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** The weakest first; those that find their entry first, and are answered, are left out. */
  readonly wordings: readonly AskedWording[];
}

/** One for each language that has phrasings. */
export function weakestOf(asked: readonly AskedWording[]): Weakest[] {
  return languages.flatMap((language): Weakest[] => {
    const here = asked.filter((wording) => wording.language === language);
    if (here.length === 0) return [];
    const outcomes = { right: 0, askedBack: 0, missed: 0, wrong: 0 };
    for (const { outcome } of here) outcomes[outcome]++;
    const wordings = here
      .filter(({ outcome }) => outcome !== 'right')
      // Among those as weak as each other, the one that another entry takes most surely.
      .sort((a, b) => hundredths(a.own) - hundredths(b.own) || rivals(b) - rivals(a))
      .slice(0, weakestShown);
    return [{ language, asked: here.length, outcomes, wordings }];
  });
}

function hundredths(confidence: number): number {
  return Math.round(100 * confidence);
}

function rivals({ rival }: AskedWording): number {
  return rival?.confidence ?? 0;
}
