// Reads the form of a teaching as a change. What is wrong is said field by field; nothing typed is lost.
import { maxTextLength } from '../../../dialogs/index.ts';
import {
  answerOf,
  type Change,
  changeSchema,
  factsOf,
  fewestPhrasings,
  type Knowledge,
  languages,
  longestWording,
  nearestEntries,
  topics,
} from '../../../knowledge/index.ts';
import { clean, oneLine } from './cleanText.ts';
import { type FieldName, takenIds, type Values } from './values.ts';

export interface Problem {
  readonly field: FieldName;
  readonly code:
    | 'missing'
    | 'tooLong'
    | 'tooFew'
    | 'notHttps'
    | 'notDay'
    | 'notId'
    | 'idTaken'
    | 'unknownEntry';
}

/** Lines of phrasings that are read. */
const mostPhrasings = 60;
const longestUrl = 1000;

export interface Reading {
  readonly knowledge: Knowledge;
  /** Proper names that may hold digits. */
  readonly names: readonly string[];
  readonly today: string;
  /** The entry that is being edited keeps its id. */
  readonly ownId?: string | undefined;
}

/** Reads the form as a change, or tells every problem at once. */
export function readChange(
  values: Values,
  { knowledge, names, today, ownId }: Reading,
):
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: FieldName, code: Problem['code']) => {
    problems.push({ field, code });
    return '';
  };
  const line = (field: FieldName, longest = longestWording) => {
    const text = oneLine(values[field]);
    if (text === '') return wrong(field, 'missing');
    return text.length > longest ? wrong(field, 'tooLong') : text;
  };
  // The canonical question is no further phrasing.
  const lines = (field: FieldName, canonical: string) => {
    const all = values[field]
      .split('\n')
      .map(oneLine)
      .filter((text) => text !== '' && text !== canonical);
    const different = new Set(all).size;
    if (different < fewestPhrasings) wrong(field, different === 0 ? 'missing' : 'tooFew');
    if (all.length > mostPhrasings || all.some((text) => text.length > longestWording))
      wrong(field, 'tooLong');
    return [...new Set(all)];
  };
  const answer = (field: FieldName) => {
    const text = answerOf(clean(values[field]));
    if (text === '') return wrong(field, 'missing');
    return text.length > maxTextLength ? wrong(field, 'tooLong') : text;
  };
  const language = languages.find((each) => each === values.language) ?? 'en';
  const ask = line('ask');

  if (values.kind === 'addPhrasing') {
    const entry = values.entry;
    if (entry === '') wrong('entry', 'missing');
    else if (!knowledge.base.byId.has(entry)) wrong('entry', 'unknownEntry');
    const phrasing = line('phrasing');
    return settle({ kind: 'addPhrasing', entry, language, phrasing, ask }, problems);
  }

  const id = values.id.trim();
  if (id === '') wrong('id', 'missing');
  else if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) || id.length > 80) wrong('id', 'notId');
  else if (id !== ownId && takenIds(knowledge).has(id)) wrong('id', 'idTaken');
  const topic = topics.find((each) => each === values.topic);
  if (!topic) wrong('topic', 'missing');
  const text = (question: FieldName, phrasings: FieldName, answers: FieldName) => {
    const canonical = line(question);
    return {
      question: canonical,
      phrasings: lines(phrasings, canonical),
      answer: answer(answers),
    };
  };
  const own = text('question', 'phrasings', 'answer');
  const english = language === 'en' ? own : text('enQuestion', 'enPhrasings', 'enAnswer');
  const url = line('sourceUrl', longestUrl);
  if (url !== '' && !/^https:\/\/[^\s/]+\.[^\s]+$/u.test(url)) wrong('sourceUrl', 'notHttps');
  const reviewBy = values.reviewBy.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(reviewBy) || Number.isNaN(Date.parse(reviewBy)))
    wrong('reviewBy', 'notDay');
  const source = { title: line('sourceTitle'), url, date: line('sourceDate') };

  const inEnglish = factsOf(english.answer, names, id);
  const inOwn = language === 'en' ? inEnglish : factsOf(own.answer, names, id, inEnglish.figures);
  const entry = {
    ...{ id, topic: topic ?? topics[0], asOf: line('asOf'), checkedOn: today, reviewBy },
    related: relatedTo([...english.phrasings, own.question], topic, knowledge, id),
    sources: [source],
    en: { ...english, answer: inEnglish.answer },
    ...(language === 'en' ? {} : { [language]: { ...own, answer: inOwn.answer } }),
  };
  return settle({ kind: 'newEntry', entry, figures: inOwn.figures, language, ask }, problems);
}

/** The schema has the last word: what it does not take, though no field was found wrong, is the question's or answer's fault. */
function settle(candidate: unknown, problems: readonly Problem[]): ReturnType<typeof readChange> {
  if (problems.length > 0) return { ok: false, problems };
  const read = changeSchema.safeParse(candidate);
  if (read.success) return { ok: true, change: read.data };
  const url = read.error.issues.some(({ path }) => path.includes('url'));
  return {
    ok: false,
    problems: [url ? { field: 'sourceUrl', code: 'notHttps' } : { field: 'ask', code: 'missing' }],
  };
}

/** What one may ask next: the nearest entries, or others of the topic. */
function relatedTo(
  wordings: readonly string[],
  topic: string | undefined,
  { base, matcher }: Knowledge,
  id: string,
): string[] {
  const near = nearestEntries(
    wordings.filter((text) => text !== ''),
    matcher,
    4,
  );
  const others = [...base.entries.filter((entry) => entry.topic === topic), ...base.entries].map(
    (entry) => entry.id,
  );
  return [...new Set([...near, ...(near.length > 0 ? [] : others)])]
    .filter((other) => other !== id)
    .slice(0, 3);
}
