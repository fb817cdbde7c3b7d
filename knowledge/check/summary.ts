// The closing line of a check.
import { languages } from '../language.ts';
import type { CheckReport } from './check.ts';

/** @returns "83 entries, 90 facts; phrasings: 412 in en, …; 0 faults, 2 warnings" */
export function summary(report: CheckReport): string {
  const faults = report.faults.filter(({ severity }) => severity === 'fault').length;
  const phrasings = languages.map((language) => `${report.phrasings[language]} in ${language}`);
  return [
    `${counted(report.entries, 'entry', 'entries')}, ${counted(report.facts, 'fact', 'facts')}`,
    `phrasings: ${phrasings.join(', ')}`,
    `${counted(report.outOfScope, 'group', 'groups')} out of scope, ${counted(report.questions, 'regression question', 'regression questions')}`,
    `${counted(faults, 'fault', 'faults')}, ${counted(report.faults.length - faults, 'warning', 'warnings')}`,
  ].join('; ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
