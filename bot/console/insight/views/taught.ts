// What was taught in the period; the picture of days marks when.
import { type Html, html } from '../../../html.ts';
import { dateAndTime } from '../../views/time.ts';
import { entryName, type InsightModel, textsOf } from './model.ts';
import { dataTable } from './table.ts';

/** The latest are read; the picture marks all. */
const shownChanges = 30;

/** Nothing at all where nobody can tell what was taught. */
export function taughtSection(model: InsightModel): Html | null {
  const { changes, words } = model;
  if (changes === null) return null;
  const t = textsOf(model);
  const kinds: ReadonlyMap<string, string> = new Map(Object.entries(t.taughtKinds));
  return html`<section class="card" aria-labelledby="taught"><h2 id="taught">${t.taughtTitle}</h2>
${
  changes.length === 0
    ? html`<p>${t.taughtNone}</p>`
    : dataTable({
        caption: t.taughtTitle,
        numbers: false,
        head: [t.day, t.taughtTitle, t.answer],
        rows: changes
          .slice(0, shownChanges)
          .map(({ at, kind, entry }) => [
            dateAndTime(at, words),
            kinds.get(kind) ?? kind,
            entryName(model, entry),
          ]),
      })
}</section>`;
}
