// Knowledge for the report's tests, with every step the command takes.
import { checkFiles } from '../../../knowledge/check/check.ts';
import { curate } from '../../../knowledge/curate.ts';
import { createMatcher, formatFault, type KnowledgeBase, parseKnowledge } from '../../../knowledge/index.ts';
import { askUnseen } from '../../../knowledge/report/askUnseen.ts';
import { collectReport, type Report } from '../../../knowledge/report/report.ts';
import type { KnowledgeFile } from '../../../knowledge/yamlFile.ts';
import { files } from '../files.ts';

export const today = '2026-12-01';

/** Four entries told in five languages, so that every part of the report has something to say; some mixed up, one thin. */
export const everything: readonly KnowledgeFile[] = files({
  'entries/more.yaml': ['congress', 'forum', 'award', 'charter'].map(toldFiveTimes).join(''),
});

function toldFiveTimes(name: string, index: number): string {
  const text = (language: string, more: string) => `  ${language}:
    question: '${more} ${name}?'
    phrasings: [${name} ${more}, ${name}, when ${more} ${name} ${more} year, ${more} annual meeting of ${name}]
    answer: The ${name} is **held** each year. ${more} {{size}} came in {{size-year}}.
`;
  return `- id: the-${name}
  topic: events
  asOf: '2025'
  checkedOn: 2026-06-01
  reviewBy: 202${index + 6}-1${index % 3}-15
  related: [fees]
  sources: [{ title: Events, url: https://iclei.org/events/, date: undated }]
${text('en', 'what is the')}${text('es', 'qué es')}${text('pt', 'o que é')}${text('fr', 'qu est ce que')}${text('de', 'was ist')}`;
}

export function knowledgeOf(files: readonly KnowledgeFile[]): KnowledgeBase {
  const loaded = parseKnowledge(files);
  if (!loaded.ok) throw new Error(loaded.faults.map(formatFault).join('\n'));
  return loaded.knowledge;
}

export function reportOf(files: readonly KnowledgeFile[], day = today): Report {
  const knowledge = knowledgeOf(files);
  return collectReport({
    curated: curate(files),
    knowledge,
    check: checkFiles(files, new Date(day)),
    asked: askUnseen(knowledge, createMatcher),
    today: day,
  });
}
