// Where a value stands in its file: from a path into the parsed YAML to a line and a column.
import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';
import type { Place } from './fault.ts';

/** Keys and indexes from the top of the file: [0, "en", "answer"]. */
export type ValuePath = readonly (string | number)[];

export interface Places {
  /**
   * Where a value stands; of a value that is missing, where its parent stands.
   * @param needle words inside the value to point at, if they stand there as they are
   * @param occurrence which of them, from 0
   */
  at(path: ValuePath, needle?: string, occurrence?: number): Place;
  /** Where a key of a map stands. */
  atKey(path: ValuePath, key: string): Place;
}

/** Offsets in a text as lines and columns; the lines are only counted when the first place is asked for. */
export function lineCounter(path: string, text: string): (offset: number) => Place {
  let starts: readonly number[] | null = null;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
    let line = 0;
    for (let step = 2 ** Math.floor(Math.log2(starts.length)); step >= 1; step /= 2) {
      if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= offset) line += step;
    }
    return { path, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The places of a parsed document. */
export function placesOf(document: Document.Parsed, text: string, place: (offset: number) => Place): Places {
  return {
    at: (path, needle, occurrence) => place(offsetOf(document, text, path, needle, occurrence)),
    atKey: (path, key) => place(keyOffset(document, path, key)),
  };
}

/** Where a node begins in its text. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function nodeAt(document: Document.Parsed, path: ValuePath): Node | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : null;
}

function offsetOf(
  document: Document.Parsed,
  text: string,
  path: ValuePath,
  needle?: string,
  occurrence = 0,
): number {
  const node = nodeAt(document, path);
  if (!node?.range) return path.length === 0 ? 0 : offsetOf(document, text, path.slice(0, -1));
  if (needle) {
    const [from, to] = node.range;
    let found = text.indexOf(needle, from);
    for (let skip = 0; skip < occurrence && found !== -1; skip++) found = text.indexOf(needle, found + 1);
    // Folded over two lines or written with escapes, it is not found: then the whole value is pointed at.
    if (found !== -1 && found + needle.length <= to) return found;
  }
  return startOf(node);
}

function keyOffset(document: Document.Parsed, path: ValuePath, key: string): number {
  const map = nodeAt(document, path);
  if (!isMap(map)) return map ? startOf(map) : 0;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isNode(pair.key) ? startOf(pair.key) : startOf(map);
}
