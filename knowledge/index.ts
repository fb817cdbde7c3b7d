// All that other folders may use of knowledge/.

export { type CheckReport, checkFiles, checkKnowledge } from './check/check.ts';
export { type Difference, describeOutcome, type Outcome } from './check/trial.ts';
export { fewestPhrasings } from './check/wordings.ts';
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
export { layOver, type Standing } from './overlay/apply.ts';
export { type Change, changeSchema, entryOf, longestWording, type Taught } from './overlay/change.ts';
export { answerOf, factsOf } from './overlay/draftEntry.ts';
export { figureNames } from './overlay/figureNames.ts';
export { withRegression } from './overlay/questions.ts';
export { parseTaught, readTaught } from './overlay/readTaught.ts';
export { type Rehearsal, rehearse, type Shown } from './overlay/rehearse.ts';
export { readKnowledgeFiles, readQuestionFiles } from './readFiles.ts';
export { readShape } from './shape.ts';
export { isCommonWord } from './text/commonWords.ts';
export { contentStems } from './text/contentStems.ts';
export { editDistance } from './text/editDistance.ts';
export { fold } from './text/normalise.ts';
export { isStopWord } from './text/stopWords.ts';
export { nearestEntries, suggestId } from './write/suggest.ts';
export { type KnowledgeFile, parseYamlFile } from './yamlFile.ts';
