// The page of people: who may do what, since when nobody saw them, and how to send somebody away.
import { fill, type Html, html } from '../../html.ts';
import { type Grant, type ListedPerson, linkIssuer } from '../people.ts';
import { type Role, roles } from '../roles.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, type Words } from '../texts/texts.ts';
import { csrfField, page } from '../views/page.ts';
import { dateAndTime, locale } from '../views/time.ts';
import { peopleTexts } from './texts.ts';

export type PeopleDone = 'roles' | 'sessions' | 'deactivate' | 'activate';

export interface PeopleModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly people: readonly ListedPerson[];
  /** What was just done, and to whom. */
  readonly done: { readonly what: PeopleDone; readonly name: string } | null;
  /** Why something was not done. */
  readonly problem: string | null;
}

export function peoplePage(model: PeopleModel): Html {
  const { words, done, problem, people } = model;
  const t = peopleTexts[words.language];
  return page(
    { ...model, part: 'people' },
    t.title,
    html`<link rel="stylesheet" href="/console/assets/people.css">
<h1>${t.title}</h1>
<p>${t.lead}</p>
${problem && html`<div class="alert" role="alert"><p>${problem}</p></div>`}
${done && html`<p class="flash" role="status">${fill(t[`${done.what}Done`], { name: done.name })}</p>`}
<ul class="people">${people.map((person) => row(model, person))}</ul>`,
  );
}

function row(model: PeopleModel, person: ListedPerson): Html {
  const { words, session } = model;
  const t = peopleTexts[words.language];
  const own = person.id === session.personId;
  const facts: readonly (readonly [string, Html])[] = [
    [t.roles, rolesOf(person, words)],
    [t.signsIn, html`${person.issuer === linkIssuer ? t.byLink : t.byProvider}`],
    ...(person.email === null ? [] : [[t.email, html`${person.email}`] as const]),
    [t.seen, dateAndTime(person.seenAt, words)],
    [t.sessions, html`${count(person.openSessions, words.language)}`],
  ];
  return html`<li class="card" id="p-${person.id}">
  <h2>${person.name} ${own && html`<span class="badge">${t.you}</span>`}
    ${!person.active && html`<span class="badge open">${t.inactive}</span>`}</h2>
  <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  ${person.issuer === linkIssuer && person.active && rolesForm(model, person)}
  <div class="buttons">
    ${person.openSessions > 0 && form(model, person, 'end-sessions', html`<button>${hiddenName(t.endSessions, person)}</button>`)}
    ${!person.active && form(model, person, 'activate', html`<button>${hiddenName(t.activate, person)}</button>`)}
    ${person.active && !own && deactivate(model, person)}
  </div>
</li>`;
}

/** Buttons that say the same are told apart by whom they are about. */
function hiddenName(label: string, { name }: ListedPerson): Html {
  return html`${label}<span class="hidden">: ${name}</span>`;
}

function rolesOf({ roles: held, grants, issuer }: ListedPerson, words: Words): Html {
  const t = peopleTexts[words.language];
  if (held.length === 0) return html`${t.noRoles}`;
  if (issuer === linkIssuer) return html`${listed(held, words)}`;
  return html`${grants.map((grant) => html`<p>${fromGroup(grant, words)}</p>`)}<p class="hint">${t.setThere}</p>`;
}

function fromGroup({ group, roles: given }: Grant, words: Words): Html {
  return fill(peopleTexts[words.language].fromGroup, { roles: listed(given, words), group });
}

function listed(held: readonly Role[], { language }: Words): string {
  const t = peopleTexts[language];
  const names = roles.filter((role) => held.includes(role)).map((role) => t[`${role}Short`]);
  return new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(names);
}

function rolesForm(model: PeopleModel, person: ListedPerson): Html {
  const t = peopleTexts[model.words.language];
  return form(
    model,
    person,
    'roles',
    html`<fieldset><legend class="hidden">${t.roles}: ${person.name}</legend>
    ${roles.map(
      (role) =>
        html`<label class="check"><input type="checkbox" name="${role}" value="1"${
          person.roles.includes(role) && html` checked`
        }> ${t[`${role}Short`]}: ${t[role]}</label>`,
    )}</fieldset><button>${hiddenName(t.saveRoles, person)}</button>`,
  );
}

// A second, deliberate step without any script: the button is inside a closed <details>.
function deactivate(model: PeopleModel, person: ListedPerson): Html {
  const t = peopleTexts[model.words.language];
  return html`<details class="more close"><summary>${hiddenName(t.deactivateOpen, person)}</summary>
  ${form(
    model,
    person,
    'deactivate',
    html`<p>${fill(t.deactivateSure, { name: person.name })}</p><button class="danger">${t.deactivate}</button>`,
  )}</details>`;
}

function form({ session }: PeopleModel, { id }: ListedPerson, action: string, content: Html): Html {
  return html`<form class="stack" method="post" action="/console/people/${encodeURIComponent(id)}/${action}">
    ${csrfField(session)}${content}</form>`;
}
