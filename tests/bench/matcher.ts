// The matcher on a public question set: node tests/bench/matcher.ts --data FILE [--typos SEED] [--json]
import { parseArgs } from 'node:util';
import { createMatcher, decide } from '../../knowledge/index.ts';
import { accuracyAtRecall, auroc, percent, quantile, top1 } from './figures.ts';
import { knowledgeOf, readQuestionSet, withTypos } from './questionSet.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, typos: { type: 'string' }, json: { type: 'boolean' } },
});
if (!options.data) {
  console.error('Which questions? node tests/bench/matcher.ts --data FILE [--typos SEED] [--json]');
  process.exit(2);
}
const { train, test } = readQuestionSet(options.data);
const knowledge = knowledgeOf(train);
const started = performance.now();
const matcher = createMatcher(knowledge);
const trainMs = performance.now() - started;

const times: number[] = [];
const verdicts = { right: 0, wrong: 0, clarified: 0, abstained: 0 };
const answers = test.map(({ text, intent }) => {
  const question = options.typos === undefined ? text : withTypos(text, Number(options.typos));
  const before = performance.now();
  const result = matcher.match(question);
  times.push(performance.now() - before);
  const [best] = result.matches;
  const verdict = decide(result);
  if (verdict.kind === 'answer') verdicts[verdict.match.entry.id === intent ? 'right' : 'wrong']++;
  else verdicts[verdict.kind === 'didYouMean' ? 'clarified' : 'abstained']++;
  return { wanted: intent, got: best?.entry.id ?? null, confidence: best?.confidence ?? 0 };
});

const figures = {
  phrasings: train.length,
  top1: top1(answers),
  auroc: auroc(answers),
  accuracyAt70: accuracyAtRecall(answers, 0.7),
  answeredRight: percent(verdicts.right, test.length),
  answeredWrong: percent(verdicts.wrong, test.length),
  askedBack: percent(verdicts.clarified, test.length),
  trainMs: Math.round(trainMs),
  p50Ms: Number(quantile(times, 0.5).toFixed(3)),
  p99Ms: Number(quantile(times, 0.99).toFixed(3)),
};
if (options.json) console.log(JSON.stringify(figures));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(14)} ${value ?? '-'}`);
