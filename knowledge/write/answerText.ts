// An answer typed line by line becomes Markdown: lines run on in one paragraph, lists stand apart.

const listItem = /^\s*(?:[-*+]|\d+[.)])\s/u;

/**
 * @param lines as typed, none of them empty
 * @returns paragraphs and lists with an empty line between
 */
export function answerText(lines: readonly string[]): string {
  const blocks: { readonly list: boolean; text: string }[] = [];
  for (const line of lines) {
    const list = listItem.test(line);
    const last = blocks.at(-1);
    if (last?.list !== list) blocks.push({ list, text: tidy(line.trim()) });
    // Deeper items keep their indent.
    else if (list) last.text += `\n${/^\s*/u.exec(line)?.[0] ?? ''}${tidy(line.trim())}`;
    else last.text += ` ${tidy(line.trim())}`;
  }
  return blocks.map(({ text }) => text).join('\n\n');
}

function tidy(line: string): string {
  return line.replaceAll(/\s+/gu, ' ');
}
