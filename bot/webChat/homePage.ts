// The page at /: what one can ask, a box to ask it in, and how answers come about. Made on the server in five languages.
import { type Language, languageNames, languages, parseLanguage } from '../../knowledge/index.ts';
import { type Html, html } from '../html.ts';
import { preferredLanguage } from '../http/acceptLanguage.ts';
import type { Asset } from './assets.ts';
import { homeTexts } from './homeTexts.ts';

/**
 * Picks the page's language: the one asked for in the address, else the browser's first that we have, else English.
 * @param wish the value of ?lang=
 * @param accepted the header Accept-Language
 */
export function chooseHomeLanguage(wish: string | null, accepted: string | undefined): Language {
  return parseLanguage(wish) ?? preferredLanguage(accepted) ?? 'en';
}

/** Prepares the page; each language is made once. */
export function createHomePage(version: string, privacyUrl: string | null): (language: Language) => Asset {
  const pages = new Map<Language, Asset>();
  return (language) => {
    const page = pages.get(language) ?? {
      type: 'text/html; charset=utf-8',
      body: Buffer.from(unbroken(renderHome(language, version, privacyUrl).toString())),
    };
    pages.set(language, page);
    return page;
  };
}

/** Keeps French "?" on the line of its word: the space before it must not break. Nothing but sentences has such spaces. */
function unbroken(page: string): string {
  return page.replace(/ (?=[?!:;])/gu, '\u202f');
}

function renderHome(language: Language, version: string, privacyUrl: string | null): Html {
  const texts = homeTexts[language];
  const files = `/webchat/${version}`;
  const picker = languages.map((id) => {
    const current = id === language && html` aria-current="true"`;
    return html`<li><a href="/?lang=${id}" lang="${id}" hreflang="${id}"${current}>${languageNames[id]}</a></li>`;
  });
  const examples = texts.examples.map(
    (question) => html`<li><button type="button" data-question>${question}</button></li>`,
  );
  const how = texts.how.map(({ heading, text }) => html`<li><h3>${heading}</h3><p>${text}</p></li>`);
  const privacy = privacyUrl && html` data-privacy="${privacyUrl}"`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${texts.name}</title>
<meta name="description" content="${texts.description}">
<link rel="icon" href="${files}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${files}/home.css">
<script src="/embed.js" defer data-language="${language}"${privacy}></script>
<script src="${files}/home.js" type="module"></script>
</head>
<body>
<header>
<a class="skip" href="#question">${texts.skip}</a>
<p class="name"><img src="${files}/icon.svg" alt="" width="32" height="32">${texts.name}</p>
<nav aria-label="${texts.languages}"><ul>${picker}</ul></nav>
</header>
<main>
<section class="ask">
<h1>${texts.heading}</h1>
<p class="lead">${texts.lead}</p>
<form>
<label for="question">${texts.label}</label>
<div class="box">
<textarea id="question" rows="2" maxlength="4000" placeholder="${texts.placeholder}" enterkeyhint="send"></textarea>
<button type="submit">${texts.ask}</button>
</div>
</form>
<p class="hint">${texts.automatic} <a href="#how">${texts.howHeading}</a></p>
<noscript><p class="noscript">${texts.noScript}</p></noscript>
<h2 class="small">${texts.examplesHeading}</h2>
<ul class="examples">${examples}</ul>
</section>
<section class="how" id="how">
<h2>${texts.howHeading}</h2>
<ol>${how}</ol>
</section>
</main>
<footer><p>${texts.privacy}</p></footer>
</body>
</html>
`;
}
