// The whole page: one file, no script, nothing loaded from elsewhere.
import type { Report } from '../report.ts';
import { answersSection } from './answersView.ts';
import { coverageSection } from './coverageView.ts';
import { factsSection } from './factsView.ts';
import { figuresSection } from './figuresView.ts';
import { html } from './html.ts';
import { overlapSection } from './overlapView.ts';
import { reviewsSection } from './reviewsView.ts';
import { renderSection } from './section.ts';
import { style } from './style.ts';
import { weakestSection } from './weakestView.ts';
import { longDay } from './words.ts';

/** @returns the report as an HTML document */
export function renderReport(report: Report): string {
  const sections = [
    figuresSection,
    coverageSection,
    overlapSection,
    weakestSection,
    reviewsSection,
    answersSection,
    factsSection,
  ].map((make) => make(report));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Knowledge report, ${longDay(report.today)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#figures">Skip to the report</a>
<header>
<p class="kicker">ICLEI question bot</p>
<h1>Knowledge report</h1>
<p>${longDay(report.today)}, for the knowledge <code>${report.version}</code></p>
</header>
<nav aria-label="Contents">
<ul>
${sections.map(
  ({ id, title, state }) => html`<li><a href="#${id}"><b>${title}</b> <span>${state}</span></a></li>
`,
)}</ul>
</nav>
<main>
${sections.map(renderSection)}</main>
<footer><p>Made by <code>npm run knowledge:report</code>. How to change the knowledge: knowledge/README.md.</p></footer>
</body>
</html>
`.toString();
}
