// How a reply of staff is shown to the visitor: it must be understood days later, on a page opened anew.
import type { Escalation, StaffReply } from './escalation/escalation.ts';
import { quotable } from './markdown.ts';
import { otherQuestionChoice, say } from './replies.ts';
import type { Reply } from './reply.ts';
import { texts } from './texts/index.ts';

/** A reply of staff, with the question it answers, its author's name and its reference. */
export function staffReply(escalation: Escalation, reply: StaffReply): Reply {
  const { language, reference } = escalation;
  const words = texts[language];
  const question = words.youAsked(quotable(escalation.question));
  return say(language, [question, reply.text.trim(), words.referenceLine(reference)].join('\n\n'), {
    kind: 'staff',
    author: { kind: 'staff', name: reply.by },
    escalation: reference,
    choices: [
      {
        label: words.buttons.replyHelped,
        action: { action: 'rateReply', escalation: reference, helped: true },
      },
      {
        label: words.buttons.replyDidNotHelp,
        action: { action: 'rateReply', escalation: reference, helped: false },
      },
      { label: words.buttons.addMore, action: { action: 'addDetails', escalation: reference } },
      otherQuestionChoice(language),
    ],
  });
}
