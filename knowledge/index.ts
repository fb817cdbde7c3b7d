// All that other folders may use of knowledge/.

export { type CheckReport, checkFiles, checkKnowledge } from './check/check.ts';
export { formatDate, formatDays } from './days.ts';
export { decide } from './decide.ts';
export {
  type DatedEvent,
  type Entry,
  type EntryText,
  entryText,
  type KnowledgeBase,
  type OutOfScope,
  type Source,
  type Synonyms,
  topics,
} from './entry.ts';
export { type Fault, formatFault, sortFaults } from './fault.ts';
export { sealKnowledge } from './finish.ts';
export { type Language, languageNames, languages, parseLanguage } from './language.ts';
export { hasLifeSpan, type Knowledge, knowledgeOn } from './lifeSpan.ts';
export { type LoadResult, loadKnowledge, parseKnowledge } from './load.ts';
export { createMatcher, openMatcher } from './match/createMatcher.ts';
export { type LearntModel, learnModel } from './match/model.ts';
export type { Match, Matcher, MatchOptions, MatchResult, Verdict } from './matcher.ts';
export { readShape } from './shape.ts';
export { isCommonWord } from './text/commonWords.ts';
export { contentStems } from './text/contentStems.ts';
export { editDistance } from './text/editDistance.ts';
export { fold } from './text/normalise.ts';
export { isStopWord } from './text/stopWords.ts';
export { parseYamlFile } from './yamlFile.ts';
