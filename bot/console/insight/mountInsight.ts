// The routes of the figures: the page for curators, the files for administrators.
import type { Door } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { messagePage } from '../views/page.ts';
import { pageAnswer } from '../visit.ts';
import { exportFile, exportFormats } from './exportFiles.ts';
import { groupUnanswered } from './grouping.ts';
import { dayOf, type Period, readPeriod } from './period.ts';
import type { InsightOptions, KnowledgeChange } from './source.ts';
import { insightTexts } from './texts.ts';
import { insightPage } from './views/page.ts';
import { listedChanges } from './views/taught.ts';

/** Wordings of questions without an answer that are put into groups, those asked most first. */
const groupedWordings = 500;

export function mountInsight(door: Door, { insight, now }: ConsoleOptions): void {
  const { source, entryQuestion } = insight;

  door.staff(
    '/console/insight',
    async ({ words, session, query }) => {
      const choice = readPeriod(query, now());
      const { period } = choice;
      const counted = await source.counts(period);
      const unanswered = groupUnanswered(await source.unanswered(period, groupedWordings));
      const [judged, durations, changes] = await Promise.all([
        source.judged(period),
        source.durations(period),
        changesIn(period, insight),
      ]);
      const taught = new Set((changes ?? []).slice(0, listedChanges).map(({ entry }) => entry));
      const answers = await source.answers(period, [...taught]);
      const figures = { counted, unanswered, judged, durations, changes, answers, entryQuestion };
      return pageAnswer(choice.ok ? 200 : 400, insightPage({ words, session, choice, ...figures }));
    },
    'curator',
  );

  for (const format of exportFormats) {
    door.staff(
      `/console/insight/export.${format}`,
      async (visit) => {
        const { words, session, query } = visit;
        const choice = readPeriod(query, now());
        if (!choice.ok) {
          const t = insightTexts[words.language];
          return pageAnswer(400, messagePage({ words, session }, t.exportTitle, t.faults[choice.fault]));
        }
        const { period } = choice;
        await insight.audit?.('insight.export', `${period.from} to ${period.to}, ${format}`, visit);
        return exportFile(format, period, source.turns(period));
      },
      'administrator',
    );
  }
}

/** The latest first. */
async function changesIn(
  { from, to }: Period,
  { changes }: InsightOptions,
): Promise<readonly KnowledgeChange[] | null> {
  if (!changes) return null;
  const all = await changes();
  return all
    .filter(({ at }) => dayOf(at) >= from && dayOf(at) <= to)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}
