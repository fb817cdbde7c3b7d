// One escalation: what was asked, what happened, and the reply.
import { type DeskPlan, type Escalation, type EscalationEvent, knownQueue } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { UnsettledDelivery } from '../deliveries/deliveries.ts';
import { unsettledSection } from '../deliveries/views.ts';
import { type Group, groupSection } from '../group/views.ts';
import type { TranscriptLine } from '../options.ts';
import type { StaffSession } from '../staffSessions.ts';
import { teachLink } from '../teach/views/teachLink.ts';
import type { TextModule } from '../textModules/textModules.ts';
import { languageName, type Words } from '../texts/texts.ts';
import { visitorTexts } from '../visitor/texts.ts';
import { deskSection } from './desk.ts';
import { dueWords, labelList, priorityBadge, priorityNames } from './due.ts';
import { type Done, flash } from './flash.ts';
import { historySection } from './history.ts';
import { mailLink } from './mail.ts';
import { notesSection } from './notes.ts';
import { page } from './page.ts';
import { replySection } from './reply.ts';
import { groupOf, statusBadge } from './status.ts';
import { dateAndTime } from './time.ts';
import { transcriptSection } from './transcript.ts';
import { triedSection } from './tried.ts';

export interface EscalationModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly escalation: Escalation;
  readonly transcript: readonly TranscriptLine[];
  readonly history: readonly EscalationEvent[];
  /** Others who ask the same. */
  readonly group: Group;
  readonly unsettled: readonly UnsettledDelivery[];
  readonly reach: {
    /** Whether replies go to the visitor's address, too. */
    readonly byMail: boolean;
    /** When the visitor had our web chat open last; null if never, or not known. */
    readonly lastSeen: Date | null;
  };
  /** What staff came here from. */
  readonly done: Done | null;
  /** Why something was not done. */
  /** Texts to put into the reply. */
  readonly modules: readonly TextModule[];
  readonly problem: Html | null;
  /** What staff had typed when it was not done; '' otherwise. */
  readonly draft: string;
  /** Milliseconds for which a reply can be taken back before it goes out. */
  readonly undoMs: number;
  /** The same of a note. */
  readonly noteDraft: string;
  readonly plan: DeskPlan;
  /** Colleagues, by the names they sign in with. */
  readonly people: readonly string[];
  readonly now: Date;
}

export function escalationPage(model: EscalationModel): Html {
  const { words, escalation } = model;
  const { t } = words;
  const group = groupOf(escalation);
  return page(
    model,
    escalation.reference,
    html`<p class="back"><a href="/console${group !== 'waiting' && `?status=${group}`}">← ${t.backToQueue}</a></p>
<div data-live="heading">
  <p class="meta">${statusBadge(escalation.status, words)} ${priorityBadge(escalation, words)} ${dueWords(escalation, model.now, words)}
  ${snoozed(model)} <span class="reference">${escalation.reference}</span> ${labelList(escalation, words)}</p>
  <h1 class="question" lang="${escalation.language}" dir="auto">${escalation.question}</h1>
  ${model.history.some(({ kind }) => kind === 'editQuestion') && html`<p class="hint">${visitorTexts[words.language].changed}</p>`}
  ${escalation.details.length > 0 && details(model)}
</div>
${model.problem && html`<div class="alert" role="alert" id="problem" tabindex="-1">${model.problem}</div>`}
<div data-live="notice" role="status">${flash(model)}</div>
<div data-live="deliveries">${unsettledSection(model)}</div>
<div class="columns">
  <div class="work">
    <div data-live="group">${groupSection(model)}</div>
    ${transcriptSection(model)}
    ${notesSection(model)}
    ${replySection(model)}
    ${deskSection(model)}
    <div data-live="teach">${teachLink(model)}</div>
  </div>
  <div class="aside" data-live="aside">
    ${facts(model)}
    ${triedSection(escalation.tried, words)}
    ${historySection(model)}
  </div>
</div>`,
  );
}

function snoozed({ escalation: { snoozedUntil }, words }: EscalationModel): Html | null {
  return (
    snoozedUntil &&
    html`<span>${fill(words.t.snoozedTill, { time: dateAndTime(snoozedUntil, words) })}</span>`
  );
}

function details({ escalation, words }: EscalationModel): Html {
  return html`<section class="details" aria-labelledby="details"><h2 id="details">${words.t.addedLater}</h2>
  <ul>${escalation.details.map(
    (text) => html`<li class="plain" lang="${escalation.language}" dir="auto">${text}</li>`,
  )}</ul></section>`;
}

function facts({ escalation, words, plan }: EscalationModel): Html {
  const { t } = words;
  const facts: readonly (readonly [string, Html])[] = [
    [t.reference, html`<span class="reference">${escalation.reference}</span>`],
    [t.status, html`${t[escalation.status]}`],
    [t.language, html`<span class="initial">${languageName(escalation.language, words.language)}</span>`],
    [t.asked, dateAndTime(escalation.at, words)],
    [t.channel, html`${channelName(escalation.conversation.channel, words)}`],
    [
      t.email,
      escalation.email === null ? html`<span class="hint">${t.emailNone}</span>` : mailLink(escalation.email),
    ],
    [t.workedOnBy, html`${escalation.claimedBy ?? t.nobody}`],
    [t.priority, html`${t[priorityNames[escalation.priority]]}`],
    [t.due, html`${escalation.dueAt ? dateAndTime(escalation.dueAt, words) : t.dueNothing}`],
    [t.queueName, html`${knownQueue(plan, escalation.queue).name}`],
  ];
  return html`<section class="card" aria-label="${t.reference}"><dl class="facts">
  ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl></section>`;
}

function channelName(channel: string, { t }: Words): string {
  if (channel === 'directline' || channel === 'webchat') return t.channelWeb;
  return channel === 'msteams' ? t.channelTeams : channel;
}
