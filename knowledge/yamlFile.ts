// One YAML file, read strictly: the core schema, no aliases, no unknown tags, plain keys, one document.
// The files come from people and, later, from a console; a file must not be able to hang or blow up the service.
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLError } from 'yaml';
import type { Fault } from './fault.ts';
import { lineCounter, type Places, placesOf, startOf } from './places.ts';
import { readPlainYaml } from './quickYaml.ts';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface YamlFile extends Places {
  readonly path: string;
  readonly value: unknown;
}

export type YamlResult =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** In bytes. The shipped files have less than a tenth of it. */
const maxFileSize = 1024 * 1024;
/** Levels of lists and maps. An entry needs 5. */
const maxDepth = 20;
const tooDeep = `Lists and maps are nested deeper than ${maxDepth} levels. Keep to the shape of the other entries.`;

/**
 * Parses a file's text.
 * @returns the value with its positions, or every fault of the YAML itself
 */
export function parseYamlFile({ path, text }: KnowledgeFile): YamlResult {
  const place = lineCounter(path, text);
  const fault = (offset: number, message: string): Fault => ({
    severity: 'fault',
    ...place(offset),
    message,
  });
  if (Buffer.byteLength(text) > maxFileSize) {
    return { ok: false, faults: [fault(0, 'The file is larger than 1 MiB. Split it into several files.')] };
  }
  // The parser would take seconds to find this out.
  const bomb = text.search(/(?:[[{]\s*){21}/u);
  if (bomb !== -1) return { ok: false, faults: [fault(bomb, tooDeep)] };
  const quick = readPlainYaml(text);
  if (quick) {
    // Positions need the full parser, but only when something is wrong with the values.
    let places: Places | null = null;
    const full = () => {
      places ??= placesOf(parse(text), text, place);
      return places;
    };
    const at: Places['at'] = (...asked) => full().at(...asked);
    const atKey: Places['atKey'] = (...asked) => full().atKey(...asked);
    return { ok: true, file: { path, value: quick.value, at, atKey } };
  }
  const document = parse(text);
  const problems = [...document.errors, ...document.warnings];
  // The parser recurses, and reports its own exhausted stack as a fault of the text.
  const overflow = problems.find(({ message }) => /stack (?:size|overflow)/iu.test(message));
  if (overflow) return { ok: false, faults: [fault(overflow.pos[0], tooDeep)] };
  const faults = problems.map((problem) => fault(problem.pos[0], explain(problem)));
  refuseNodes(document, (offset, message) => faults.push(fault(offset, message)));
  if (faults.length > 0) return { ok: false, faults };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return { ok: true, file: { path, value, ...placesOf(document, text, place) } };
}

function parse(text: string): Document.Parsed {
  // Without pretty errors parsing is quicker. The package compares every key with every other one, which takes a
  // minute for a file full of keys: ours are checked below.
  return parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: false });
}

/** Our own walk: the package's `visit` copies the path at every node and takes a tenth of the parsing's time. */
function refuseNodes(document: Document.Parsed, refuse: (offset: number, message: string) => void): void {
  const walk = (node: unknown, depth: number): void => {
    if (isAlias(node)) {
      refuse(startOf(node), 'Aliases (*name) are not allowed. Write the text out.');
    } else if (depth === maxDepth && (isMap(node) || isSeq(node))) {
      refuse(startOf(node), tooDeep);
    } else if (isSeq(node)) {
      for (const item of node.items) walk(item, depth + 1);
    } else if (isMap(node)) {
      const keys = new Set<string>();
      for (const { key, value } of node.items) {
        const offset = isNode(key) ? startOf(key) : startOf(node);
        if (!isScalar(key))
          refuse(offset, 'A field has a list or fields as its name. Put texts with { or [ in quotes.');
        else if (keys.has(String(key.value)))
          refuse(offset, `"${key.value}" stands here twice. Remove one of them.`);
        else keys.add(String(key.value));
        walk(value, depth + 1);
      }
    }
  };
  walk(document.contents, 0);
}

function explain({ code, message }: YAMLError): string {
  return `The YAML cannot be read: ${message}${/[.!?]$/u.test(message) ? '' : '.'}${hint(code)}`;
}

function hint(code: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return ' Indent with spaces.';
    case 'TAG_RESOLVE_FAILED':
      return ' Remove the tag, or put the text in quotes.';
    case 'MULTIPLE_DOCS':
      return ' Remove the "---" line.';
    default:
      return ' Look at the indentation, the quotes and the colons here and just before.';
  }
}
