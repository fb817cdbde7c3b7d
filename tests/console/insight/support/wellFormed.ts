// Is a piece of markup well-formed? Enough of XML's rules for what we write.

/** What is wrong with it, or null. Every element must be closed, every attribute quoted, every "&" an entity. */
export function faultOf(markup: string): string | null {
  const open: string[] = [];
  const ids = new Set<string>();
  let rest = markup;
  while (rest !== '') {
    const text = /^[^<]+/u.exec(rest)?.[0] ?? '';
    if (/&(?!(?:amp|lt|gt|quot|#39);)|>/u.test(text)) return `bare sign in ${JSON.stringify(text)}`;
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z-]+="[^"<]*")*)\s*>/u.exec(rest);
    if (!tag) return `no tag: ${rest.slice(0, 60)}`;
    const [whole, closes, name = '', attributes = ''] = tag;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/u.test(attributes)) return `bare sign in ${attributes}`;
    for (const [, id = ''] of attributes.matchAll(/\sid="([^"]*)"/gu)) {
      if (ids.has(id)) return `id ${id} twice`;
      ids.add(id);
    }
    if (!closes) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes something else`;
    rest = rest.slice(whole.length);
  }
  return open.length > 0 ? `${open.join(', ')} not closed` : null;
}
