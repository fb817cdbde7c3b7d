import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { jsonSchemas } from '../../knowledge/jsonSchema.ts';

const folder = join(import.meta.dirname, '../../knowledge');

it.each(Object.entries(jsonSchemas()))(
  'The editors’ %s is up to date (if not: node knowledge/cli/writeSchemas.ts)',
  (name, content) => {
    const written = readFileSync(join(folder, name), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(content));
  },
);

const schemaNode = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });

/** The fields anywhere in a schema, with what an editor shows about each. */
function* fieldsOf(schema: unknown, path = ''): Generator<{ path: string; description: unknown }> {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = Array.isArray(schema) ? {} : schemaNode.parse(schema);
  for (const [name, field] of Object.entries(properties ?? {}))
    yield { path: `${path}.${name}`, description: schemaNode.parse(field).description };
  for (const [name, inner] of Object.entries(schema)) yield* fieldsOf(inner, `${path}.${name}`);
}

it.each(Object.entries(jsonSchemas()))('%s says of every field what it means', (_name, content) => {
  const fields = [...fieldsOf(JSON.parse(content))];
  expect(fields.length).toBeGreaterThan(2);
  expect(fields.filter(({ description }) => !/^.{8,}\.$/u.test(String(description ?? '')))).toEqual([]);
});

describe('Every knowledge file names its schema at its top, so that editors check it', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  it.each(files)('%s', (file) => {
    const [, named] =
      /^(?:# .*\n)?# yaml-language-server: \$schema=(\S+)\n/u.exec(
        readFileSync(join(folder, file), 'utf8'),
      ) ?? [];
    const schema = relative(folder, join(folder, dirname(file), named ?? ''));
    const own = file.startsWith('entries')
      ? 'entry'
      : file.startsWith('questions')
        ? 'questions'
        : file.slice(0, -5);
    expect(schema).toBe(`${own}.schema.json`);
  });
});
