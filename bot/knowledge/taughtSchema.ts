// What is handed to a thread: plain data, read there as everything that comes from outside.
import { z } from 'zod';
import { changeSchema } from '../../knowledge/index.ts';

export const taughtSchema = z.array(
  z.object({ id: z.string(), change: changeSchema, exported: z.boolean() }),
);
