// How long texts that are made to take long hold the event loop: node tests/bench/hostile.ts
import { createMatcher, loadKnowledge } from '../../knowledge/index.ts';

const texts: readonly (readonly [string, string])[] = [
  ['an ordinary question', 'What is the Solutions Gateway?'],
  ['a digit again and again', '1 '.repeat(2_000)],
  ['emoji', '\u{1f600}'.repeat(2_000)],
  ['a letter that grows 18-fold', '\ufdfa'.repeat(4_000)],
  ['letters under a heap of marks', `Z${'\u0335\u0321\u0489'.repeat(1_300)}`],
  ['one long word', 'a'.repeat(4_000)],
  ['many unknown words', 'kwyjibon blarfest zanthropy quibbler '.repeat(110)],
  ['many misspelt words', 'sustainabiltiy memberhsip goverment colaboration '.repeat(80)],
];
const rounds = 20;

const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run knowledge:check`);
const matcher = createMatcher(loaded.knowledge);
for (const [name, text] of texts) {
  let worst = 0;
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    matcher.match(text);
    worst = Math.max(worst, performance.now() - before);
  }
  console.log(`${name.padEnd(32)} worst of ${rounds}: ${worst.toFixed(1)} ms`);
}
