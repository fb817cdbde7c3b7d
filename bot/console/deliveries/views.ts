// Replies that staff must look at, on the question's page and above the queue.
import { fill, type Html, html } from '../../html.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, type Words } from '../texts/texts.ts';
import { markdown } from '../views/markdown.ts';
import { csrfField } from '../views/page.ts';
import { dateAndTime } from '../views/time.ts';
import type { QuestionToLookAt, UnsettledDelivery } from './deliveries.ts';
import { deliveryTexts } from './texts.ts';

export interface UnsettledModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly escalation: { readonly id: string };
  readonly unsettled: readonly UnsettledDelivery[];
}

/** An alert for each: what is known, and what may be done. */
export function unsettledSection(model: UnsettledModel): Html {
  return html`${model.unsettled.map((delivery) => alert(model, delivery))}`;
}

function alert({ words, session, escalation }: UnsettledModel, delivery: UnsettledDelivery): Html {
  const t = deliveryTexts[words.language];
  const { id, status, route, reply, note } = delivery;
  const uncertain = status === 'uncertain';
  const form = (action: 'resend' | 'delivered', label: string) => html`<form method="post"
    action="/console/escalations/${encodeURIComponent(escalation.id)}/deliveries/${encodeURIComponent(id)}/${action}">
    ${csrfField(session)}<button id="${action}-${id}">${label}</button></form>`;
  return html`<section class="alert unsettled" aria-labelledby="delivery-${id}">
  <h2 id="delivery-${id}">${uncertain ? t.uncertainTitle : t.failedTitle} (${route === 'mail' ? t.byMail : t.inChat})</h2>
  <p>${uncertain ? t.uncertainLead : t.failedLead}</p>
  ${note !== null && html`<p class="hint" lang="en">${note}</p>`}
  <article class="said staff"><p class="by"><b>${reply.by}</b> ${dateAndTime(reply.at, words)}</p>
  <div class="text" dir="auto">${markdown(reply.text, 'staff')}</div></article>
  <div class="buttons">${form('resend', uncertain ? t.sendAgain : t.tryAgain)}${form('delivered', t.markDelivered)}</div>
</section>`;
}

/** Questions named above the queue at most. */
const mostNamed = 5;

/** One line above the queue, with the way there; nothing when all is well. */
export function lookAtLine(words: Words, questions: readonly QuestionToLookAt[]): Html | null {
  if (questions.length === 0) return null;
  const t = deliveryTexts[words.language];
  const replies = questions.reduce((sum, question) => sum + question.replies, 0);
  const links = questions
    .slice(0, mostNamed)
    .map(
      ({ escalationId, reference }) =>
        html` <a class="reference" href="/console/escalations/${encodeURIComponent(escalationId)}">${reference}</a>`,
    );
  const left = questions.length - mostNamed;
  return html`<p class="alert">${
    replies === 1 ? t.lookAtOne : fill(t.lookAtMany, { count: count(replies, words.language) })
  }${links}${left > 0 && html` ${fill(t.more, { count: count(left, words.language) })}`}</p>`;
}
