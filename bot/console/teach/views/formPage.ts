// The form of a teaching. Both kinds are in it; the style shows the part of the kind that is chosen, so that it needs no script.
import { type Language, languages, topics } from '../../../../knowledge/index.ts';
import { fill, type Html, html } from '../../../html.ts';
import type { StaffSession } from '../../staffSessions.ts';
import { languageName, percent, type Words } from '../../texts/texts.ts';
import { csrfField } from '../../views/page.ts';
import type { Problem } from '../form.ts';
import type { Candidate } from '../search.ts';
import { type TeachTexts, teachWords } from '../texts.ts';
import { type FieldName, languageOf, type Values } from '../values.ts';
import { teachPage } from './frame.ts';

export interface FormModel {
  readonly words: Words;
  readonly session: StaffSession;
  /** Where the form goes. */
  readonly action: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Why it was not taken, when no field is wrong. */
  readonly notice: string | null;
  readonly near: readonly Candidate[];
  /** Null when nothing was searched for. */
  readonly found: readonly Candidate[] | null;
  readonly escalation: string | null;
  /** The version of the draft that is edited; null for a new one. */
  readonly version: number | null;
}

export function formPage(model: FormModel): Html {
  const { words, session, values, escalation } = model;
  const t = teachWords(words);
  const language = languageOf(values);
  return teachPage(
    model,
    t.formTitle,
    html`<p class="back">${
      escalation !== null
        ? html`<a href="/console/escalations/${encodeURIComponent(escalation)}">← ${t.backToQuestion}</a>`
        : html`<a href="/console/teach">← ${t.backToList}</a>`
    }</p>
<h1>${t.formTitle}</h1>
${model.problems.length > 0 && problems(model, t)}
${model.notice && html`<div class="alert" role="alert" id="problem" tabindex="-1"><p>${model.notice}</p></div>`}
<form class="teach" method="post" action="${model.action}">
  ${csrfField(session)}
  ${escalation !== null && html`<input type="hidden" name="escalation" value="${escalation}">`}
  ${model.version !== null && html`<input type="hidden" name="version" value="${model.version}">`}
  <p class="hint">${t.privacy}</p>
  ${line(model, t, 'ask', { hint: t.askHint, lang: language })}
  <p class="field"><label for="language">${t.language}</label>
    <select id="language" name="language">${languages.map(
      (each) =>
        html`<option value="${each}"${each === language && html` selected`}>${languageName(each, words.language)}</option>`,
    )}</select></p>
  <fieldset><legend>${t.kind}</legend>
    ${kind(values, 'addPhrasing', t.addPhrasing)}
    ${kind(values, 'newEntry', t.newEntry)}
  </fieldset>
  <section class="for-phrasing card" aria-labelledby="for-phrasing"><h2 id="for-phrasing">${t.addPhrasing}</h2>
    ${entries(model, t)}
    ${line(model, t, 'phrasing', { lang: language })}
  </section>
  <section class="for-entry card" aria-labelledby="for-entry"><h2 id="for-entry">${t.newEntry}</h2>
    ${line(model, t, 'question', { lang: language })}
    ${area(model, t, 'phrasings', t.phrasingsHint, 4, language)}
    ${area(model, t, 'answer', t.answerHint, 8, language)}
    <fieldset class="for-english"><legend>${t.english}</legend><p class="hint">${t.englishHint}</p>
      ${line(model, t, 'enQuestion', { lang: 'en' })}
      ${area(model, t, 'enPhrasings', t.phrasingsHint, 4, 'en')}
      ${area(model, t, 'enAnswer', t.answerHint, 8, 'en')}
    </fieldset>
    <fieldset><legend>${t.source}</legend>
      ${line(model, t, 'sourceTitle')}
      ${line(model, t, 'sourceUrl', { type: 'url' })}
      ${line(model, t, 'sourceDate')}
      ${line(model, t, 'asOf')}
      ${line(model, t, 'reviewBy', { type: 'date' })}
    </fieldset>
    <p class="field"><label for="topic">${t.topic}</label>
      <select id="topic" name="topic"${invalid(model, 'topic')}><option value="">${t.choose}</option>${topics.map(
        (each) => html`<option lang="en"${each === values.topic && html` selected`}>${each}</option>`,
      )}</select></p>
    ${line(model, t, 'id', { hint: t.idHint })}
  </section>
  <p class="buttons"><button class="primary">${t.try}</button> <span class="hint">${t.tryHint}</span></p>
</form>`,
  );
}

function problems({ problems: all }: FormModel, t: TeachTexts): Html {
  return html`<div class="alert" role="alert" id="problem" tabindex="-1"><h2>${t.problemsTitle}</h2>
  <ul>${all.map(
    ({ field, code }) => html`<li><a href="#${field}">${fill(t[code], { field: t[field] })}</a></li>`,
  )}</ul></div>`;
}

function invalid({ problems: all }: FormModel, field: FieldName): Html | false {
  return all.some((problem) => problem.field === field) && html` aria-invalid="true"`;
}

interface LineOptions {
  readonly hint?: string;
  readonly lang?: Language;
  readonly type?: 'text' | 'url' | 'date';
}

function line(model: FormModel, t: TeachTexts, field: FieldName, options: LineOptions = {}): Html {
  const { hint, lang, type = 'text' } = options;
  return html`<p class="field"><label for="${field}">${t[field]}</label>
    <input id="${field}" name="${field}" type="${type}" value="${model.values[field]}"${lang && html` lang="${lang}" dir="auto"`}${
      hint && html` aria-describedby="${field}-hint"`
    }${invalid(model, field)}>${hint && html`<span class="hint" id="${field}-hint">${hint}</span>`}</p>`;
}

function area(
  model: FormModel,
  t: TeachTexts,
  field: FieldName,
  hint: string,
  rows: number,
  lang: Language,
): Html {
  return html`<p class="field"><label for="${field}">${t[field]}</label>
    <textarea id="${field}" name="${field}" rows="${rows}" lang="${lang}" dir="auto" aria-describedby="${field}-hint"${invalid(model, field)}>
${model.values[field]}</textarea><span class="hint" id="${field}-hint">${hint}</span></p>`;
}

function kind(values: Values, value: 'addPhrasing' | 'newEntry', label: string): Html {
  return html`<p class="choice"><input type="radio" id="kind-${value}" name="kind" value="${value}"${
    values.kind === value && html` checked`
  }><label for="kind-${value}">${label}</label></p>`;
}

function entries(model: FormModel, t: TeachTexts): Html {
  const { near, found, words, values } = model;
  const list = (all: readonly Candidate[], group: string) =>
    all.map(({ id, question, language, confidence }) => {
      const name = `entry-${group}-${id}`;
      return html`<p class="choice"><input type="radio" id="${name}" name="entry" value="${id}"${
        values.entry === id && html` checked`
      }><label for="${name}"><span lang="${language}">${question}</span> <code>${id}</code>${
        confidence !== null && html` <span class="hint">${percent(confidence, words.language)}</span>`
      }</label></p>`;
    });
  return html`<fieldset id="entry"><legend>${t.entry}</legend>
    ${near.length > 0 && html`<h3>${t.near}</h3>${list(near, 'near')}`}
    ${found !== null && html`<h3>${t.found}</h3>${found.length > 0 ? list(found, 'found') : html`<p>${t.nothingFound}</p>`}`}
    <p class="field"><label for="search">${t.search}</label>
      <input id="search" name="search" type="search" value="${values.search}"></p>
    <p><button name="do" value="search">${t.searchButton}</button></p>
  </fieldset>`;
}
