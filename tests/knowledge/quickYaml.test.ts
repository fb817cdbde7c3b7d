import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../knowledge/quickYaml.ts';
import { facts, fees, glossary, joining } from './files.ts';

/** What the full parser reads, or null when it finds fault. */
function full(text: string): { value: unknown } | null {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false });
  if (document.errors.length + document.warnings.length > 0) return null;
  return { value: document.toJS() };
}

describe('The quick reader', () => {
  const folder = join(import.meta.dirname, '../../knowledge');

  it('reads the shipped files as the full parser does, nearly all of them', async () => {
    const entries = await readdir(join(folder, 'entries'));
    const names = [
      'facts.yaml',
      'glossary.yaml',
      'out-of-scope.yaml',
      ...entries.map((name) => join('entries', name)),
    ];
    let plain = 0;
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      const quick = readPlainYaml(text);
      if (!quick) continue;
      plain++;
      expect(quick).toEqual(full(text));
    }
    // A file that is not plain is right as well, but starting takes longer.
    expect(plain).toBeGreaterThanOrEqual(0.8 * names.length);
  }, 60_000);

  it.each([
    ['folded paragraphs', 'a: >-\n  one\n  two\n\n  three\n\n\n  four\nb: x\n'],
    ['literal lines', 'a: |\n  - one\n    deeper\n\n  two\n\nb: x\n'],
    ['quotes', `a: 'it''s: # here' # not here\nb: "ça [va]"\n`],
    ['lists at the indent of their field', 'a:\n- one\n- b: two\n  c: three\nd:\n'],
    [
      'lists and fields on a line',
      "a: [one, 'two, three', {b: 1}, []] # four\nc: { d: https://x.org/a#b, e: {} }\n",
    ],
    [
      'numbers and what looks like them',
      'a: 1990\nb: 2017-08-02\nc: 1.50\nd: 1e3\ne: 1_000\nf: 012\ng: +5\n',
    ],
    ['the line that names a schema for editors', '# yaml-language-server: $schema=../a.json\n- id: x\n'],
    ['comments', '# one\na: # two\n  # three\n  b: x#y # four\n# five\n'],
  ])('reads %s as the full parser does', (_name, text) => {
    const quick = readPlainYaml(text);
    expect(quick).not.toBeNull();
    expect(quick).toEqual(full(text));
  });

  it.each([
    ['an alias', 'a: &x one\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a text over two lines', 'a: one\n  two\n'],
    ['an escape', 'a: "\\x41"\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a tab', 'a:\n\t- b\n'],
    ['true', 'a: true\n'],
    ['__proto__', '__proto__: 1\n'],
    ['a colon inside', '- what: is: this\n'],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_name, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it('never reads anything else than the full parser, however a file is damaged', () => {
    const pieces = [
      ...'-:#\'"[]{},|>&*!%@`?~ \n0aé',
      '  ',
      '\n\n',
      ': ',
      '- ',
      ' #',
      '\n  ',
      '>-\n',
      '|\n',
      'null',
      '1e3',
      '0x1',
      '.5',
      '---\n',
    ];
    // A fixed pseudo-random row (Lehmer), so that a failure can be repeated.
    let state = 20261124;
    const random = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    let plain = 0;
    for (let round = 0; round < 6_000; round++) {
      let text = [joining, fees, facts, glossary][round % 4] ?? '';
      for (let change = random(3); change >= 0; change--) {
        const at = random(text.length);
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(4));
      }
      const quick = readPlainYaml(text);
      if (!quick) continue;
      plain++;
      expect({ text, read: quick }).toEqual({ text, read: full(text) });
    }
    expect(plain).toBeGreaterThan(1_000);
  }, 60_000);
});
