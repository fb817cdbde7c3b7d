// The page on which text modules are written, and the list of them beside a reply.
import { type Language, languages } from '../../../knowledge/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { replyLimit } from '../limits.ts';
import type { StaffSession } from '../staffSessions.ts';
import { languageName, type Words } from '../texts/texts.ts';
import { csrfField, page } from '../views/page.ts';
import { keywordLimit, type TextModule } from './textModules.ts';
import { textModuleTexts } from './texts.ts';

/** What somebody typed and could not be saved. */
export interface TextModuleInput {
  /** The one that was to be changed; null for a new one. */
  readonly id: string | null;
  readonly keyword: string;
  readonly language: string;
  readonly text: string;
}

export interface TextModulesModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly modules: readonly TextModule[];
  readonly done: 'saved' | 'removed' | null;
  readonly problem: 'taken' | 'stale' | 'unfit' | null;
  /** Kept when there is a problem. */
  readonly input: TextModuleInput | null;
}

export function textModulesPage(model: TextModulesModel): Html {
  const { words, session, modules, done, problem, input } = model;
  const t = textModuleTexts[words.language];
  // What was to be changed and is gone goes on as a new one.
  const isNew = input !== null && !modules.some(({ id }) => id === input.id);
  return page(
    { words, session, part: 'textModules' },
    t.title,
    html`<h1>${t.title}</h1>
<p>${t.lead}</p>
${done && html`<p class="flash" role="status">${t[done]}</p>`}
${problem && html`<div class="alert" role="alert"><p>${t[problem]}</p></div>`}
${modules.length === 0 ? html`<p>${t.none}</p>` : html`<ul class="modules">${modules.map((each) => item(model, each))}</ul>`}
<section class="card" aria-labelledby="add"><h2 id="add">${t.addTitle}</h2>
${form(model, null, isNew ? input : null)}
</section>`,
  );
}

function item(model: TextModulesModel, module: TextModule): Html {
  const { words, session, input } = model;
  const t = textModuleTexts[words.language];
  const kept = input?.id === module.id ? input : null;
  return html`<li class="card">
  <h2><code>/${module.keyword}</code> · ${languageName(module.language, words.language)}</h2>
  <p lang="${module.language}" dir="auto" class="said-text">${module.text}</p>
  <p class="hint">${fill(t.changed, { name: module.changedBy })}</p>
  <details class="more"${kept && html` open`}><summary>${t.edit}</summary>
    ${form(model, module, kept)}
    <form method="post" action="/console/text-modules/remove">${csrfField(session)}${identity(module)}<button class="danger">${t.remove}</button></form>
  </details>
</li>`;
}

function form(
  { words, session }: TextModulesModel,
  module: TextModule | null,
  kept: TextModuleInput | null,
): Html {
  const t = textModuleTexts[words.language];
  const name = module?.id ?? 'new';
  const value = kept ?? module ?? { keyword: '', language: words.language, text: '' };
  return html`<form class="stack" method="post" action="/console/text-modules/${module ? 'change' : 'add'}">
  ${csrfField(session)}${module && identity(module)}
  <label for="keyword-${name}">${t.keyword}</label>
  <input id="keyword-${name}" name="keyword" value="${value.keyword}" required maxlength="${keywordLimit}" autocapitalize="none"
    autocomplete="off" spellcheck="false" aria-describedby="keyword-hint-${name}">
  <p class="hint" id="keyword-hint-${name}">${t.keywordHint}</p>
  <label for="language-${name}">${t.language}</label>
  <select id="language-${name}" name="language">${languages.map((language) => option(language, value.language, words.language))}</select>
  <label for="text-${name}">${t.text}</label>
  <textarea id="text-${name}" name="text" rows="5" required maxlength="${replyLimit}" dir="auto" aria-describedby="text-hint-${name}">
${value.text}</textarea>
  <p class="hint" id="text-hint-${name}">${t.textHint}</p>
  <button class="primary">${module ? t.save : t.add}</button>
</form>`;
}

function option(language: Language, chosen: string, reader: Language): Html {
  return html`<option value="${language}"${language === chosen && html` selected`}>${languageName(language, reader)}</option>`;
}

function identity({ id, version }: TextModule): Html {
  return html`<input type="hidden" name="id" value="${id}"><input type="hidden" name="version" value="${version}">`;
}

/** The list beside a reply, those in the visitor's language first; the script makes its buttons work. */
export function moduleList(
  modules: readonly TextModule[],
  visitors: Language,
  slots: Readonly<Record<'reference' | 'me', string>>,
  words: Words,
): Html {
  const t = textModuleTexts[words.language];
  const sorted = [
    ...modules.filter(({ language }) => language === visitors),
    ...modules.filter(({ language }) => language !== visitors),
  ];
  return html`<details class="more modules-beside"><summary>${t.open}</summary>
  <div class="modules-search" hidden><label for="modules-find">${t.search}</label><input id="modules-find" type="search" autocomplete="off"></div>
  ${modules.length === 0 && html`<p>${t.none}</p>`}
  <ul class="modules">${sorted.map(
    ({ keyword, language, text }) => html`<li data-keyword="${keyword}" data-language="${language}">
    <p><b><code>/${keyword}</code></b> · ${languageName(language, words.language)} <button class="quiet" type="button" hidden>${t.insert}</button></p>
    <p lang="${language}" dir="auto" class="said-text">${filled(text, slots)}</p></li>`,
  )}</ul>
  <p><a href="/console/text-modules">${t.manage}</a></p>
</details>`;
}

function filled(text: string, slots: Readonly<Record<'reference' | 'me', string>>): string {
  return text.replaceAll('{reference}', slots.reference).replaceAll('{me}', slots.me);
}
