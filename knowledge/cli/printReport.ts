// How the commands of curators say what is wrong with the knowledge.
import { join, relative } from 'node:path';
import type { CheckReport } from '../check/check.ts';
import { summary } from '../check/summary.ts';
import { type Fault, formatFault } from '../fault.ts';

/** Whether something keeps the knowledge from being served. */
export function hasFaults(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'fault');
}

/** The faults with paths from where the command runs, so that a terminal can open the place. */
export function fromHere(faults: readonly Fault[], folder: string): Fault[] {
  const here = relative(process.cwd(), folder);
  return faults.map((fault) => ({ ...fault, path: join(here, fault.path) }));
}

/** Prints every fault and warning, the closing line, and what to do next. */
export function printReport(report: CheckReport, folder: string): void {
  for (const fault of fromHere(report.faults, folder)) console.log(formatFault(fault));
  console.log(summary(report));
  if (hasFaults(report.faults)) console.log('Correct the faults above and run this again.');
}
