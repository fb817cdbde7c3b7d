// The page about personal data: search, what is kept, export and erasure, the rules of forgetting, the record.
import type { AuditEntry } from '../../audit.ts';
import { fill, type Html, html } from '../../html.ts';
import type { FoundVisitor } from '../../privacy/personalData.ts';
import { type Retention, retentionRules } from '../../privacy/retention.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, type Words } from '../texts/texts.ts';
import { csrfField, page } from '../views/page.ts';
import { dateAndTime } from '../views/time.ts';
import { type PrivacyTexts, privacyTexts } from './texts.ts';

export type PrivacyNotice = 'erased' | 'stillThere' | 'notConfirmed' | 'changed';

export interface PrivacyModel {
  readonly words: Words;
  readonly session: StaffSession;
  /** What was searched for; empty when nothing was. */
  readonly term: string;
  readonly found: readonly FoundVisitor[];
  /** Stands for what is shown: erasing is refused when it has changed. */
  readonly expected: string;
  readonly notice: PrivacyNotice | null;
  readonly retention: Retention;
  readonly record: readonly AuditEntry[];
}

export function privacyPage(model: PrivacyModel): Html {
  const { words, session, term, found, notice } = model;
  const t = privacyTexts[words.language];
  return page(
    { words, session, part: 'privacy' },
    t.title,
    html`<h1>${t.title}</h1>
<p>${t.lead}</p>
${notice && noticeLine(notice, t)}
<section class="card">
  <form method="post" action="/console/privacy/find" role="search">
    ${csrfField(session)}
    <label for="find">${t.findLabel}</label>
    <input id="find" name="find" type="search" value="${term}" required maxlength="500" autocomplete="off" spellcheck="false">
    <button class="primary">${t.find}</button>
  </form>
</section>
${term !== '' && (found.length === 0 ? html`<p role="status">${fill(t.nothingFound, { term })}</p>` : holdings(model, t))}
<section class="card" aria-labelledby="retention">
  <h2 id="retention">${t.retentionTitle}</h2>
  <table>
    <thead><tr><th scope="col">${t.rule}</th><th scope="col">${t.when}</th></tr></thead>
    <tbody>${retentionRules.map((rule) => html`<tr><td>${ruleName(rule, t)}</td><td>${fill(t.after, { days: count(model.retention[rule], words.language) })}</td></tr>`)}</tbody>
  </table>
</section>
<section class="card" aria-labelledby="record">
  <h2 id="record">${t.auditTitle}</h2>
  ${model.record.length === 0 ? html`<p>${t.auditEmpty}</p>` : record(model, t)}
</section>`,
  );
}

function noticeLine(notice: PrivacyNotice, t: PrivacyTexts): Html {
  const refused = notice === 'notConfirmed' || notice === 'changed';
  const text = fill(t[notice], { word: t.eraseWord });
  return refused
    ? html`<p class="problem" role="alert">${text}</p>`
    : html`<p class="flash" role="status">${text}</p>`;
}

function holdings(model: PrivacyModel, t: PrivacyTexts): Html {
  const { words, session, term, found } = model;
  const number = (value: number) => count(value, words.language);
  return html`<section class="card" aria-labelledby="found">
  <h2 id="found">${t.foundTitle}</h2>
  ${found.length > 1 && html`<p>${fill(t.foundLead, { count: number(found.length), term })}</p>`}
  <div class="wide" role="group" tabindex="0" aria-labelledby="found"><table>
    <thead><tr>${[t.visitor, t.channel, t.conversations, t.messages, t.questions, t.addresses, t.firstSeen, t.lastSeen].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${found.map(
      ({
        visitorId,
        channel,
        holdings: { conversations, messages, questions, addresses },
        firstSeen,
        lastSeen,
      }) => html`<tr>
      <th scope="row"><code>${visitorId}</code></th><td>${channel}</td>
      <td>${number(conversations)}</td><td>${number(messages)}</td><td>${number(questions)}</td><td>${number(addresses)}</td>
      <td>${firstSeen && dateAndTime(firstSeen, words)}</td><td>${lastSeen && dateAndTime(lastSeen, words)}</td></tr>`,
    )}</tbody>
  </table></div>
  <form method="post" action="/console/privacy/export">
    ${csrfField(session)}<input type="hidden" name="find" value="${term}">
    <p class="hint">${t.exportHint}</p>
    <button>${t.export}</button>
  </form>
  <h3>${t.eraseTitle}</h3>
  <form method="post" action="/console/privacy/erase">
    ${csrfField(session)}<input type="hidden" name="find" value="${term}"><input type="hidden" name="expected" value="${model.expected}">
    <p>${t.eraseLead}</p>
    <label for="word">${fill(t.eraseLabel, { word: html`<strong>${t.eraseWord}</strong>` })}</label>
    <input id="word" name="word" required autocomplete="off" spellcheck="false">
    <button class="danger">${t.erase}</button>
  </form>
</section>`;
}

function record({ words, record: lines }: PrivacyModel, t: PrivacyTexts): Html {
  return html`<div class="wide" role="group" tabindex="0" aria-labelledby="record"><table>
    <thead><tr>${[t.at, t.actor, t.action, t.subject].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${lines.map(
      ({ at, actor, action, subject }) =>
        html`<tr><td>${dateAndTime(at, words)}</td><td>${actor ?? t.service}</td><td>${t[action]}</td><td><code>${subject}</code></td></tr>`,
    )}</tbody>
  </table></div>`;
}

function ruleName(rule: keyof Retention, t: PrivacyTexts): string {
  if (rule === 'questions') return t.questionsRule;
  return rule === 'addresses' ? t.addressesRule : t[rule];
}
