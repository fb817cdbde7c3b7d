// What became of the messages: by day or week, by language and by channel.
import { turnOutcomes } from '../../../../dialogs/index.ts';
import { parseLanguage } from '../../../../knowledge/index.ts';
import { type Html, html } from '../../../html.ts';
import { languageName, percent } from '../../texts/texts.ts';
import {
  type Bar,
  barsOf,
  outcomeSums,
  questions,
  type Series,
  type Sums,
  seriesNames,
  sumsBy,
  sumsOf,
  total,
} from '../figures.ts';
import { legend } from '../pattern.ts';
import { dayOf, writtenDay } from '../period.ts';
import { rowBars } from '../rowBars.ts';
import { stackedBars } from '../stackedBars.ts';
import { type InsightModel, numberOf, sentenceOf, textsOf } from './model.ts';
import { dataTable, foldedTable } from './table.ts';

export function messageSections(model: InsightModel): Html {
  const sums = sumsOf(model.counted);
  if (total(sums) === 0) return html`<section class="card empty"><p>${textsOf(model).none}</p></section>`;
  return html`${became(model, sums)}${overTime(model)}
${byName(model, 'language')}${byName(model, 'channel')}`;
}

function became(model: InsightModel, sums: Sums): Html {
  const t = textsOf(model);
  const number = numberOf(model);
  const { language } = model.words;
  const all = questions(sums);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : percent(part / whole, language));
  const outcomes = outcomeSums(model.counted);
  return html`<section class="card" aria-labelledby="became"><h2 id="became">${t.becameTitle}</h2>
<dl class="tiles"><div><dt>${t.questions}</dt><dd>${number(all)}</dd></div>
${seriesNames
  .filter((name) => name !== 'talk')
  .map(
    (name) =>
      html`<div><dt>${t.series[name]}</dt><dd>${share(sums[name], all)} <span class="hint">${number(sums[name])}</span></dd></div>`,
  )}
<div><dt>${t.series.talk}</dt><dd>${number(sums.talk)}</dd></div></dl>
${foldedTable(t.figures, {
  caption: t.becameTitle,
  head: [t.outcome, t.count, t.share],
  rows: turnOutcomes.map((outcome) => {
    const part = outcomes.get(outcome) ?? 0;
    return [t.outcomes[outcome], number(part), share(part, total(sums))];
  }),
})}</section>`;
}

function overTime(model: InsightModel): Html {
  const t = textsOf(model);
  const number = numberOf(model);
  const { language } = model.words;
  const bars = barsOf(model.counted, model.choice.period);
  const weekly = bars.some(({ from, to }) => from !== to);
  const title = weekly ? t.perWeekTitle : t.perDayTitle;
  const taughtOn = (model.changes ?? []).map(({ at }) => dayOf(at));
  const marked = ({ from, to }: Bar) => taughtOn.some((day) => day >= from && day <= to);
  const named = bars.map((bar) => ({
    ...bar,
    label: writtenDay(bar.from, language, 'short'),
    marked: marked(bar),
  }));
  const mark = html`<li><svg class="swatch" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true"><path class="taught" d="M5 2h10l-5 10z"></path></svg>${t.taughtMark}</li>`;
  return html`<section class="card" aria-labelledby="over-time"><h2 id="over-time">${title}</h2>
<div class="scroll" role="group" tabindex="0" aria-label="${title}">${stackedBars({
    id: 'days',
    title,
    description: described(
      t.barsDescription,
      named.map((bar) => ({ name: bar.label, sums: bar.sums })),
      number,
    ),
    inks: seriesNames,
    bars: named.map(({ label, sums, marked: isMarked }) => ({ label, parts: sums, marked: isMarked })),
    number,
  })}</div>
${seriesLegend(
  'days',
  t.series,
  named.some((bar) => bar.marked),
  mark,
)}
${foldedTable(t.figures, {
  caption: title,
  head: [weekly ? t.week : t.day, ...seriesNames.map((name) => t.series[name]), t.all],
  rows: named.map(({ from, sums, marked: isMarked }) => [
    html`${writtenDay(from, language, 'medium')}${isMarked && html` <span class="hint">${t.taughtMark}</span>`}`,
    ...sumCells(sums, number),
  ]),
})}</section>`;
}

function byName(model: InsightModel, key: 'language' | 'channel'): Html {
  const t = textsOf(model);
  const number = numberOf(model);
  const id = `${key}s`;
  const title = key === 'language' ? t.languageTitle : t.channelTitle;
  const groups = sumsBy(model.counted, key).map(({ name, sums }) => ({
    name: key === 'language' ? languageOf(name, model) : channelOf(name, model),
    sums,
  }));
  return html`<section class="card" aria-labelledby="by-${key}"><h2 id="by-${key}">${title}</h2>
<div class="beside"><div>${rowBars({
    id,
    title,
    description: described(t.rowsDescription, groups, number),
    inks: seriesNames,
    rows: groups.map(({ name, sums }) => ({ label: name, parts: sums, note: number(total(sums)) })),
  })}
${seriesLegend(id, t.series, false, null)}</div>
${dataTable({
  caption: title,
  head: [t[key], ...seriesNames.map((name) => t.series[name]), t.all],
  rows: groups.map(({ name, sums }) => [
    html`<span class="initial">${name}</span>`,
    ...sumCells(sums, number),
  ]),
})}</div></section>`;
}

function sumCells(sums: Sums, number: (value: number) => string): string[] {
  return [...seriesNames.map((name) => number(sums[name])), number(total(sums))];
}

function described(
  sentence: string,
  bars: readonly { readonly name: string; readonly sums: Sums }[],
  number: (value: number) => string,
): string {
  const [most] = [...bars].sort((a, b) => total(b.sums) - total(a.sums));
  const all = bars.reduce((sum, bar) => sum + total(bar.sums), 0);
  return sentenceOf(sentence, {
    count: number(all),
    label: most?.name ?? '',
    most: number(most ? total(most.sums) : 0),
  });
}

function seriesLegend(
  picture: string,
  names: Readonly<Record<Series, string>>,
  hasMarks: boolean,
  mark: Html | null,
): Html {
  const parts = seriesNames.map((ink) => ({ ink, name: names[ink] }));
  return legend(picture, parts, hasMarks && mark !== null && mark);
}

function languageOf(name: string, { words }: InsightModel): string {
  const language = parseLanguage(name);
  const written = language === null ? name : languageName(language, words.language);
  return written.slice(0, 1).toLocaleUpperCase(words.language) + written.slice(1);
}

function channelOf(channel: string, { words: { t } }: InsightModel): string {
  if (channel === 'directline' || channel === 'webchat') return t.channelWeb;
  return channel === 'msteams' ? t.channelTeams : channel;
}
