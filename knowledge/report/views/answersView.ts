import { languageNames } from '../../language.ts';
import type { AnswersOfLanguage, Bin, MeasuredAnswer } from '../answers.ts';
import { formulas } from '../readability.ts';
import type { Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { columnChart } from './pictures.ts';
import { folded, type Section, scrolling } from './section.ts';
import { decimal, questionOf, whereIs, whole } from './words.ts';

/** How long the answers are and how easily they read. */
export function answersSection({ answers, files }: Report): Section {
  const hard = answers.reduce((sum, one) => sum + countBelow(one.readability, 30), 0);
  return {
    id: 'answers',
    title: 'Length and readability',
    state: `${whole(hard)} below 30`,
    purpose:
      'Shows the answers that ask most of a reader: shorten the longest, and in the hardest cut long sentences in two and say long words in shorter ones.',
    body: html`<p class="note">Readability runs from about 0 (hard) to 100 (easy): from 60 on most people read a text with ease, below 30 it
asks for practice. Syllables are counted by rule of thumb and names count like other words, so compare answers of one language with each other.</p>
${scrolling(
  'Length and readability by language',
  html`<table class="plainly">
<caption>The answer in the middle of each language</caption>
<thead><tr><th scope="col">Language</th><th scope="col">Answers</th><th scope="col">Words</th><th scope="col">Sentences</th><th scope="col">Words per sentence</th><th scope="col">Readability</th><th scope="col" class="words">Formula</th></tr></thead>
<tbody>
${answers.map(
  (
    one,
  ) => html`<tr><th scope="row"><span lang="${one.language}">${languageNames[one.language]}</span></th><td>${whole(one.answers)}</td><td>${whole(one.medianWords)}</td><td>${whole(one.medianSentences)}</td><td>${decimal(one.medianWordsPerSentence, 1)}</td><td>${whole(one.medianReadability)}</td><td class="words">${formulas[one.language].name}</td></tr>
`,
)}</tbody></table>`,
)}
<div class="multiples">
${answers.map(histograms)}</div>
${folded(
  'The pictures as tables',
  html`${binTable('Answers by number of words', answers, ({ lengths }) => lengths)}
${binTable('Answers by readability', answers, ({ readability }) => readability)}`,
)}
${answers.map((one, index) =>
  folded(
    html`<span lang="${one.language}">${languageNames[one.language]}</span>, the longest and the hardest`,
    html`<div class="two"><div><h3>Longest</h3>${answerList(one.longest, files)}</div><div><h3>Hardest</h3>${answerList(one.hardest, files)}</div></div>`,
    index === 0,
  ),
)}
${folded(
  'Where the formulas come from',
  html`<ul class="sources">${answers.map(({ language }) => {
    const { name, source, base, perWord, perSyllable } = formulas[language];
    return html`<li><b>${name}</b> (<span lang="${language}">${languageNames[language]}</span>): ${base} − ${perWord} × words per sentence − ${perSyllable} × syllables per word. ${source}.</li>
`;
  })}</ul>`,
)}`,
  };
}

function countBelow(bins: readonly Bin[], limit: number): number {
  return bins.reduce((sum, { from, count }) => sum + (from === null || from < limit ? count : 0), 0);
}

function histograms({ language, lengths, readability }: AnswersOfLanguage): Html {
  const name = languageNames[language];
  const chart = (title: string, bins: readonly Bin[]) =>
    columnChart({
      title: `${name}: answers by ${title}`,
      labels: 'start',
      columnWidth: 34,
      columns: bins.map(({ from, count }) => ({ label: from === null ? '' : String(from), value: count })),
    });
  return html`<figure><figcaption><span lang="${language}">${name}</span>, words</figcaption>${chart('number of words', lengths)}</figure>
<figure><figcaption><span lang="${language}">${name}</span>, readability</figcaption>${chart('readability', readability)}</figure>
`;
}

function binTable(
  caption: string,
  answers: readonly AnswersOfLanguage[],
  pick: (answers: AnswersOfLanguage) => readonly Bin[],
): Html {
  const [first] = answers;
  const bins = first ? pick(first) : [];
  const name = ({ from }: Bin, index: number) => {
    const next = bins[index + 1]?.from ?? null;
    if (from === null) return `below ${next}`;
    return next === null ? `${from} and more` : `${from} to ${next - 1}`;
  };
  return scrolling(
    caption,
    html`<table class="plainly"><caption>${caption}</caption>
<thead><tr><th scope="col">Language</th>${bins.map((bin, index) => html`<th scope="col">${name(bin, index)}</th>`)}</tr></thead>
<tbody>${answers.map(
      (
        one,
      ) => html`<tr><th scope="row"><span lang="${one.language}">${languageNames[one.language]}</span></th>${pick(one).map(({ count }) => html`<td>${count}</td>`)}</tr>
`,
    )}</tbody></table>`,
  );
}

function answerList(answers: readonly MeasuredAnswer[], files: Report['files']): Html {
  return html`<ol class="measured">${answers.map(
    (answer) => html`<li>${questionOf(answer.entry, answer.language)} ${whereIs(answer.entry.id, files)}
<span class="figures">${whole(answer.words)} words, ${whole(answer.sentences)} ${answer.sentences === 1 ? 'sentence' : 'sentences'} of ${decimal(answer.wordsPerSentence, 0)}; readability ${whole(answer.readability)}</span></li>
`,
  )}</ol>`;
}
