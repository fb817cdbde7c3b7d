// The frame around every page of the console.
import { type Html, html } from '../../html.ts';
import { shortcutSheet } from '../shortcuts/views.ts';
import type { StaffSession } from '../staffSessions.ts';
import type { Words } from '../texts/texts.ts';
import { parts } from './parts.ts';

export interface Frame {
  readonly words: Words;
  /** Null on pages that need no sign-in. */
  readonly session: StaffSession | null;
  /** Which part of the console the page belongs to; the queue if nothing is said. */
  readonly part?: string;
}

/**
 * A whole page.
 * @param title what the browser's tab says before the product's name
 * @param main the content, with the page's h1
 */
export function page(frame: Frame, title: string, main: Html): Html {
  const { words, session } = frame;
  const { t } = words;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${t.product}</title>
<link rel="icon" href="/console/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/console/assets/console.css">
${session && html`<script type="module" src="/console/assets/console.ts"></script>`}
</head>
<body>
<a class="skip" href="#main">${t.skip}</a>
<header class="top">
  <a class="brand" href="/console"><span class="mark" aria-hidden="true"></span>${t.product}</a>
  ${session && nav(frame, session)}
  ${session && account(frame, session)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
${session && html`<footer class="foot"><p>${t.footer}</p><p id="connection" role="status" data-lost="${t.notConnected}" data-ended="${t.expiredTitle}"></p>${shortcutSheet(words)}</footer>`}
</body>
</html>
`;
}

/** One part of the console, if there is more than the queue for somebody. */
function nav({ words, part = 'queue' }: Frame, session: StaffSession): Html | false {
  const theirs = parts.filter(({ role }) => session.roles.includes(role));
  if (theirs.length < 2) return false;
  return html`<nav class="parts" aria-label="${words.t.parts}"><ul>
    ${theirs.map(
      ({ name, path, title }) =>
        html`<li><a href="${path}"${name === part && html` aria-current="page"`}>${title(words)}</a></li>`,
    )}
  </ul></nav>`;
}

function account({ words: { t } }: Frame, session: StaffSession): Html {
  return html`<form class="account" method="post" action="/console/sign-out">
    ${csrfField(session)}
    <span class="who"><span class="hidden">${t.signedInAs.replace('{name}', '')}</span>${session.name}</span>
    <button class="quiet">${t.signOut}</button>
  </form>`;
}

/** Stands in every form of a signed-in page. */
export function csrfField(session: StaffSession): Html {
  return html`<input type="hidden" name="csrf" value="${session.csrf}">`;
}

/** A page that says one thing kindly: not found, not allowed, signed out. */
export function messagePage(frame: Frame, title: string, lead: string | Html, more?: Html): Html {
  return page(
    frame,
    title,
    html`<section class="card narrow"><h1>${title}</h1><p>${lead}</p>${more}</section>`,
  );
}
