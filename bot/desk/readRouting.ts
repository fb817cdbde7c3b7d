// Reads the routing file at the start.
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type DeskPlan, parseRouting, unknownTopics } from '../../dialogs/index.ts';
import { formatFault, type KnowledgeBase, topics } from '../../knowledge/index.ts';

/** The routing file can't be used; `faults` says where and why, a line each. */
export class RoutingFaultsError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super('The routing file has faults.');
    this.faults = faults;
  }
}

const systemError = z.object({ code: z.string() });

/**
 * @param file path of the file
 * @throws RoutingFaultsError
 */
export async function readRouting(file: string): Promise<DeskPlan> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = systemError.safeParse(error).data?.code ?? 'unknown reason';
    throw new RoutingFaultsError([
      `The routing file ${file} cannot be read (${code}). Set ROUTING_FILE to a file that this process can read, or leave it empty.`,
    ]);
  });
  if (!isUtf8(bytes)) throw new RoutingFaultsError([`${file} is not UTF-8 text. Save it as UTF-8.`]);
  const read = parseRouting(basename(file), new TextDecoder().decode(bytes));
  if (!read.ok) throw new RoutingFaultsError(read.faults.map(formatFault));
  return read.plan;
}

/** A rule whose topic the knowledge does not have never fits: no reason not to start, but its author will want to know. */
export function warnOfUnknownTopics(plan: DeskPlan, base: KnowledgeBase, log: Pick<Logger, 'warn'>): void {
  const known = new Set<string>([...topics, ...base.outOfScope.map(({ id }) => id)]);
  const unknown = unknownTopics(plan, known);
  if (unknown.length > 0)
    log.warn({ topics: unknown }, 'the routing file has rules for topics that the knowledge does not have');
}
