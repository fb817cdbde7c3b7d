// What the bot thought before it handed over: staff see why, and curators what is missing.
import type { Escalation } from '../../../dialogs/index.ts';
import { type Html, html } from '../../html.ts';
import { type ConsoleTexts, percent, type Words } from '../texts/texts.ts';

type Tried = Escalation['tried'];

const causes = {
  noAnswer: 'causeNoAnswer',
  noneOfThese: 'causeNoneOfThese',
  askedForPerson: 'causeAskedForPerson',
  notHelpful: 'causeNotHelpful',
  rephrasedInVain: 'causeRephrasedInVain',
} as const satisfies Record<Tried['cause'], keyof ConsoleTexts>;

export function triedSection(tried: Tried, words: Words): Html {
  const { t } = words;
  const shown = new Set(tried.matches.map((match) => match.entry));
  const elsewhere = tried.rejected.filter((entry) => !shown.has(entry));
  return html`<section class="card" aria-labelledby="tried">
  <h2 id="tried">${t.tried}</h2>
  <p>${t[causes[tried.cause]]}</p>
  ${tried.reason && html`<p class="hint">${t.technicalNote} <span lang="en">${tried.reason}</span></p>`}
  ${
    tried.matches.length > 0 &&
    html`<h3>${t.nearest}</h3><ul class="matches">${tried.matches.map((match) =>
      nearest(match, tried.rejected.includes(match.entry), words),
    )}</ul>`
  }
  ${
    elsewhere.length > 0 &&
    html`<h3>${t.rejected}</h3><ul class="words">${elsewhere.map((entry) => html`<li><code>${entry}</code></li>`)}</ul>`
  }
  ${
    tried.unknownWords.length > 0 &&
    html`<h3>${t.unknownWords}</h3><ul class="words">${tried.unknownWords.map(
      (word) => html`<li><q>${word}</q></li>`,
    )}</ul>`
  }
</section>`;
}

function nearest(match: Tried['matches'][number], rejected: boolean, { t, language }: Words): Html {
  const share = Math.min(1, Math.max(0, match.confidence));
  const shown = percent(share, language);
  return html`<li>
    <span><span lang="en">${match.question}</span> <code>${match.entry}</code> ${rejected && html`<span class="badge withdrawn">${t.rejectedMark}</span>`}</span>
    <span class="share"><meter min="0" max="1" value="${share.toFixed(3)}" aria-label="${t.confidence.replace('{percent}', shown)}"></meter>
    <span aria-hidden="true">${shown}</span></span>
  </li>`;
}
