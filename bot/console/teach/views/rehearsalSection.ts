// What a change would do, in words: faults, the verdict before and after, what the visitor would see, and what else would change.
import type { Difference, Outcome, Rehearsal, Shown } from '../../../../knowledge/index.ts';
import { fill, type Html, html } from '../../../html.ts';
import { count, percent, type Words } from '../../texts/texts.ts';
import { markdown } from '../../views/markdown.ts';
import { type TeachTexts, teachWords } from '../texts.ts';

/** Questions of a list that are shown. */
const mostShown = 20;

export function rehearsalSection(rehearsal: Rehearsal, words: Words): Html {
  const t = teachWords(words);
  const { faults, warnings, asked, shown } = rehearsal;
  return html`${
    faults.length > 0 &&
    html`<section class="alert" aria-labelledby="faults"><h2 id="faults">${t.faultsTitle}</h2>
    <ul lang="en">${faults.slice(0, mostShown).map((fault) => html`<li>${fault}</li>`)}</ul></section>`
  }
  ${
    asked &&
    html`<section class="card" aria-labelledby="verdict"><h2 id="verdict">${t.verdict}</h2>
    <dl class="facts"><div><dt>${t.before}</dt><dd>${outcome(asked.before, words)}</dd></div>
    <div><dt>${t.after}</dt><dd>${outcome(asked.after, words)}</dd></div></dl>
    <p class="hint" lang="en">${asked.after.reason}</p></section>`
  }
  ${shown && visitorSees(shown, t)}
  ${asked && replay(rehearsal, words)}
  ${
    warnings.length > 0 &&
    html`<details class="more"><summary>${t.warnings}</summary><ul lang="en">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul></details>`
  }`;
}

function outcome({ kind, found: [best], outOfScope }: Outcome, words: Words): Html {
  const t = teachWords(words);
  const entry = html`<code>${best?.entry ?? ''}</code>`;
  const slots = { entry, percent: percent(best?.confidence ?? 0, words.language) };
  switch (kind) {
    case 'answered':
      return html`<strong>${fill(t.answered, slots)}</strong>`;
    case 'clarified':
      return fill(t.clarified, slots);
    case 'missed':
      return html`${t.missed} ${outOfScope !== null && html`<code>${outOfScope}</code>`}`;
  }
}

function visitorSees({ answer, language, sources, asOf }: Shown, t: TeachTexts): Html {
  return html`<section aria-labelledby="shown"><h2 id="shown">${t.shown}</h2>
  <article class="said bot" lang="${language}"><div class="text" dir="auto">${markdown(answer, 'bot')}</div>
  <p class="hint">${fill(t.asOfLine, { date: asOf })}</p>
  <ul class="words">${sources.map(
    ({ title, url, date }) =>
      html`<li><a href="${url}" rel="noopener noreferrer" target="_blank">${title}</a> <span class="hint">${date}</span></li>`,
  )}</ul></article></section>`;
}

function replay({ replayed, newlyAnswered, changed, lost }: Rehearsal, words: Words): Html {
  const t = teachWords(words);
  const number = (all: readonly Difference[]) => count(all.length, words.language);
  const sentence = fill(t.replayed, {
    count: count(replayed, words.language),
    answered: number(newlyAnswered),
    changed: number(changed),
    lost: number(lost),
  });
  return html`<section class="card" aria-labelledby="replay"><h2 id="replay">${t.replay}</h2><p><strong>${sentence}</strong></p>
  ${differences('lost', t.listLost, lost, words)}${differences('answered', t.listAnswered, newlyAnswered, words)}
  ${differences('changed', t.listChanged, changed, words)}</section>`;
}

function differences(name: string, title: string, all: readonly Difference[], words: Words): Html | false {
  const t = teachWords(words);
  const over = all.length - mostShown;
  return (
    all.length > 0 &&
    html`<h3 id="list-${name}">${title}</h3><ul class="differences" aria-labelledby="list-${name}">${all
      .slice(0, mostShown)
      .map(
        ({ before, now }) =>
          html`<li><q lang="${now.language ?? 'en'}" dir="auto">${now.question}</q><br><span class="hint">${outcome(before, words)} → ${outcome(now, words)}</span></li>`,
      )}</ul>${over > 0 && html`<p class="hint">${fill(t.more, { count: count(over, words.language) })}</p>`}`
  );
}
