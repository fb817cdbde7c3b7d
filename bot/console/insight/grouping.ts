// Questions without an answer, grouped by likeness: by the entry they came near, else by the words they share.
import { contentStems, type Language } from '../../../knowledge/index.ts';
import type { Unanswered } from './source.ts';

export interface UnansweredGroup {
  /** The entry that all of them came near; null for a group of like words. */
  readonly entry: string | null;
  readonly count: number;
  /** The wordings asked most, at most `shownWordings`. */
  readonly examples: readonly { readonly question: string; readonly language: Language }[];
  /** Id of an escalation with one of them, of the wording asked most. */
  readonly escalation: string | null;
}

const shownWordings = 3;
/** From this confidence on the nearest entry tells what a question is about; below it is nearest by chance. */
const tellingConfidence = 0.2;
/** Share of the stems of two questions, taken together, that both have. */
const alike = 0.5;

interface Growing {
  readonly entry: string | null;
  readonly stems: readonly string[];
  readonly wordings: Unanswered[];
}

/**
 * Groups wordings, the largest group first.
 * @param wordings those asked most first: they found the groups that others join
 */
export function groupUnanswered(wordings: readonly Unanswered[]): UnansweredGroup[] {
  const byEntry = new Map<string, Growing>();
  const byStem = new Map<string, Growing[]>();
  const all: Growing[] = [];
  const found = (group: Growing) => {
    all.push(group);
    return group;
  };
  for (const wording of wordings) {
    const { entry, language } = wording;
    if (entry !== null && wording.confidence >= tellingConfidence) {
      const known = byEntry.get(entry) ?? found({ entry, stems: [], wordings: [] });
      byEntry.set(entry, known);
      known.wordings.push(wording);
      continue;
    }
    const stems = contentStems(wording.question, language);
    const like = likest(stems, byStem);
    if (like) {
      like.wordings.push(wording);
      continue;
    }
    const fresh = found({ entry: null, stems, wordings: [wording] });
    for (const stem of stems) {
      const groups = byStem.get(stem);
      if (groups) groups.push(fresh);
      else byStem.set(stem, [fresh]);
    }
  }
  return all
    .map(finished)
    .map((group, index) => ({ group, index }))
    .sort((a, b) => b.group.count - a.group.count || a.index - b.index)
    .map(({ group }) => group);
}

function likest(
  stems: readonly string[],
  byStem: ReadonlyMap<string, readonly Growing[]>,
): Growing | undefined {
  const shared = new Map<Growing, number>();
  for (const stem of stems) {
    for (const group of byStem.get(stem) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  let best: Growing | undefined;
  let bestShare = 0;
  for (const [group, both] of shared) {
    const share = both / (stems.length + group.stems.length - both);
    if (share > bestShare) {
      best = group;
      bestShare = share;
    }
  }
  return bestShare >= alike ? best : undefined;
}

/** The same text may have been taken for several languages. */
function distinct(wordings: readonly Unanswered[]): UnansweredGroup['examples'] {
  const byText = new Map<string, UnansweredGroup['examples'][number]>();
  for (const { question, language } of wordings) {
    if (!byText.has(question)) byText.set(question, { question, language });
  }
  return [...byText.values()];
}

function finished({ entry, wordings }: Growing): UnansweredGroup {
  return {
    entry,
    count: wordings.reduce((sum, { count }) => sum + count, 0),
    examples: distinct(wordings).slice(0, shownWordings),
    escalation: wordings.find(({ escalation }) => escalation !== null)?.escalation ?? null,
  };
}
