// The page of settings: one's own, and for administrators what the service runs with.
import { type Language, languageNames, languages } from '../../../knowledge/index.ts';
import { type Html, html } from '../../html.ts';
import { nameLimit } from '../people.ts';
import type { StaffSession } from '../staffSessions.ts';
import type { Words } from '../texts/texts.ts';
import { csrfField, page } from '../views/page.ts';
import type { OverviewRow } from './overview.ts';
import { settingsTexts } from './texts.ts';

export interface SettingsModel {
  readonly words: Words;
  readonly session: StaffSession;
  /** Null for those whom it does not concern. */
  readonly overview: readonly OverviewRow[] | null;
  readonly done: 'name' | 'language' | null;
  /** What was wrong with the name that was entered, and the name. */
  readonly problem: { readonly sentence: string; readonly name: string } | null;
}

export function settingsPage(model: SettingsModel): Html {
  const { words, done, overview } = model;
  const t = settingsTexts[words.language];
  return page(
    { ...model, part: 'settings' },
    t.title,
    html`<link rel="stylesheet" href="/console/assets/people.css">
<h1>${t.title}</h1>
${done && html`<p class="flash" role="status">${done === 'name' ? t.nameDone : t.languageDone}</p>`}
<div class="settings">
<section class="card" aria-labelledby="yours"><h2 id="yours">${t.yours}</h2>
${nameForm(model)}
${languageForm(model)}
</section>
${overview && service(overview, words)}
</div>`,
  );
}

function nameForm({ words, session, problem }: SettingsModel): Html {
  const t = settingsTexts[words.language];
  return html`<form class="stack" method="post" action="/console/settings/name">${csrfField(session)}
  <label for="name">${t.nameLabel}</label>
  ${problem && html`<p class="problem" id="name-problem" role="alert">${problem.sentence}</p>`}
  <input id="name" name="name" value="${problem?.name ?? session.name}" required maxlength="${nameLimit}" autocomplete="name"
    ${problem && html` aria-invalid="true" aria-describedby="name-problem"`}>
  <button>${t.nameSave}</button>
</form>`;
}

function languageForm({ words, session }: SettingsModel): Html {
  const t = settingsTexts[words.language];
  const choice = (value: Language | null) => html`<label class="check"><input type="radio" name="language"
    value="${value ?? 'auto'}"${session.language === value && html` checked`}> ${
      value === null ? t.languageAuto : html`<span lang="${value}">${languageNames[value]}</span>`
    }</label>`;
  return html`<form class="stack" method="post" action="/console/settings/language">${csrfField(session)}
  <fieldset><legend>${t.languageLegend}</legend>${[null, ...languages].map(choice)}</fieldset>
  <button>${t.languageSave}</button>
</form>`;
}

function service(overview: readonly OverviewRow[], { language }: Words): Html {
  const t = settingsTexts[language];
  return html`<section class="card" aria-labelledby="service"><h2 id="service">${t.service}</h2>
<p class="hint">${t.serviceLead}</p>
<dl class="facts">${overview.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
</section>`;
}
