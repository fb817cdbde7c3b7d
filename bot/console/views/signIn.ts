// The pages before one is signed in.
import { type Html, html } from '../../html.ts';
import { signInTexts } from '../oidc/texts.ts';
import { organisationLink } from '../oidc/views.ts';
import { nameLimit } from '../people.ts';
import type { Words } from '../texts/texts.ts';
import { messagePage, page } from './page.ts';

/**
 * The form that uses up a link.
 * @param problem what was wrong with the name entered before, if anything
 */
export function signInForm(words: Words, token: string, name: string, problem: string | null): Html {
  const { t } = words;
  return page(
    { words, session: null },
    t.signInTitle,
    html`<section class="card narrow">
  <h1>${t.signInTitle}</h1>
  <p>${t.signInLead}</p>
  <form class="stack" method="post" action="/console/sign-in">
    <input type="hidden" name="token" value="${token}">
    <label for="name">${t.nameLabel}</label>
    ${problem && html`<p class="problem" id="name-problem" role="alert">${problem}</p>`}
    <input id="name" name="name" value="${name}" required maxlength="${nameLimit}" autocomplete="name" autofocus
      aria-describedby="${problem && 'name-problem '}name-hint"${problem && html` aria-invalid="true"`}>
    <p class="hint" id="name-hint">${t.nameHint}</p>
    <button class="primary">${t.signInButton}</button>
  </form>
</section>`,
  );
}

/** How one may get in here. */
export interface SignInWays {
  /** With the organisation's account. */
  readonly organisation: boolean;
  /** With a one-time link. */
  readonly links: boolean;
}

/** Says how to get in. `lead` tells what happened: signed out, link used; without it the page just explains. */
export function howToSignIn(
  words: Words,
  ways: SignInWays,
  heading?: string,
  lead?: string,
  more?: Html,
): Html {
  const { t } = words;
  const own = signInTexts[words.language];
  const byLink = html`<ul class="steps"><li>${t.howToTerminal}</li><li>${t.howToOpen}</li></ul>`;
  if (!ways.organisation) {
    return messagePage(
      { words, session: null },
      heading ?? t.howToTitle,
      lead ?? t.howToLead,
      html`${more}${byLink}`,
    );
  }
  return messagePage(
    { words, session: null },
    heading ?? t.signInTitle,
    lead ?? t.signInLead,
    html`${more}${organisationLink(words)}
  ${ways.links && html`<details class="more"><summary>${own.orByLink}</summary><p>${t.howToLead}</p>${byLink}</details>`}`,
  );
}

/** For a text that was typed while the session ended: nothing typed is lost. */
export function keptText(words: Words, text: string): Html {
  return html`<label for="kept">${words.t.keepText}</label><textarea id="kept" readonly rows="8">${text}</textarea>`;
}
