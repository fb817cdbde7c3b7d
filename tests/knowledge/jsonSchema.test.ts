import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { jsonSchemas } from '../../knowledge/jsonSchema.ts';

it.each(Object.entries(jsonSchemas()))(
  'The editors’ %s is up to date (if not: node knowledge/cli/writeSchemas.ts)',
  async (name, content) => {
    const written = await readFile(join(import.meta.dirname, '../../knowledge', name), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(content));
  },
);
