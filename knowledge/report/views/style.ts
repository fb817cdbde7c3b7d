// The report's look: that of the console. Calm, for light, dark, narrow screens and paper.
import { html } from './html.ts';

const colours = html`
:root {
  color-scheme: light dark;
  --ground: #f3f7f5; --paper: #ffffff; --sunken: #eaf1ee; --line: #d3dfda;
  --ink: #12302c; --soft: #4a625c; --accent: #0b5d57; --link: #0a5a78;
  --warn-ground: #fdf1dc; --warn: #7a4700; --danger: #a3261c; --danger-ground: #fbe9e6;
  --bar: #2e8576; --rival: #b3683a;
  --right: #2e8576; --asked-back: #93c9bb; --missed: #c9bfa6; --wrong: #b3482f;
  --heat1: #e1f0ea; --heat2: #bcded3; --heat3: #8cc7b7; --heat4: #5fae9f; --heat5: #0b5d57;
  --on-heat: #12302c; --on-heat4: #071f1c; --on-heat5: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1716; --paper: #142321; --sunken: #0f1c1a; --line: #29403b;
    --ink: #e6f1ed; --soft: #a6bdb6; --accent: #7bd5c3; --link: #8ccbe9;
    --warn-ground: #3a2a0d; --warn: #f6cd8a; --danger: #ff9d92; --danger-ground: #3d1b17;
    --bar: #5cc3b0; --rival: #e09a6c;
    --right: #5cc3b0; --asked-back: #2f7468; --missed: #7d755f; --wrong: #e2765c;
    --heat1: #17302c; --heat2: #1c4640; --heat3: #23635a; --heat4: #45a192; --heat5: #93e3d3;
    --on-heat: #e6f1ed; --on-heat4: #041412; --on-heat5: #06201c;
  }
}
`;

const frame = html`
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; max-width: 82rem; padding: clamp(1rem, 3vw, 2.5rem);
  background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; }
h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; }
h2 { font-size: 1.45rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { font-size: 1.05rem; margin: 2rem 0 0.6rem; }
code { font: 0.86em ui-monospace, 'SFMono-Regular', 'DejaVu Sans Mono', Consolas, monospace; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, .scrolling:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { top: 1rem; }
header { padding-bottom: 1.75rem; }
header p { color: var(--soft); }
.kicker { color: var(--accent); font-weight: 600; letter-spacing: 0.02em; padding-bottom: 0.25rem; }
nav ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 0.25rem; margin-left: -0.8rem; }
nav a { display: block; padding: 0.45rem 0.8rem; border-radius: 8px; color: inherit; text-decoration: none; line-height: 1.35; }
nav a:hover { background: var(--sunken); }
nav b { display: block; font-weight: 600; color: var(--accent); }
nav span { color: var(--soft); font-size: 0.87rem; }
main { display: grid; gap: 1.5rem; padding-top: 1.5rem; min-width: 0; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1.1rem, 3vw, 2rem); min-width: 0; }
.purpose { max-width: 46rem; color: var(--soft); padding: 0.5rem 0 1.4rem; }
h3:first-child, .purpose + h3 { margin-top: 0; }
.note { color: var(--soft); font-size: 0.92rem; max-width: 46rem; }
.note + .scrolling, .note + table, .note + details { margin-top: 1rem; }
footer { color: var(--soft); font-size: 0.9rem; padding-top: 1.5rem; }
@media (min-width: 68rem) {
  body { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: 2.5rem; align-items: start; }
  header, footer { grid-column: 2; }
  nav { grid-column: 1; grid-row: 2; position: sticky; top: 1.5rem; }
  nav ul { grid-template-columns: 1fr; }
  main { padding-top: 0; }
}
`;

const parts = html`
.tiles { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.75rem; padding-bottom: 1rem; }
.tiles.small { grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); }
.tile { background: var(--sunken); border-radius: 10px; padding: 0.8rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tile dd { font-size: 1.9rem; font-weight: 600; line-height: 1.15; letter-spacing: -0.02em; }
.tile dt { color: var(--soft); font-size: 0.9rem; line-height: 1.3; }
.tiles.small dd { font-size: 1.4rem; }
.tile.bad { background: var(--danger-ground); } .tile.bad dd, .tile.bad dt { color: var(--danger); }
.tile.mind { background: var(--warn-ground); } .tile.mind dd, .tile.mind dt { color: var(--warn); }
details { border-top: 1px solid var(--line); margin-top: 1rem; }
details + details { margin-top: 0; }
summary { padding: 0.7rem 0.25rem; font-weight: 600; color: var(--accent); cursor: pointer; }
.inside { padding: 0.25rem 0 1.25rem; }
.scrolling { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; overflow-wrap: break-word; }
table code { overflow-wrap: anywhere; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.6rem; }
th, td { padding: 0.4rem 0.6rem; text-align: right; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--soft); font-weight: 500; vertical-align: bottom; }
th:first-child, td:first-child, td.words, th.words, tbody th { text-align: left; }
tbody th { font-weight: 500; }
abbr { text-decoration: none; }
.coverage td { line-height: 1.25; text-align: center; } .coverage thead th:not(:first-child) { text-align: center; width: 13%; }
.coverage b { display: block; font-size: 1.05rem; } .coverage td span { color: var(--soft); font-size: 0.85rem; }
.coverage em { display: block; font-style: normal; font-size: 0.8rem; color: var(--soft); }
.coverage .gap { background: var(--warn-ground); } .coverage .gap span, .coverage .gap em { color: var(--warn); } .coverage .gap em { font-weight: 600; }
.plainly { min-width: 34rem; } .facts { min-width: 44rem; } .facts small, .due small { color: var(--soft); }
.facts th:not(:nth-child(4)), .facts td:nth-child(3) { text-align: left; } .facts td:first-child { white-space: nowrap; }
.plainly th.words { text-align: left; }
.plain, .said, .calls, .due, .sources { padding-left: 1.1rem; }
.plain { columns: 20rem auto; column-gap: 2rem; margin-top: 0.6rem; font-size: 0.95rem; }
.said li, .sources li { padding-bottom: 0.5rem; font-size: 0.92rem; }
.where code { color: var(--accent); } .where .file { color: var(--soft); font-size: 0.82rem; }
.tag { color: var(--soft); font-size: 0.82rem; border: 1px solid var(--line); border-radius: 4px; padding: 0 0.3rem; }
.figures { color: var(--soft); font-size: 0.87rem; display: block; }
q { quotes: '“' '”' '‘' '’'; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 27rem), 1fr)); gap: 0.8rem; }
.cards > li { border: 1px solid var(--line); border-radius: 10px; padding: 0.9rem 1.1rem; break-inside: avoid; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 0.8rem; font-weight: 600; line-height: 1.35; padding-bottom: 0.5rem; }
.pair .where { display: block; font-weight: 400; } .pair .or { color: var(--soft); font-weight: 400; }
.calls { padding-top: 0.5rem; font-size: 0.93rem; } .calls li { padding-bottom: 0.3rem; }
.rows { padding-left: 2.2rem; }
.rows > li { padding: 0.6rem 0 0.7rem 0.3rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
.rows > li::marker { color: var(--soft); font-size: 0.85rem; }
.wording { padding-bottom: 0.3rem; }
.outcome { font-size: 0.82rem; border-radius: 4px; padding: 0.05rem 0.4rem; background: var(--sunken); color: var(--soft); white-space: nowrap; }
.outcome.wrong { background: var(--danger-ground); color: var(--danger); }
.call { display: grid; grid-template-columns: 7rem 2.6rem minmax(0, 1fr); gap: 0.5rem; align-items: baseline; font-size: 0.9rem; color: var(--soft); }
.call b { font-weight: 600; color: var(--ink); } .call.none { display: block; }
.due li { padding-bottom: 0.35rem; } .due .day { display: inline-block; min-width: 14rem; }
.measured { padding-left: 1.8rem; font-size: 0.95rem; } .measured li { padding-bottom: 0.5rem; break-inside: avoid; }
.two, .multiples { display: grid; gap: 1rem 2rem; }
.two { grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.multiples { grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); margin: 1.5rem 0 0.5rem; }
figcaption { font-weight: 600; font-size: 0.93rem; }
`;

const pictures = html`
svg { display: block; }
svg text { font-family: inherit; fill: var(--ink); }
.chart { height: auto; } figure .chart { max-width: 100%; }
.chart .column { fill: var(--bar); } .chart .axis { stroke: var(--line); stroke-width: 1; }
.chart text { font-size: 12px; text-anchor: middle; } .chart .label { fill: var(--soft); }
.bar { width: 100%; height: 0.5rem; align-self: start; margin-top: 0.45rem; border-radius: 3px; }
.bar rect { fill: var(--bar); } .bar.rival rect { fill: var(--rival); } .bar rect.track { fill: var(--line); }
.stacked { width: 100%; height: 0.9rem; border-radius: 4px; overflow: hidden; }
.stacked .right { fill: var(--right); } .stacked .askedBack { fill: var(--asked-back); } .stacked .missed { fill: var(--missed); } .stacked .wrong { fill: var(--wrong); }
.key { display: inline-block; width: 0.7rem; height: 0.7rem; border-radius: 3px; margin-right: 0.35rem; }
.key.right { background: var(--right); } .key.askedBack { background: var(--asked-back); } .key.missed { background: var(--missed); } .key.wrong { background: var(--wrong); }
.outcomes .picture td { padding: 0.7rem 0 0.1rem; border: 0; } .outcomes tr:not(.picture) > * { padding-left: 0; }
.heatmap { min-width: 40rem; max-width: 100%; height: auto; margin: 0.8rem 0; }
.heatmap text { font-size: 13px; } .heatmap .name { white-space: pre; } .heatmap .head { text-anchor: middle; fill: var(--soft); }
.heatmap .heat { text-anchor: middle; font-size: 12px; fill: var(--on-heat); }
.heat0 { fill: var(--sunken); } .heat1 { fill: var(--heat1); } .heat2 { fill: var(--heat2); } .heat3 { fill: var(--heat3); } .heat4 { fill: var(--heat4); } .heat5 { fill: var(--heat5); }
.heatmap text.heat4 { fill: var(--on-heat4); } .heatmap text.heat5 { fill: var(--on-heat5); }
.heattable th { font-weight: 400; font-size: 0.85rem; } .heattable { width: auto; } .heattable thead th:not(:first-child) { min-width: 5rem; }
.heattable th:first-child { min-width: 11rem; }
td.heat1 { background: var(--heat1); } td.heat2 { background: var(--heat2); } td.heat3 { background: var(--heat3); }
td.heat4 { background: var(--heat4); color: var(--on-heat4); } td.heat5 { background: var(--heat5); color: var(--on-heat5); }
`;

const media = html`
@media (max-width: 34rem) {
  .coverage { font-size: 0.85rem; } .coverage th, .coverage td { padding: 0.35rem 0.2rem; }
  .outcomes { font-size: 0.82rem; } .outcomes th, .outcomes td { padding: 0.35rem 0.2rem; }
  .pair { grid-template-columns: minmax(0, 1fr); gap: 0.3rem; }
  .call { grid-template-columns: minmax(0, 1fr) 2.4rem; gap: 0 0.5rem; padding-bottom: 0.25rem; } .call > span { grid-column: 1 / -1; }
  .rows { padding-left: 1.7rem; }
  .tiles, .tiles.small { grid-template-columns: 1fr 1fr; }
  section { padding: 1.1rem 0.9rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --paper: #ffffff; --sunken: #f3f6f5; --line: #cfd9d5;
    --ink: #000000; --soft: #3c4d49; --accent: #0b5d57; --link: #0a5a78;
    --warn-ground: #fdf1dc; --warn: #7a4700; --danger: #a3261c; --danger-ground: #fbe9e6;
    --bar: #2e8576; --rival: #b3683a; --right: #2e8576; --asked-back: #93c9bb; --missed: #c9bfa6; --wrong: #b3482f;
    --heat1: #e1f0ea; --heat2: #bcded3; --heat3: #8cc7b7; --heat4: #5fae9f; --heat5: #0b5d57;
    --on-heat: #12302c; --on-heat4: #071f1c; --on-heat5: #ffffff;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { display: block; max-width: none; padding: 0; }
  html { font-size: 8.5pt; }
  .chart { max-width: 100%; }
  /* The picture has the same figures, and fits the paper. */
  details:has(.heattable) { display: none; }
  nav, .skip { display: none; }
  section { border: 0; padding: 0 0 1.5rem; border-radius: 0; }
  h2, h3, summary { break-after: avoid; }
  tr, figure, .heatmap { break-inside: avoid; }
  .scrolling { overflow: visible; } .heatmap, .plainly, .facts { min-width: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
}
`;

export const style = html`${colours}${frame}${parts}${pictures}${media}`;
