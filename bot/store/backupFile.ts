// What a backup is: a file of JSON lines. First what it is and of which tables, then a line for each row ([table, row]), at last how many
// rows there are and the SHA-256 of all before, so that one that was cut off or changed is noticed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const headerSchema = z.object({
  backup: z.literal('iclei-question-bot'),
  format: z.literal(1),
  /** The last migration: which tables these are. */
  schema: z.string(),
  at: z.iso.datetime(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const rowSchema = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.null()]))]);
export type BackupRow = z.infer<typeof rowSchema>;

const trailerSchema = z.object({ rows: z.int(), sha256: z.string() });

/** A file can't be restored; the message says why, in words for whoever typed its name. */
export class BackupUnusableError extends Error {}

export interface BackupWriter {
  row(table: string, row: unknown): Promise<void>;
  /** @returns how many rows were written */
  end(): Promise<number>;
}

/**
 * Begins a backup.
 * @param write takes text, and resolves when more may come
 * @param header what is told about it
 */
export async function beginBackup(
  write: (text: string) => Promise<unknown>,
  header: Pick<BackupHeader, 'schema' | 'at'>,
): Promise<BackupWriter> {
  const hash = createHash('sha256');
  let rows = 0;
  const line = async (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    await write(text);
  };
  await line(headerSchema.parse({ backup: 'iclei-question-bot', format: 1, ...header }));
  return {
    row: async (table, row) => {
      await line(rowSchema.parse([table, row]));
      rows += 1;
    },
    end: async () => {
      await write(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`);
      return rows;
    },
  };
}

/**
 * Reads a backup: its header first, then its rows.
 * @throws BackupUnusableError when it is none, at the latest at its end when it is not whole
 */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | BackupRow> {
  const hash = createHash('sha256');
  let number = 0;
  let rows = 0;
  let whole = false;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (whole) throw new BackupUnusableError(`${file}:${number} comes after the end of the backup.`);
    const value = parseLine(line);
    if (number === 1) {
      const header = headerSchema.safeParse(value);
      if (!header.success) throw new BackupUnusableError(`${file} is not a backup of this service.`);
      yield header.data;
    } else {
      const row = rowSchema.safeParse(value);
      const trailer = trailerSchema.safeParse(value);
      if (row.success) {
        rows += 1;
        yield row.data;
      } else if (trailer.success) {
        whole = true;
        if (trailer.data.rows !== rows || trailer.data.sha256 !== hash.digest('hex'))
          throw new BackupUnusableError(`${file} was changed or damaged since it was written.`);
        continue;
      } else
        throw new BackupUnusableError(`${file}:${number} can't be read: the file is damaged or cut off.`);
    }
    hash.update(`${line}\n`);
  }
  if (number === 0) throw new BackupUnusableError(`${file} is empty.`);
  if (!whole) throw new BackupUnusableError(`${file} is not whole: its end is missing.`);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
