// One YAML file, read strictly: the core schema, no aliases, no unknown tags, one document; and where each value stands.
// The files come from people and, later, from a console; a file must not be able to hang or blow up the service.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  parseDocument,
} from 'yaml';
import type { Fault, Place } from './fault.ts';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Keys and indexes from the top of the file: [0, "en", "answer"]. */
export type ValuePath = readonly (string | number)[];

export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /**
   * Where a value stands; of a value that is missing, where its parent stands.
   * @param needle words inside the value to point at, if they stand there as they are
   * @param occurrence which of them, from 0
   */
  at(path: ValuePath, needle?: string, occurrence?: number): Place;
  /** Where a key of a map stands. */
  atKey(path: ValuePath, key: string): Place;
}

export type YamlResult =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** In bytes. The shipped files have less than a tenth of it. */
export const maxFileSize = 1024 * 1024;
/** Levels of lists and maps. An entry needs 5. */
const maxDepth = 20;

/**
 * Parses a file's text.
 * @returns the value with its positions, or every fault of the YAML itself
 */
export function parseYamlFile({ path, text }: KnowledgeFile): YamlResult {
  const fault = (offset: number, message: string): Fault => ({
    severity: 'fault',
    ...placeAt(path, text, offset),
    message,
  });
  if (Buffer.byteLength(text) > maxFileSize) {
    return { ok: false, faults: [fault(0, 'The file is larger than 1 MiB. Split it into several files.')] };
  }
  let document: Document.Parsed;
  try {
    // Without a line counter and pretty errors parsing is quicker; lines are only counted when something is wrong.
    document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    // The parser recurses: thousands of levels exhaust its stack.
    if (error instanceof RangeError) return { ok: false, faults: [fault(0, tooDeep)] };
    throw error;
  }
  const faults = [...document.errors, ...document.warnings].map((error) =>
    fault(error.pos[0], `The YAML cannot be read: ${sentence(error.message)}${hint(error.code)}`),
  );
  faults.push(...refusedNodes(document, fault));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    file: {
      path,
      value: document.toJS({ maxAliasCount: 0 }),
      at: (valuePath, needle, occurrence) =>
        placeAt(path, text, offsetOf(document, text, valuePath, needle, occurrence)),
      atKey: (valuePath, key) => placeAt(path, text, keyOffset(document, valuePath, key)),
    },
  };
}

const tooDeep = `Lists and maps are nested deeper than ${maxDepth} levels. Keep to the shape of the other entries.`;

/** Our own walk: the package's `visit` copies the path at every node and takes as long as a tenth of the parsing. */
function refusedNodes(document: Document.Parsed, fault: (offset: number, message: string) => Fault): Fault[] {
  const faults: Fault[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (isAlias(node)) {
      faults.push(fault(start(node), 'Aliases (*name) are not allowed. Write the text out.'));
    } else if (isCollection(node)) {
      if (depth === maxDepth) faults.push(fault(start(node), tooDeep));
      else for (const item of node.items) walk(item, depth + 1);
    } else if (isPair(node)) {
      walk(node.key, depth);
      walk(node.value, depth);
    }
  };
  walk(document.contents, 0);
  return faults;
}

function placeAt(path: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { path, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function start(node: Node): number {
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
  return start(node);
}

function keyOffset(document: Document.Parsed, path: ValuePath, key: string): number {
  const map = nodeAt(document, path);
  if (!isMap(map)) return map ? start(map) : 0;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isNode(pair.key) ? start(pair.key) : start(map);
}

function sentence(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`;
}

function hint(code: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return ' Indent with spaces.';
    case 'DUPLICATE_KEY':
      return ' Remove one of them.';
    case 'TAG_RESOLVE_FAILED':
      return ' Remove the tag, or put the text in quotes.';
    case 'MULTIPLE_DOCS':
      return ' Remove the "---" line.';
    default:
      return '';
  }
}
