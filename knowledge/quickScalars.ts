// Single values of the plain YAML that quickYaml.ts reads: words, quoted texts, [lists] and {fields} on one line.

/** What is not plainly written: the full parser decides. */
export class NotPlain extends Error {}

export function notPlain(): never {
  throw new NotPlain();
}

/** A field's name, its colon, and what follows. */
const field = /^([A-Za-z][A-Za-z0-9_-]*):(?: +(.*))?$/u;
/** Names that YAML reads as something else than text. */
const noNames = /^(?:null|true|false)$/iu;

/** Reads "name: rest"; null when a line is something else. */
export function splitField(content: string): { readonly name: string; readonly rest: string } | null {
  const [, name, rest = ''] = field.exec(content) ?? [];
  if (name === undefined) return null;
  return noNames.test(name) ? notPlain() : { name, rest };
}

/** Reads a value that stands on one line, with a comment behind it or not. */
export function readValue(text: string): unknown {
  const { value, end } = readAt(text, 0, false);
  return /^(?:\s*| +#.*)$/u.test(text.slice(end)) ? value : notPlain();
}

interface Read {
  readonly value: unknown;
  /** Where the next thing begins. */
  readonly end: number;
}

const quoted = /'((?:[^']|'')*)'|"([^"\\]*)"/uy;

function readAt(text: string, start: number, inside: boolean): Read {
  const first = text[start];
  if (first === '[') return readList(text, start + 1);
  if (first === '{') return readFields(text, start + 1);
  if (first === "'" || first === '"') {
    quoted.lastIndex = start;
    const match = quoted.exec(text) ?? notPlain();
    return { value: match[1]?.replaceAll("''", "'") ?? match[2], end: quoted.lastIndex };
  }
  const comment = / #/u.exec(text.slice(start));
  const limit = comment ? start + comment.index : text.length;
  const close = inside ? text.slice(start, limit).search(/[,[\]{}]/u) : -1;
  const end = close === -1 ? limit : start + close;
  return { value: resolve(text.slice(start, end).trimEnd()), end };
}

function readList(text: string, start: number): Read {
  const items: unknown[] = [];
  let at = skip(text, start);
  if (text[at] === ']') return { value: items, end: at + 1 };
  for (;;) {
    const item = readAt(text, at, true);
    items.push(item.value);
    at = skip(text, item.end);
    if (text[at] === ']') return { value: items, end: at + 1 };
    if (text[at] !== ',') return notPlain();
    at = skip(text, at + 1);
  }
}

const fieldInside = /([A-Za-z][A-Za-z0-9_-]*): +/uy;

function readFields(text: string, start: number): Read {
  const fields: Record<string, unknown> = {};
  let at = skip(text, start);
  if (text[at] === '}') return { value: fields, end: at + 1 };
  for (;;) {
    fieldInside.lastIndex = at;
    const name = fieldInside.exec(text)?.[1] ?? notPlain();
    if (noNames.test(name) || Object.hasOwn(fields, name)) return notPlain();
    const field = readAt(text, fieldInside.lastIndex, true);
    fields[name] = field.value;
    at = skip(text, field.end);
    if (text[at] === '}') return { value: fields, end: at + 1 };
    if (text[at] !== ',') return notPlain();
    at = skip(text, at + 1);
  }
}

function skip(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/iu;

/** An unquoted value: text, a number, true, false or null, as YAML 1.2's core schema has it. */
function resolve(text: string): unknown {
  // Marks that mean something in YAML at the beginning of a value, or a colon that would make it a field.
  if (!/^[\p{L}\p{N}¿¡«„“(.+/]/u.test(text) || /:(?:\s|$)/u.test(text)) return notPlain();
  if (/^(?:null|true|false)$/iu.test(text) || /^(?:0[ox]|[-+]?\.(?:inf|nan))/iu.test(text)) return notPlain();
  return decimal.test(text) ? Number(text) : text;
}
