// Words that staff give to questions, and names that they mention in notes.

/** Characters of a label, and labels of a question. */
export const maxLabelLength = 30;
export const maxLabels = 20;

/**
 * A label as it is kept: "Member States!" becomes "member-states", however it was typed, so that the same word is one label.
 * @returns '' when there is no letter or digit in it
 */
export function normalLabel(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** @returns the labels with one more, the very same list if it is there already, or why it can't be added */
export function addedLabel(
  labels: readonly string[],
  typed: string,
): readonly string[] | 'empty' | 'tooLong' | 'tooMany' {
  const label = normalLabel(typed);
  if (label === '') return 'empty';
  if (label.length > maxLabelLength) return 'tooLong';
  if (labels.includes(label)) return labels;
  return labels.length >= maxLabels ? 'tooMany' : [...labels, label].sort();
}

/**
 * Who is mentioned by "@Name", whatever the capitals: of "@Anna Berg" it is Anna Berg, not also Anna.
 * @param people who can be mentioned
 */
export function mentionsIn(text: string, people: readonly string[]): readonly string[] {
  const longestFirst = [...new Set(people)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (const { index } of text.matchAll(/@/gu)) {
    const rest = text.slice(index + 1).toLowerCase();
    const name = longestFirst.find(
      (each) => rest.startsWith(each.toLowerCase()) && !/^[\p{L}\p{M}\p{N}]/u.test(rest.slice(each.length)),
    );
    if (name !== undefined) found.add(name);
  }
  return [...found];
}
