// How long visitors waited and how long the work took. It is about questions: nobody at the desk is measured.
import { fill, type Html, html } from '../../../html.ts';
import { duration } from '../../texts/texts.ts';
import { type Spread, spreadOf } from '../figures.ts';
import { rowBars } from '../rowBars.ts';
import { type InsightModel, numberOf, sentenceOf, textsOf } from './model.ts';
import { foldedTable } from './table.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Where one part of the picture ends and the next begins. */
const waitingBounds = [hour, 4 * hour, day, 3 * day, 7 * day];
const workingBounds = [5 * minute, 15 * minute, hour, 4 * hour, day];

export function timesSection(model: InsightModel): Html {
  const t = textsOf(model);
  const { waiting, working, statuses } = model.durations;
  const number = numberOf(model);
  const handed = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const standing = fill(t.standing, {
    count: number(handed),
    replied: number(waiting.length),
    waiting: number((statuses.open ?? 0) + (statuses.claimed ?? 0)),
  });
  return html`<section class="card" aria-labelledby="times"><h2 id="times">${t.timesTitle}</h2>
<p>${standing}</p>
<div class="pair">
${oneTime(model, 'waiting', t.waitingTitle, spreadOf(waiting, waitingBounds), waitingBounds)}
${oneTime(model, 'working', t.workingTitle, spreadOf(working, workingBounds), workingBounds)}
</div></section>`;
}

function oneTime(
  model: InsightModel,
  id: string,
  title: string,
  spread: Spread | null,
  bounds: readonly number[],
): Html {
  const t = textsOf(model);
  if (spread === null) return html`<div><h3>${title}</h3><p class="hint">${t.timesNone}</p></div>`;
  const number = numberOf(model);
  const { language } = model.words;
  const middle = fill(t.middle, {
    median: duration(spread.median, language),
    ninetieth: duration(spread.ninetieth, language),
  });
  const rows = spread.parts.map((count, index) => ({
    label: partName(model, bounds[index - 1], bounds[index]),
    count,
  }));
  return html`<div><h3>${title}</h3><p>${middle}</p>
${rowBars({
  id,
  title,
  description: rows.map(({ label, count }) => `${label}: ${number(count)}`).join('. '),
  inks: ['plain'],
  rows: rows.map(({ label, count }) => ({ label, parts: { plain: count }, note: number(count) })),
})}
${foldedTable(t.figures, {
  caption: title,
  head: [t.time, t.questions],
  rows: rows.map(({ label, count }) => [label, number(count)]),
})}</div>`;
}

function partName(model: InsightModel, from: number | undefined, to: number | undefined): string {
  const t = textsOf(model);
  const { language } = model.words;
  const sentence = from === undefined ? t.under : to === undefined ? t.over : t.between;
  return sentenceOf(sentence, {
    from: from === undefined ? '' : wholeUnits(from, language),
    to: to === undefined ? '' : wholeUnits(to, language),
  });
}

/** A bound is a whole number of hours or days, also where a duration would be told in the smaller unit. */
function wholeUnits(milliseconds: number, language: string): string {
  const [count, unit] =
    milliseconds < hour
      ? [milliseconds / minute, 'minute']
      : milliseconds < day
        ? [milliseconds / hour, 'hour']
        : [milliseconds / day, 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
