// Pages of signing in with an organisation's account.
import { type Html, html } from '../../html.ts';
import type { Words } from '../texts/texts.ts';
import { messagePage } from '../views/page.ts';
import { type SignInTexts, signInTexts } from './texts.ts';

export const beginPath = '/console/sign-in/organisation';
export const signOutPath = '/console/sign-out/organisation';

/** What may come of it instead of a session. */
export type Outcome = 'startAgain' | 'denied' | 'refused' | 'down' | 'noRole' | 'tooManyGroups';

const sentences: Readonly<Record<Outcome, readonly [keyof SignInTexts, keyof SignInTexts]>> = {
  startAgain: ['startAgainTitle', 'startAgainLead'],
  denied: ['deniedTitle', 'deniedLead'],
  refused: ['refusedTitle', 'refusedLead'],
  down: ['downTitle', 'downLead'],
  noRole: ['noRoleTitle', 'noRoleLead'],
  tooManyGroups: ['tooManyGroupsTitle', 'tooManyGroupsLead'],
};

/** Would another account fare better? */
export function isPersonal(outcome: Outcome): boolean {
  return outcome === 'noRole' || outcome === 'tooManyGroups' || outcome === 'denied';
}

/** @param canSignOut whether the provider can be left, to come with another account */
export function outcomePage(words: Words, outcome: Outcome, canSignOut: boolean): Html {
  const texts = signInTexts[words.language];
  const [title, lead] = sentences[outcome];
  return messagePage(
    { words, session: null },
    texts[title],
    texts[lead],
    html`${outcome === 'tooManyGroups' && html`<p>${texts.tooManyGroupsOperator}</p>`}
  ${(!isPersonal(outcome) || outcome === 'denied') && organisationLink(words)}
  ${canSignOut && signOutLink(words)}`,
  );
}

export function organisationLink({ language }: Words): Html {
  return html`<link rel="stylesheet" href="/console/assets/people.css">
  <p><a class="button" href="${beginPath}">${signInTexts[language].organisationButton}</a></p>`;
}

function signOutLink({ language }: Words): Html {
  return html`<p><a href="${signOutPath}">${signInTexts[language].otherAccount}</a></p>`;
}

/** Signed out here; the provider is next. */
export function signedOutPage(words: Words): Html {
  const texts = signInTexts[words.language];
  return messagePage(
    { words, session: null },
    texts.signedOutTitle,
    texts.signedOutLead,
    html`<p><a href="${signOutPath}">${texts.signOutThere}</a></p>`,
  );
}

export function deactivatedPage(words: Words): Html {
  const texts = signInTexts[words.language];
  return messagePage({ words, session: null }, texts.deactivatedTitle, texts.deactivatedLead);
}
