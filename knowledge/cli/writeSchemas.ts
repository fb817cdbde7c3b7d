// `node knowledge/cli/writeSchemas.ts && npx biome format --write knowledge`: writes the JSON Schemas anew after a change
// of schema.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../jsonSchema.ts';

for (const [name, content] of Object.entries(jsonSchemas())) {
  await writeFile(join(import.meta.dirname, '..', name), content);
  console.log(`knowledge/${name}`);
}
