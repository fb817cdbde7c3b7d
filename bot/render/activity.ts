// A reply as a Bot Framework activity: text that any client can show, buttons, and the neutral reply for our own widget.
import { ActionTypes, type Activity, ActivityTypes, type CardAction, CardFactory } from 'botbuilder';
import { labels, type Reply } from '../../dialogs/index.ts';
import { renderMarkdown } from './plainText.ts';

/** What our widget reads from channelData.reply: the reply, its sources' dates as people write them, and the sentences around it. */
export interface WebReply extends Reply {
  readonly labels: {
    readonly author: string;
    readonly sources: string;
    readonly dates: string | null;
    readonly feedbackQuestion: string;
    readonly helpful: string;
    readonly notHelpful: string;
  };
}

/** @param channelId Teams shows buttons on a card; other channels as suggested actions */
export function renderActivity(reply: Reply, channelId: string): Partial<Activity> {
  const buttons = buttonsOf(reply);
  const activity: Partial<Activity> = {
    type: ActivityTypes.Message,
    text: renderMarkdown(reply),
    textFormat: 'markdown',
    locale: reply.language,
    inputHint: 'acceptingInput',
  };
  if (channelId === 'msteams') {
    return buttons.length === 0
      ? activity
      : { ...activity, attachments: [CardFactory.heroCard('', [], buttons)] };
  }
  const suggested = buttons.length === 0 ? {} : { suggestedActions: { to: [], actions: buttons } };
  return { ...activity, ...suggested, channelData: { reply: webReply(reply) } };
}

function webReply(reply: Reply): WebReply {
  const words = labels(reply.language);
  return {
    ...reply,
    sources: reply.sources.map((source) => ({ ...source, date: words.date(source.date) })),
    labels: {
      author: reply.author.kind === 'staff' ? words.staffName(reply.author.name) : words.automaticAnswer,
      sources: words.sources,
      dates: reply.dates && words.dates(reply.dates.asOf, reply.dates.checkedOn),
      feedbackQuestion: words.wasThisHelpful,
      helpful: words.yes,
      notHelpful: words.no,
    },
  };
}

function buttonsOf(reply: Reply): CardAction[] {
  const words = labels(reply.language);
  const choices = reply.choices.map((choice) => ({ label: choice.label, value: choice.action }));
  const feedback = reply.feedback;
  const thumbs =
    feedback === null
      ? []
      : [true, false].map((helpful) => ({
          label: helpful ? words.yes : words.no,
          value: { action: 'feedback' as const, ...feedback, helpful },
        }));
  return [...choices, ...thumbs].map(({ label, value }) => ({
    type: ActionTypes.MessageBack,
    title: label,
    text: label,
    displayText: label,
    value,
  }));
}
