// Faults as GitHub Actions shows them: beside the line of the file that a change is about.
import type { Fault } from '../fault.ts';

/**
 * The fault as a workflow command of GitHub Actions.
 * @param fault its path from the top of the repository
 */
export function annotation({ severity, path, line, column, message }: Fault): string {
  const command = severity === 'fault' ? 'error' : 'warning';
  return `::${command} file=${property(path)},line=${line},col=${column}::${data(message)}`;
}

// The escapes are those of @actions/core: a per cent sign first, then what would end the command or a property.
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
