// Whether a confidence of 0.8 means right 8 times in 10, on questions that its constants were not fitted on:
// npm run --silent bench:reliability [-- --svg FILE]
// Prints for each tenth of confidence how often the best entry was right, and the expected calibration error (Naeini et al. 2015).
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { noAnswer, readQuestions } from '../../knowledge/check/regression.ts';
import { createMatcher, loadKnowledge } from '../../knowledge/index.ts';
import { readOptions } from '../support/commandLine.ts';

const inScopeFiles = ['unseen', 'fresh', 'seed.en', 'seed.es', 'seed.pt', 'seed.fr', 'seed.de'];
const outOfScopeFiles = ['outOfScope', 'staff'];
/** How many of a visitor's questions no entry answers: as in calibrate.ts. */
const outOfScopeShare = 0.2;

const usage = `npm run --silent bench:reliability [-- --svg FILE]

  --svg FILE  draws it into a file`;
const options = readOptions(usage, { svg: { type: 'string' } });
const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run knowledge:check`);
const matcher = createMatcher(loaded.knowledge);
const inside = (await Promise.all(inScopeFiles.map(ask))).flat();
const outside = (await Promise.all(outOfScopeFiles.map(ask))).flat();
const outWeight = ((outOfScopeShare / (1 - outOfScopeShare)) * inside.length) / outside.length;

const bins = Array.from({ length: 10 }, () => ({ weight: 0, right: 0, sum: 0 }));
for (const [answers, weight] of [
  [inside, 1],
  [outside, outWeight],
] as const) {
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.weight += weight;
    bin.sum += confidence * weight;
    if (right) bin.right += weight;
  }
}
const total = bins.reduce((sum, { weight }) => sum + weight, 0);
const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / total;
for (const [i, { weight, right }] of bins.entries()) {
  const share = weight === 0 ? '' : `${((100 * right) / weight).toFixed(0).padStart(4)} % right`;
  console.log(`0.${i} to ${((i + 1) / 10).toFixed(1)}  ${weight.toFixed(0).padStart(5)} questions ${share}`);
}
console.log(`expected calibration error ${error.toFixed(3)}, ${inside.length} + ${outside.length} questions`);
if (options.svg !== undefined) writeFileSync(options.svg, plot());

/** The confidence of the best entry for each question of a file, and whether it is one that was wanted. */
async function ask(name: string): Promise<{ confidence: number; right: boolean }[]> {
  const path = `tests/knowledge/questions/${name}.yaml`;
  const { placed, faults } = readQuestions([{ path, text: await readFile(path, 'utf8') }]);
  if (faults.length > 0) throw new Error(`${path} has faults: run npm test -- tests/knowledge/questions`);
  return placed
    .flatMap(({ questions }) => questions)
    .map(({ ask: text, want, language, after }) => {
      const [best] = matcher.match(text, {
        ...(language === undefined ? {} : { language }),
        ...(after === undefined ? {} : { context: after }),
      }).matches;
      const wanted = [want].flat().filter((id) => id !== noAnswer);
      return { confidence: best?.confidence ?? 0, right: wanted.includes(best?.entry.id ?? '') };
    });
}

/** A reliability diagram: a dot for each tenth, as large as its questions are many; on the line, confidence is what it says. */
function plot(): string {
  const side = 320;
  const at = (value: number) => (40 + value * (side - 60)).toFixed(1);
  const up = (value: number) => (side - 40 - value * (side - 60)).toFixed(1);
  const most = Math.max(...bins.map(({ weight }) => weight));
  const ticks = [0, 0.5, 1].map(
    (value) =>
      `<text x="${at(value)}" y="${side - 20}" text-anchor="middle">${value}</text>` +
      `<text x="32" y="${up(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
  );
  const dots = bins
    .filter(({ weight }) => weight > 0)
    .map(
      ({ weight, right, sum }) =>
        `<circle cx="${at(sum / weight)}" cy="${up(right / weight)}" r="${(3 + 9 * Math.sqrt(weight / most)).toFixed(1)}"/>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" font-family="sans-serif" font-size="12">
<title>Reliability of the confidence: expected calibration error ${error.toFixed(3)}</title>
<rect width="${side}" height="${side}" fill="#fff"/>
<path d="M${at(0)} ${up(1)}V${up(0)}H${at(1)}" fill="none" stroke="#555"/>
<path d="M${at(0)} ${up(0)}L${at(1)} ${up(1)}" stroke="#999" stroke-dasharray="4 4"/>
<g fill="#0b6e4f" fill-opacity="0.8">${dots.join('')}</g>
<g fill="#333">${ticks.join('')}
<text x="${at(0.5)}" y="${side - 4}" text-anchor="middle">confidence</text>
<text x="12" y="${up(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${up(0.5)})">share that was right</text></g>
</svg>
`;
}
