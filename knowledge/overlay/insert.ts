// Adds to the text of a knowledge file: comments, quotes and line ends of all that stands there stay as they are, byte by byte.
import { isNode, isSeq, parseDocument } from 'yaml';
import type { Language } from '../language.ts';
import { quoted, scalar } from '../write/entryYaml.ts';
import { parseYamlFile } from '../yamlFile.ts';

/**
 * Adds a phrasing at the end of its list.
 * @param text a file of entries
 * @param index which of its entries, from 0
 * @returns the new text, or null where the file is written in a way that nothing can be added to safely
 */
export function withPhrasing(
  text: string,
  index: number,
  language: Language,
  phrasing: string,
): string | null {
  const starts = Array.from(text.matchAll(/^-(?=\s)/gmu), (found) => found.index);
  const from = starts[index];
  if (from === undefined) return null;
  // What stands at the margin ends an entry, whatever is in it; and one is parsed a hundred times as quickly as a file of a hundred.
  const entry = text.slice(from, starts[index + 1]);
  const added = intoList(entry, language, phrasing);
  if (added === null || !hasGained(entry, added, [0, language, 'phrasings'], phrasing)) return null;
  return text.slice(0, from) + added + text.slice(from + entry.length);
}

function intoList(entry: string, language: Language, phrasing: string): string | null {
  const list = parseDocument(entry, { schema: 'core' }).getIn([0, language, 'phrasings'], true);
  if (!isSeq(list) || !list.range) return null;
  const last = list.items.at(-1);
  if (list.flow) {
    const close = entry.lastIndexOf(']', list.range[1]);
    return `${entry.slice(0, close)}${last === undefined ? '' : ', '}${quoted(phrasing)}${entry.slice(close)}`;
  }
  if (!isNode(last) || !last.range) return null;
  const [start, end] = last.range;
  const [, indent] = /^( *)-/u.exec(entry.slice(entry.lastIndexOf('\n', start - 1) + 1)) ?? [];
  if (indent === undefined) return null;
  // Behind the whole line: a comment may stand there.
  const lineEnd = entry.indexOf('\n', Math.max(end - 1, start));
  const newLine = entry.includes('\r\n') ? '\r\n' : '\n';
  const item = `${indent}- ${scalar(phrasing)}`;
  if (lineEnd === -1) return `${entry}${newLine}${item}`;
  return `${entry.slice(0, lineEnd + 1)}${item}${newLine}${entry.slice(lineEnd + 1)}`;
}

/** A fact whose value is put into answers as it stands. */
export interface TextFact {
  readonly id: string;
  readonly value: string;
  readonly asOf: string;
  readonly source: { readonly title: string; readonly url: string; readonly date: string };
}

/** Adds a fact at the end of facts.yaml; null as above. */
export function withFact(text: string, { id, value, asOf, source }: TextFact): string | null {
  const [, indent = '  '] = /^facts:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)\S/mu.exec(text) ?? [];
  const fact = `{ value: ${quoted(value)}, kind: text, asOf: ${quoted(asOf)}, source: { title: ${quoted(source.title)}, url: ${quoted(source.url)}, date: ${quoted(source.date)} } }`;
  const line = `${indent}${id}: ${fact}`;
  // The end of the file must be the end of the facts.
  const [last = ''] = text.match(/^[^\s#].*$/gmu)?.slice(-1) ?? [];
  const expected = { facts: { [id]: { value, kind: 'text', asOf, source: { ...source } } } };
  const reads = JSON.stringify(readText(`facts:\n${line}\n`)) === JSON.stringify(expected);
  return /^facts:\s*(?:#.*)?$/u.test(last.trimEnd()) && reads ? appended(text, line) : null;
}

/** What a file of regression questions begins with, so that editors check it. */
const newQuestions = '# yaml-language-server: $schema=../questions.schema.json\n';

/** Adds a regression question at the end of its file; null as above. */
export function withQuestion(
  text: string | null,
  question: { readonly language: Language; readonly ask: string; readonly want: string },
): string | null {
  const before = text ?? newQuestions;
  const { language, ask, want } = question;
  const result = appended(before, `- { language: ${language}, ask: ${quoted(ask)}, want: ${want} }`);
  return hasGained(before, result, [], question) ? result : null;
}

function appended(text: string, line: string): string {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : newLine}${line}${newLine}`;
}

/** Does the file say the same as before, but for one item more at the end of a list? */
function hasGained(
  before: string,
  after: string,
  path: readonly (string | number)[],
  item: unknown,
): boolean {
  const [was, is] = [readText(before) ?? [], readText(after)];
  return is !== undefined && JSON.stringify(is) === JSON.stringify(plus(was, path, item));
}

/** A value with an item more in the list at a path. */
function plus(value: unknown, [key, ...rest]: readonly (string | number)[], item: unknown): unknown {
  if (Array.isArray(value)) {
    if (key === undefined) return [...value, item];
    return value.map((inner: unknown, index) => (index === key ? plus(inner, rest, item) : inner));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === key ? plus(inner, rest, item) : inner]),
  );
}

function readText(text: string): unknown {
  const parsed = parseYamlFile({ path: '', text });
  return parsed.ok ? parsed.file.value : undefined;
}
