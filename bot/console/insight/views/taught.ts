// What was taught in the period, and whether it is asked for since; the picture of days marks when.
import { type Html, html } from '../../../html.ts';
import { dateAndTime } from '../../views/time.ts';
import { answersAround } from '../figures.ts';
import { dayOf } from '../period.ts';
import { entryName, type InsightModel, textsOf } from './model.ts';
import { dataTable } from './table.ts';

/** The latest are read; the picture marks all. */
export const listedChanges = 30;

/** Nothing at all where nobody can tell what was taught. */
export function taughtSection(model: InsightModel): Html | null {
  const { changes, answers, words } = model;
  if (changes === null) return null;
  const t = textsOf(model);
  const kinds: ReadonlyMap<string, string> = new Map(Object.entries(t.taughtKinds));
  const number = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
  const aDay = (count: number | null) => (count === null ? '–' : number.format(count));
  return html`<section class="card" aria-labelledby="taught"><h2 id="taught">${t.taughtTitle}</h2>
${
  changes.length === 0
    ? html`<p>${t.taughtNone}</p>`
    : html`<p class="hint">${t.taughtLead}</p>${dataTable({
        caption: t.taughtTitle,
        numbers: false,
        head: [t.day, t.taughtKind, t.answer, t.taughtBefore, t.taughtSince],
        rows: changes.slice(0, listedChanges).map(({ at, kind, entry }) => {
          const { before, since } = answersAround(answers, model.choice.period, { day: dayOf(at), entry });
          return [
            dateAndTime(at, words),
            kinds.get(kind) ?? kind,
            entryName(model, entry),
            aDay(before),
            aDay(since),
          ];
        }),
      })}`
}</section>`;
}
