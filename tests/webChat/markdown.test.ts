import { describe, expect, test } from '@jest/globals';
import { type Block, type Inline, parseMarkdown, safeUrl } from '../../bot/webChat/client/markdown.ts';

const written = { keepLines: false };
const typed = { keepLines: true };

/** A compact notation of the tree: what a reader would see, with the marks' names. */
function show(blocks: readonly Block[]): string {
  const inline = (node: Inline): string => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'break':
        return '⏎';
      case 'link':
        return `<a ${node.url}>${node.children.map(inline).join('')}</a>`;
      case 'strong':
      case 'emphasis':
        return `<${node.kind}>${node.children.map(inline).join('')}</${node.kind}>`;
    }
  };
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? `p:${block.children.map(inline).join('')}`
        : `${block.ordered ? `ol${block.start}` : 'ul'}:${block.items.map((item) => item.map(inline).join('')).join('|')}`,
    )
    .join('\n');
}

describe('what an answer may contain', () => {
  test.each([
    ['two paragraphs, the wrapped lines joined', 'one\ntwo\n\nthree', 'p:one two\np:three'],
    [
      'bold and italic, also one in the other',
      '**a *b* c** and _d_',
      'p:<strong>a <emphasis>b</emphasis> c</strong> and <emphasis>d</emphasis>',
    ],
    [
      'a list after a sentence',
      'These:\n- one\n- **two**\n\nEnd',
      'p:These:\nul:one|<strong>two</strong>\np:End',
    ],
    ['a list with empty lines between its items', '- one\n\n- two', 'ul:one|two'],
    ['a numbered list that starts later', '3. three\n4. four', 'ol3:three|four'],
    ['an item over two lines', '- one\n  more\n- two', 'ul:one more|two'],
    ['a link', '[ICLEI](https://iclei.org/a_b_(c))', 'p:<a https://iclei.org/a_b_(c)>ICLEI</a>'],
    [
      'a bare address without the full stop',
      'See https://iclei.org/x.',
      'p:See <a https://iclei.org/x>https://iclei.org/x</a>.',
    ],
    [
      'mail and telephone',
      '[write](mailto:a@example.org) [call](tel:+49228)',
      'p:<a mailto:a@example.org>write</a> <a tel:+49228>call</a>',
    ],
    ['escaped marks', '\\*not italic\\*', 'p:*not italic*'],
    ['a hard line end', 'one  \ntwo', 'p:one⏎two'],
  ])('%s', (_, source, expected) => {
    expect(show(parseMarkdown(source, written))).toBe(expected);
  });

  test('what staff type keeps its line ends', () => {
    expect(show(parseMarkdown('Dear visitor,\nyes.', typed))).toBe('p:Dear visitor,⏎yes.');
  });
});

describe('what stays text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,hi)',
    '[x](http://example.org/)',
    '[x](//example.org/)',
    '[x](https://user:secret@example.org/)',
    '2 * 3 * 4',
    'snake_case_name',
    '**never closed',
    '[never closed](mailto:a@example.org',
    '# no heading',
    '`code`',
  ])('%s', (source) => {
    expect(show(parseMarkdown(source, written))).toBe(`p:${source}`);
  });

  test('an image is at most a link', () => {
    expect(show(parseMarkdown('![x](https://example.org/a.png)', written))).toBe(
      'p:!<a https://example.org/a.png>x</a>',
    );
  });
});

test('no text takes long', () => {
  const started = performance.now();
  for (const piece of ['*', '**', '_', '[', '](', '[a](', '<', 'https://', '- ', '1. ', '\\', '*a ', '**a* '])
    parseMarkdown(piece.repeat(4000 / piece.length), typed);
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each([
  ['https://iclei.org/', 'https://iclei.org/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['https://', null],
  ['https:///x', null],
  [' https://iclei.org/', null],
  ['java\nscript:alert(1)', null],
  ['ftp://example.org', null],
  ['', null],
])('the address %j may be followed: %j', (address, expected) => {
  expect(safeUrl(address)).toBe(expected);
});
