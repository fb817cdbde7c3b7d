// The JSON Schemas with which an editor checks and completes the knowledge files while they are written.
import { z } from 'zod';
import { questionsFileSchema } from './check/regression.ts';
import { entriesFileSchema, factsFileSchema, glossaryFileSchema, outOfScopeFileSchema } from './schema.ts';

/** File name in knowledge/ -> its content. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'entry.schema.json': write(entriesFileSchema, 'A file of entries'),
    'facts.schema.json': write(factsFileSchema, 'facts.yaml'),
    'glossary.schema.json': write(glossaryFileSchema, 'glossary.yaml'),
    'out-of-scope.schema.json': write(outOfScopeFileSchema, 'out-of-scope.yaml'),
    'questions.schema.json': write(questionsFileSchema, 'A file of regression questions'),
  };
}

function write(schema: z.ZodType, title: string): string {
  // "input": what is written in the file, before texts are trimmed and years made text.
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
