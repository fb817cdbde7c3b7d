// What is wrong in the knowledge files, said so that a curator can mend it: where, what, what next.

/** A place in a knowledge file; line and column count from 1. */
export interface Place {
  /** Relative to the knowledge folder, with slashes: "entries/iclei.yaml". */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface Fault extends Place {
  /** A fault keeps the knowledge from being served; a warning asks for a curator's attention. */
  readonly severity: 'fault' | 'warning';
  /** Sentences: what is wrong, and what to do. */
  readonly message: string;
}

/** @returns the fault as one line that editors and terminals can jump to */
export function formatFault(fault: Fault): string {
  const label = fault.severity === 'warning' ? 'warning: ' : '';
  return `${fault.path}:${fault.line}:${fault.column} ${label}${fault.message}`;
}

/** @returns the faults in reading order: by file, then by line and column */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : 1),
  );
}
