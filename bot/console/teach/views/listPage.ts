// All that was taught: what waits, what is served besides the files, and what they have.
import type { Teaching } from '../../../../dialogs/index.ts';
import type { Standing } from '../../../../knowledge/index.ts';
import { fill, type Html, html } from '../../../html.ts';
import type { StaffSession } from '../../staffSessions.ts';
import { count, type Words } from '../../texts/texts.ts';
import { dateAndTime } from '../../views/time.ts';
import { type TeachTexts, teachWords } from '../texts.ts';
import { teachPage } from './frame.ts';
import { stateBadge, what } from './teachingPage.ts';

export interface ListModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly teachings: readonly Teaching[];
  readonly standings: readonly Standing[];
}

export function listPage(model: ListModel): Html {
  const { words, teachings, standings } = model;
  const t = teachWords(words);
  const kindOf = new Map(standings.map(({ id, kind }) => [id, kind]));
  const drafts = teachings.filter(({ state }) => state === 'draft');
  const served = teachings.filter(({ state }) => state === 'published' || state === 'exported');
  const inFiles = served.filter(({ id }) => kindOf.get(id) === 'contained');
  const besides = served.filter(({ id }) => kindOf.get(id) !== 'contained');
  const leftOut = standings.filter(({ kind }) => kind === 'leftOut').length;
  const number = (value: number) => ({ count: count(value, words.language) });
  return teachPage(
    model,
    t.listTitle,
    html`<h1>${t.listTitle}</h1>
<p><a href="/console/teach/new">${t.teachNew}</a></p>
<div class="work" data-live="teachings">
${leftOut > 0 && html`<p class="alert">${fill(t.leftOutCount, number(leftOut))}</p>`}
${besides.length > 0 && html`<p class="flash">${fill(t.notInFilesCount, number(besides.length))}</p>`}
${teachings.length === 0 && html`<p>${t.empty}</p>`}
${section(
  model,
  t,
  'second',
  t.waitingSecond,
  drafts.filter(({ sentAt }) => sentAt !== null),
)}
${section(
  model,
  t,
  'drafts',
  t.drafts,
  drafts.filter(({ sentAt }) => sentAt === null),
)}
${section(model, t, 'besides', t.notInFiles, besides)}
${section(model, t, 'files', t.inFiles, inFiles)}
</div>`,
  );
}

function section(
  { words, standings }: ListModel,
  t: TeachTexts,
  name: string,
  title: string,
  teachings: readonly Teaching[],
): Html | false {
  return (
    teachings.length > 0 &&
    html`<section aria-labelledby="${name}"><h2 id="${name}">${title} <span class="count">${count(teachings.length, words.language)}</span></h2>
  <ul class="queue">${teachings.map((teaching) => {
    const { id, change, author, updatedAt } = teaching;
    const standing = standings.find((each) => each.id === id);
    return html`<li class="row ${teaching.state === 'draft' ? 'open' : 'claimed'}">
    <h3><a id="t-${id}" href="/console/teach/${encodeURIComponent(id)}" lang="${change.language}" dir="auto">${change.ask}</a></h3>
    <p>${what(teaching, t)}</p>
    <p class="meta">${stateBadge(teaching, t)} <span>${fill(t.by, { name: author })}</span> ${dateAndTime(updatedAt, words)}</p>
    ${standing?.kind === 'leftOut' && html`<p class="problem">${t.leftOut} <span lang="en">${standing.reason}</span></p>`}
  </li>`;
  })}</ul></section>`
  );
}
