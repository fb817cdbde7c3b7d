// The fields of the form of a teaching, and what stands in them before anybody types.
import type { Escalation, Teaching } from '../../../dialogs/index.ts';
import {
  type Knowledge,
  type Language,
  languages,
  longestWording,
  suggestId,
} from '../../../knowledge/index.ts';
import type { Fields } from '../visit.ts';
import { oneLine } from './cleanText.ts';

export const fieldNames = [
  ...(['kind', 'language', 'ask', 'entry', 'phrasing', 'search'] as const),
  ...(['id', 'topic', 'question', 'phrasings', 'answer'] as const),
  ...(['enQuestion', 'enPhrasings', 'enAnswer'] as const),
  ...(['sourceTitle', 'sourceUrl', 'sourceDate', 'asOf', 'reviewBy'] as const),
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Values = Readonly<Record<FieldName, string>>;

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

/** Names that no new entry may have. */
export function takenIds({ base }: Knowledge): ReadonlySet<string> {
  return new Set([...base.byId.keys(), ...base.outOfScope.map(({ id }) => id)]);
}

/** The language a form is in, for its fields. */
export function languageOf({ language }: Values): Language {
  return languages.find((each) => each === language) ?? 'en';
}

function yearAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
