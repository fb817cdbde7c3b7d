// A small hand-made knowledge base, and a matcher that knows exactly what it is told.
import type {
  Entry,
  KnowledgeBase,
  Language,
  Match,
  Matcher,
  MatchResult,
  OutOfScope,
} from '../../../knowledge/index.ts';

const texts = {
  'what-is-iclei': {
    en: 'What is ICLEI?',
    es: '¿Qué es ICLEI?',
    pt: 'O que é o ICLEI?',
    fr: 'Qu’est-ce qu’ICLEI ?',
    de: 'Was ist ICLEI?',
  },
  'smart-approach': {
    en: 'What is the SMART approach?',
    es: '¿Qué es el enfoque SMART?',
    pt: 'O que é a abordagem SMART?',
    fr: 'Qu’est-ce que l’approche SMART ?',
    de: 'Was ist der SMART-Ansatz?',
  },
  'solutions-gateway': {
    en: 'What is the Solutions Gateway?',
    es: '¿Qué es el Solutions Gateway?',
    pt: 'O que é o Solutions Gateway?',
    fr: 'Qu’est-ce que le Solutions Gateway ?',
    de: 'Was ist das Solutions Gateway?',
  },
  'gateway-operator': {
    en: 'Who runs the Solutions Gateway?',
    es: '¿Quién gestiona el Solutions Gateway?',
    pt: 'Quem gere o Solutions Gateway?',
    fr: 'Qui gère le Solutions Gateway ?',
    de: 'Wer betreibt das Solutions Gateway?',
  },
  'iclei-offices': {
    en: 'Where are ICLEI’s offices?',
    es: '¿Dónde están las oficinas de ICLEI?',
    pt: 'Onde ficam os escritórios do ICLEI?',
    fr: 'Où sont les bureaux d’ICLEI ?',
    de: 'Wo sind die Büros von ICLEI?',
  },
} as const satisfies Record<string, Record<Language, string>>;

function entry(id: string, questions: Record<Language, string>, related: readonly string[]): Entry {
  const text = (language: Language) => ({
    question: questions[language],
    phrasings: [],
    answer: `[${language}] The answer about ${id}.`,
  });
  return {
    id,
    topic: 'iclei-organisation',
    texts: { en: text('en'), es: text('es'), pt: text('pt'), fr: text('fr'), de: text('de') },
    sources: [{ title: 'ICLEI', url: 'https://iclei.org/', date: '2017-08-02' }],
    asOf: '2017',
    checkedOn: '2026-11-23',
    reviewBy: '2027-11-23',
    related,
  };
}

const englishOnly: Entry = {
  ...entry('english-only', { en: 'What is CityTalk?', es: '', pt: '', fr: '', de: '' }, []),
  texts: { en: { question: 'What is CityTalk?', phrasings: [], answer: 'CityTalk is a blog.' } },
};

const entries: readonly Entry[] = [
  ...Object.entries(texts).map(([id, questions]) =>
    entry(
      id,
      questions,
      id === 'solutions-gateway' ? ['gateway-operator', 'what-is-iclei'] : ['smart-approach'],
    ),
  ),
  englishOnly,
];

const outOfScopeText = (reply: string) => ({ reply, phrasings: [] });
function outOfScope(id: string, next: OutOfScope['next'], reply: string): OutOfScope {
  const text = outOfScopeText(reply);
  return { id, note: id, next, texts: { en: text, es: text, pt: text, fr: text, de: text } };
}
const weather = outOfScope('weather', 'decline', 'I know nothing about the weather.');
const invoice = outOfScope('invoice', 'staff', 'Invoices are a matter for the staff.');

export const smallKnowledge: KnowledgeBase = {
  version: 'test',
  entries,
  byId: new Map(entries.map((one) => [one.id, one])),
  synonyms: [],
  outOfScope: [weather, invoice],
};

/** What the matcher shall think of a text: entry ids with their confidence. */
export interface Script {
  readonly matches?: Readonly<Record<string, number>>;
  readonly language?: Language;
  readonly unknown?: readonly string[];
  /** The out-of-scope group it belongs to. */
  readonly outOfScope?: 'weather' | 'invoice';
  /** Only when this entry was answered last. */
  readonly after?: string;
}

/** Texts are compared without case and closing marks; a text without a script matches nothing. */
export function createScriptedMatcher(scripts: Readonly<Record<string, Script>>): Matcher {
  const known = new Map(Object.entries(scripts).map(([text, script]) => [plain(text), script]));
  return {
    match(question, options) {
      const script = known.get(plain(question));
      const fits = script && (script.after === undefined || script.after === options?.context);
      return result(question, fits ? script : undefined, options?.language);
    },
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s?!.¿¡]+/gu, ' ')
    .trim();
}

function result(question: string, script: Script | undefined, hint: Language | undefined): MatchResult {
  const matches = Object.entries(script?.matches ?? {}).flatMap(([id, confidence]): Match[] => {
    const found = smallKnowledge.byId.get(id);
    const language = script?.language ?? 'en';
    return found
      ? [{ entry: found, confidence, phrasing: found.texts.en.question, language, matchedWords: [] }]
      : [];
  });
  const group = smallKnowledge.outOfScope.find(({ id }) => id === script?.outOfScope);
  return {
    question,
    language: script?.language ?? hint ?? 'en',
    languageConfidence: script?.language ? 1 : 0,
    matches,
    inScope: matches.length > 0 ? 1 : 0,
    margin: (matches[0]?.confidence ?? 0) - (matches[1]?.confidence ?? 0),
    outOfScope: group ? { group, confidence: 0.9 } : null,
    coverage: script ? 1 : 0,
    unknownWords: script?.unknown ?? (script ? [] : question.split(/\s+/u)),
    repairs: [],
    synonyms: [],
  };
}
