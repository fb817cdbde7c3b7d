// The curators' guide must stay true: what it names exists, and what exists is named.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readQuestions } from '../../knowledge/check/regression.ts';
import { curate } from '../../knowledge/curate.ts';
import { entriesFileSchema } from '../../knowledge/schema.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const guide = readFileSync(new URL('README.md', folder), 'utf8');

const properties = z.object({ items: z.object({ properties: z.record(z.string(), z.unknown()) }) });

describe('The guide', () => {
  test('explains every field of an entry', () => {
    const { items } = properties.parse(z.toJSONSchema(entriesFileSchema, { io: 'input' }));
    const fields = Object.keys(items.properties);
    expect(fields).toContain('reviewBy');
    expect(fields.filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  });

  test('has examples without a fault', () => {
    const examples = [...guide.matchAll(/```yaml\n(.*?)```/gsu)].map(([, example = '']) => example);
    const example = (begin: string) => examples.find((text) => text.startsWith(begin)) ?? '';
    const entry = example('- id: joining-iclei').replace(/ {2}es:\n.*/su, '');
    const inside = (text: string) => text.trimEnd().replaceAll(/^/gmu, '  ');
    const { entries, facts, glossary, faults } = curate([
      {
        path: 'entries/guide.yaml',
        text: entry.replace(/ {2}sources:/u, `${inside(example('events:'))}\n  sources:`),
      },
      { path: 'facts.yaml', text: `facts:\n${inside(example('network-size'))}\n` },
      { path: 'glossary.yaml', text: example('- term:') },
    ]);
    expect(faults).toEqual([]);
    expect(entries[0]?.entry.events).toHaveLength(1);
    expect(Object.keys(facts?.value.facts ?? {})).toEqual(['network-size-2025']);
    expect(glossary?.value).toHaveLength(1);
    const questions = readQuestions([{ path: 'questions/guide.yaml', text: example('- { language: en') }]);
    expect(questions.faults).toEqual([]);
    expect(questions.placed[0]?.questions).toHaveLength(3);
  });

  test('names commands and pictures that there are', () => {
    const scripts = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8'))).scripts;
    const named = [...guide.matchAll(/npm run (knowledge:\w+)/gu)].map(([, name = '']) => name);
    expect(new Set(named).size).toBe(5);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const pictures = [...guide.matchAll(/!\[(.+?)\]\((.+?)\)/gu)].map(([, , path = '']) => path);
    expect(pictures).toHaveLength(3);
    expect(pictures.filter((path) => !existsSync(new URL(path, folder)))).toEqual([]);
  });
});
