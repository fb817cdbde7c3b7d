// The form of a teaching: its fields, and what is read from them. What is wrong is said field by field; nothing typed is lost.
import { type Escalation, maxTextLength, type Teaching } from '../../../dialogs/index.ts';
import {
  answerOf,
  type Change,
  changeSchema,
  factsOf,
  fewestPhrasings,
  type Knowledge,
  type Language,
  languages,
  longestWording,
  nearestEntries,
  suggestId,
  topics,
} from '../../../knowledge/index.ts';
import type { Fields } from '../visit.ts';

export const fieldNames = [
  ...(['kind', 'language', 'ask', 'entry', 'phrasing', 'search'] as const),
  ...(['id', 'topic', 'question', 'phrasings', 'answer'] as const),
  ...(['enQuestion', 'enPhrasings', 'enAnswer'] as const),
  ...(['sourceTitle', 'sourceUrl', 'sourceDate', 'asOf', 'reviewBy'] as const),
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Values = Readonly<Record<FieldName, string>>;

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

export function emptyValues(today: string): Values {
  const none = Object.fromEntries(fieldNames.map((name) => [name, '']));
  return { ...valuesOf(none), kind: 'newEntry', language: 'en', asOf: today, reviewBy: yearAfter(today) };
}

/** What was sent; a field that is missing is empty. */
export function valuesOf(fields: Fields): Values {
  const of = (name: FieldName) => fields[name] ?? '';
  return {
    ...{ kind: of('kind'), language: of('language'), ask: of('ask'), entry: of('entry') },
    ...{ phrasing: of('phrasing'), search: of('search'), id: of('id'), topic: of('topic') },
    ...{ question: of('question'), phrasings: of('phrasings'), answer: of('answer') },
    ...{ enQuestion: of('enQuestion'), enPhrasings: of('enPhrasings'), enAnswer: of('enAnswer') },
    ...{ sourceTitle: of('sourceTitle'), sourceUrl: of('sourceUrl'), sourceDate: of('sourceDate') },
    ...{ asOf: of('asOf'), reviewBy: of('reviewBy') },
  };
}

/** The form filled from a question and its reply. */
export function valuesFromReply(escalation: Escalation, knowledge: Knowledge, today: string): Values {
  const ask = oneLine(escalation.question).slice(0, longestWording);
  const { matches } = knowledge.matcher.match(ask, { language: escalation.language });
  const [best] = matches;
  const reply = escalation.reply?.text ?? '';
  return {
    ...emptyValues(today),
    // An entry that was close most often lacks just this wording.
    kind: best && best.confidence >= likely ? 'addPhrasing' : 'newEntry',
    language: escalation.language,
    ask,
    entry: best?.entry.id ?? '',
    phrasing: ask,
    id: suggestId(ask, takenIds(knowledge)),
    topic: best?.entry.topic ?? '',
    question: ask,
    phrasings: ask,
    answer: reply,
    sourceUrl: /https:\/\/[^\s)<>"]+/u.exec(reply)?.[0] ?? '',
  };
}
const likely = 0.3;

/** The form filled from a draft, figures back in their places. */
export function valuesFromTeaching({ change }: Teaching, today: string): Values {
  const { kind, language, ask } = change;
  const common = { ...emptyValues(today), kind, language, ask };
  if (change.kind === 'addPhrasing') return { ...common, entry: change.entry, phrasing: change.phrasing };
  const { entry, figures } = change;
  const [source] = entry.sources;
  const own = entry[change.language];
  const written = (answer: string) =>
    figures.reduce((text, { id, value }) => text.replaceAll(`{{${id}}}`, value), answer);
  return {
    ...common,
    ...{ id: entry.id, topic: entry.topic, asOf: entry.asOf, reviewBy: entry.reviewBy },
    ...{ sourceTitle: source.title, sourceUrl: source.url, sourceDate: source.date },
    question: own?.question ?? '',
    phrasings: own?.phrasings.join('\n') ?? '',
    answer: written(own?.answer ?? ''),
    enQuestion: entry.en.question,
    enPhrasings: entry.en.phrasings.join('\n'),
    enAnswer: written(entry.en.answer),
  };
}

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

function takenIds({ base }: Knowledge): ReadonlySet<string> {
  return new Set([...base.byId.keys(), ...base.outOfScope.map(({ id }) => id)]);
}

/** Without what no text needs and some reader could be fooled by: control characters, and those that turn the direction of text. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u2028\u2029]/gu, '\n')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ');
}

function oneLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, ' ').trim();
}

function yearAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The language a form is in, for its fields. */
export function languageOf({ language }: Values): Language {
  return languages.find((each) => each === language) ?? 'en';
}
