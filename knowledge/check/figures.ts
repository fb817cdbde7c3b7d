// Every figure of an answer comes from facts.yaml, so that it is changed in one place and has a source.

/** A digit that stands in an answer by hand. */
export interface Figure {
  /** Its word: "1,000", "COP26". */
  readonly word: string;
  /** Where it begins in the text. */
  readonly index: number;
}

/** Where digits are right: facts, link targets and addresses, the numbers of a list. */
const exempt = [/\{\{[^{}]*\}\}/gu, /\]\([^)]*\)/gu, /<?(?:https?:\/\/|mailto:)\S+/gu, /^\s*\d+[.)]\s/gmu];

/**
 * Finds the figures written by hand.
 * @param text an answer as curated
 * @param names proper names that may hold digits, as in facts.yaml
 */
export function handWrittenFigures(text: string, names: readonly string[]): Figure[] {
  let rest = text;
  for (const pattern of exempt) rest = rest.replaceAll(pattern, blank);
  // The longest first: "Local Agenda 21" before "Agenda 21".
  for (const name of [...names].sort((a, b) => b.length - a.length)) rest = blankName(rest, name);
  return [...rest.matchAll(/[^\s\p{P}]*\p{Nd}(?:[^\s\p{P}]|[.,](?=\p{Nd}))*/gu)].map((match) => ({
    word: match[0],
    index: match.index,
  }));
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}

/** Blanks a name where it stands as a whole: "COP2" must not excuse "COP26". */
function blankName(text: string, name: string): string {
  let result = text;
  for (let from = result.indexOf(name); from !== -1; from = result.indexOf(name, from + 1)) {
    const before = result.slice(0, from);
    const after = result.slice(from + name.length);
    if (!/[\p{L}\p{Nd}]$/u.test(before) && !/^[.,]?\p{Nd}/u.test(after))
      result = before + blank(name) + after;
  }
  return result;
}
