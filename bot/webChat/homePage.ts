// The page at /: what one can ask, a box to ask it in, and how answers come about. Made on the server in five languages.
import { type Language, languageNames, languages, parseLanguage } from '../../knowledge/index.ts';
import type { Asset } from './assets.ts';
import { homeTexts } from './homeTexts.ts';

/**
 * Picks the page's language: the one asked for in the address, else the browser's first that we have, else English.
 * @param wish the value of ?lang=
 * @param accepted the header Accept-Language
 */
export function chooseHomeLanguage(wish: string | null, accepted: string | undefined): Language {
  const asked = parseLanguage(wish);
  if (asked) return asked;
  const offers = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((offer) => {
      const [tag, ...parameters] = offer.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/u.exec(parameter)?.[1]).find(Boolean);
      return { language: parseLanguage(tag), quality: Number(quality ?? 1) };
    })
    .filter((offer) => offer.quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return offers.find((offer) => offer.language)?.language ?? 'en';
}

/** Prepares the page; each language is made once. */
export function createHomePage(version: string, privacyUrl: string | null): (language: Language) => Asset {
  const pages = new Map<Language, Asset>();
  return (language) => {
    const page = pages.get(language) ?? {
      type: 'text/html; charset=utf-8',
      body: Buffer.from(renderHome(language, version, privacyUrl)),
    };
    pages.set(language, page);
    return page;
  };
}

/** Also keeps French "?" on the line of its word: the space before it must not break. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`).replace(/ (?=[?!:;])/gu, '\u202f');
}

function renderHome(language: Language, version: string, privacyUrl: string | null): string {
  const texts = homeTexts[language];
  const files = `/webchat/${version}`;
  const picker = languages
    .map((id) => {
      const current = id === language ? ' aria-current="true"' : '';
      return `<li><a href="/?lang=${id}" lang="${id}" hreflang="${id}"${current}>${languageNames[id]}</a></li>`;
    })
    .join('');
  const examples = texts.examples
    .map((question) => `<li><button type="button" data-question>${escapeHtml(question)}</button></li>`)
    .join('');
  const how = texts.how
    .map(({ heading, text }) => `<li><h3>${escapeHtml(heading)}</h3><p>${escapeHtml(text)}</p></li>`)
    .join('');
  const privacy = privacyUrl ? ` data-privacy="${escapeHtml(privacyUrl)}"` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(texts.name)}</title>
<meta name="description" content="${escapeHtml(texts.description)}">
<link rel="icon" href="${files}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${files}/home.css">
<script src="/embed.js" defer data-language="${language}"${privacy}></script>
<script src="${files}/home.js" type="module"></script>
</head>
<body>
<header>
<a class="skip" href="#question">${escapeHtml(texts.skip)}</a>
<p class="name"><img src="${files}/icon.svg" alt="" width="32" height="32">${escapeHtml(texts.name)}</p>
<nav aria-label="${escapeHtml(texts.languages)}"><ul>${picker}</ul></nav>
</header>
<main>
<section class="ask">
<h1>${escapeHtml(texts.heading)}</h1>
<p class="lead">${escapeHtml(texts.lead)}</p>
<form>
<label for="question">${escapeHtml(texts.label)}</label>
<div class="box">
<textarea id="question" rows="2" maxlength="4000" placeholder="${escapeHtml(texts.placeholder)}" enterkeyhint="send"></textarea>
<button type="submit">${escapeHtml(texts.ask)}</button>
</div>
</form>
<p class="hint">${escapeHtml(texts.automatic)} <a href="#how">${escapeHtml(texts.howHeading)}</a></p>
<noscript><p class="noscript">${escapeHtml(texts.noScript)}</p></noscript>
<h2 class="small">${escapeHtml(texts.examplesHeading)}</h2>
<ul class="examples">${examples}</ul>
</section>
<section class="how" id="how">
<h2>${escapeHtml(texts.howHeading)}</h2>
<ol>${how}</ol>
</section>
</main>
<footer><p>${escapeHtml(texts.privacy)}</p></footer>
</body>
</html>
`;
}
