// The full YAML parser takes about a second for all our files, which is half of what a start may take. Curated files are
// plainly written, so this reads just that: fields, lists, one-line values, and folded (>-) and literal (|-) texts. It
// gives up at whatever is written otherwise, wrong or only unusual; then the full parser decides, and it alone tells
// faults. A test holds the two against each other, on all shipped files and on thousands of damaged ones.
import { NotPlain, notPlain, readValue, splitField } from './quickScalars.ts';

/** Lists and maps inside each other; beyond, the full parser tells the fault. */
const maxDepth = 12;

/** @returns what the text says, or null when it is not plainly written */
export function readPlainYaml(text: string): { readonly value: unknown } | null {
  // Characters that YAML treats in ways of their own.
  if (/[\t\r\uFEFF\0]/u.test(text)) return null;
  try {
    return { value: new PlainReader(text).read() };
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

class PlainReader {
  readonly #lines: string[];
  /** The line being read. */
  #at = 0;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  read(): unknown {
    const indent = this.#next();
    if (indent !== 0) return notPlain();
    const value = this.#block(0, 0);
    return this.#next() === -1 ? value : notPlain();
  }

  /** Passes over blank lines and comments. @returns the indent of the next line, -1 at the end */
  #next(): number {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      const indent = line.search(/[^ ]/u);
      if (indent !== -1 && line[indent] !== '#') return indent;
    }
    return -1;
  }

  #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #block(indent: number, depth: number): unknown {
    if (depth > maxDepth) return notPlain();
    return this.#line().startsWith('- ', indent) ? this.#list(indent, depth) : this.#fields(indent, depth);
  }

  #list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    do {
      const line = this.#line();
      const content = /^- +/u.exec(line.slice(indent)) ?? notPlain();
      const inner = indent + content[0].length;
      if (splitField(line.slice(inner).trimEnd())) {
        // The item's fields begin behind the dash: as if the dash were a blank.
        this.#lines[this.#at] = ' '.repeat(inner) + line.slice(inner);
        items.push(this.#fields(inner, depth + 1));
      } else items.push(this.#value(line.slice(inner), indent));
    } while (this.#next() === indent && this.#line().startsWith('- ', indent));
    return items;
  }

  #fields(indent: number, depth: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    do {
      const { name, rest } = splitField(this.#line().slice(indent).trimEnd()) ?? notPlain();
      if (Object.hasOwn(fields, name)) return notPlain();
      fields[name] =
        rest === '' || rest.startsWith('#') ? this.#nested(indent, depth) : this.#value(rest, indent);
    } while (this.#next() === indent);
    return fields;
  }

  /** What stands below a name without a value. */
  #nested(indent: number, depth: number): unknown {
    this.#at++;
    const inner = this.#next();
    const list = inner >= indent && this.#line().startsWith('- ', inner);
    return inner > indent || list ? this.#block(inner, depth + 1) : null;
  }

  /** A value that begins on this line. */
  #value(text: string, indent: number): unknown {
    this.#at++;
    const [, style, chomp] = /^([>|])(-?) *$/u.exec(text) ?? [];
    if (style !== undefined) return this.#text(style === '>', chomp === '-', indent);
    const value = readValue(text);
    // A deeper line would go on with the value.
    return this.#next() > indent ? notPlain() : value;
  }

  /** The lines of a folded or literal text. */
  #text(folded: boolean, strip: boolean, parent: number): string {
    const indent = this.#line().search(/[^ ]/u);
    if (indent <= parent) return notPlain();
    const margin = ' '.repeat(indent);
    let text = '';
    let blanks = 0;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      if (line === '') blanks++;
      else if (line.startsWith(margin)) {
        const content = line.slice(indent);
        // Blanks at an end, and deeper lines of a folded text, have rules of their own.
        if (/ $|^ *$/u.test(content) || (folded && content.startsWith(' '))) return notPlain();
        const parting = folded && blanks === 0 ? ' ' : '\n'.repeat(folded ? blanks : blanks + 1);
        text += (text === '' ? '' : parting) + content;
        blanks = 0;
      } else break;
    }
    // Comments and blank lines with blanks behind a text: where it ends is not plain.
    const next = this.#line();
    if (/^ *(?:#|$)/u.test(next) && next !== '') return notPlain();
    if (next.search(/[^ ]/u) > parent) return notPlain();
    return strip ? text : `${text}\n`;
  }
}
