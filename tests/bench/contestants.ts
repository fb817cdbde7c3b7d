// What a question set is put to: our matcher, and what a user would pick instead. Each learns the same texts and is asked the same
// questions, as its documentation shows; nothing is set for a question set.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createMatcher, decide, type Verdict } from '../../knowledge/index.ts';
import { wordsOfId } from '../../knowledge/match/model.ts';
import { peersFolder } from './peersFolder.ts';
import { knowledgeOf, type QuestionSet } from './questionSet.ts';

/** The best intent for a question, and how sure: the higher the surer, on any scale of its own. */
export interface Guess {
  readonly intent: string | null;
  readonly confidence: number;
  /** What our thresholds make of it. */
  readonly verdict?: Verdict['kind'];
}

export type Ask = (question: string) => Guess | Promise<Guess>;
type Learn = (train: QuestionSet['train']) => Ask | Promise<Ask>;

export const ours = 'this project';
/** By name, ours first. */
export const contestants: Readonly<Record<string, Learn>> = {
  [ours]: learnOurs,
  'fuse.js 0.4': withNames((train) => learnFuse(train, 0.4)),
  'fuse.js 0.6': withNames((train) => learnFuse(train, 0.6)),
  'fuse.js tokens': withNames((train) => learnFuse(train, 0.2, true)),
  MiniSearch: withNames(learnMiniSearch),
  lunr: withNames(learnLunr),
  'node-nlp': withNames(learnNodeNlp),
  'natural Bayes': withNames(learnBayes),
};

/** Our matcher learns the words of an intent's name as a further text of it; so do the others then. */
function withNames(learn: Learn): Learn {
  return (train) => {
    const intents = [...new Set(train.map(({ intent }) => intent))];
    return learn([...train, ...intents.map((intent) => ({ text: wordsOfId(intent), intent }))]);
  };
}

const nothing: Guess = { intent: null, confidence: 0 };

function learnOurs(train: QuestionSet['train']): Ask {
  const matcher = createMatcher(knowledgeOf(train));
  return (question) => {
    const result = matcher.match(question);
    const [best] = result.matches;
    return {
      intent: best?.entry.id ?? null,
      confidence: best?.confidence ?? 0,
      verdict: decide(result).kind,
    };
  };
}

/** Of the packages' interfaces only what is used here: they are not installed when this is type-checked. */
interface Fuse {
  search(
    text: string,
    options: object,
  ): readonly { readonly item: { intent: string }; readonly score?: number }[];
}
function learnFuse(train: QuestionSet['train'], threshold: number, useTokenSearch = false): Ask {
  const FuseClass = load<new (items: QuestionSet['train'], options: object) => Fuse>('fuse.js');
  const fuse = new FuseClass(train, {
    keys: ['text'],
    ignoreLocation: true,
    includeScore: true,
    threshold,
    useTokenSearch,
  });
  return (question) => {
    const [best] = fuse.search(question, { limit: 1 });
    return best ? { intent: best.item.intent, confidence: 1 - (best.score ?? 1) } : nothing;
  };
}

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(text: string, options: object): readonly { readonly id: number; readonly score: number }[];
}
function learnMiniSearch(train: QuestionSet['train']): Ask {
  const MiniSearchClass = load<new (options: object) => MiniSearch>('minisearch');
  const index = new MiniSearchClass({ fields: ['text'] });
  index.addAll(train.map(({ text }, id) => ({ id, text })));
  return (question) => {
    const [best] = index.search(question, { fuzzy: 0.2 });
    return best ? { intent: train[best.id]?.intent ?? null, confidence: best.score } : nothing;
  };
}

interface LunrBuilder {
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
}
interface LunrQuery {
  term(terms: unknown, options: object): void;
}
interface Lunr {
  (
    build: (this: LunrBuilder) => void,
  ): {
    query(ask: (query: LunrQuery) => void): readonly { readonly ref: string; readonly score: number }[];
  };
  tokenizer(text: string): unknown;
}
function learnLunr(train: QuestionSet['train']): Ask {
  const lunr = load<Lunr>('lunr');
  const index = lunr(function () {
    this.ref('id');
    this.field('text');
    for (const [id, { text }] of train.entries()) this.add({ id, text });
  });
  return (question) => {
    const [best] = index.query((query) => query.term(lunr.tokenizer(question), {}));
    return best ? { intent: train[Number(best.ref)]?.intent ?? null, confidence: best.score } : nothing;
  };
}

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(
    language: string,
    text: string,
  ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
}
async function learnNodeNlp(train: QuestionSet['train']): Promise<Ask> {
  const { NlpManager } = load<{ NlpManager: new (options: object) => NlpManager }>('node-nlp');
  const manager = new NlpManager({
    languages: ['en'],
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
  });
  for (const { text, intent } of train) manager.addDocument('en', text, intent);
  await manager.train();
  return async (question) => {
    // Its best guess, as ours: what it makes of it below its threshold is another question.
    const { classifications } = await manager.process('en', question);
    const best = classifications.find(({ intent }) => intent !== 'None');
    return best ? { intent: best.intent, confidence: best.score } : nothing;
  };
}

interface Bayes {
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): readonly { readonly label: string; readonly value: number }[];
}
function learnBayes(train: QuestionSet['train']): Ask {
  const { BayesClassifier } = load<{ BayesClassifier: new () => Bayes }>('natural');
  const classifier = new BayesClassifier();
  for (const { text, intent } of train) classifier.addDocument(text, intent);
  classifier.train();
  return (question) => {
    const all = classifier.getClassifications(question);
    const [best] = all;
    const total = all.reduce((sum, { value }) => sum + value, 0);
    return best ? { intent: best.label, confidence: best.value / total } : nothing;
  };
}

/** A package of the peers' folder; what comes back is taken for what its documentation says. */
function load<Package>(name: string): Package {
  const loaded: unknown = createRequire(join(peersFolder, 'package.json'))(name);
  return loaded as Package;
}
