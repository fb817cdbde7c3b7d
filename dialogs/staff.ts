// How a reply of staff is shown to the visitor: it must be understood days later, on a page opened anew.
import type { Escalation, StaffReply } from './escalation/escalation.ts';
import { maxNameLength } from './escalation/rules.ts';
import type { TalkNotice } from './escalation/talkNotice.ts';
import { asPlainText, quotable } from './markdown.ts';
import { otherQuestionChoice, say } from './replies.ts';
import type { Reply } from './reply.ts';
import { texts } from './texts/index.ts';

/** What the bot says when staff take the conversation over, and when it is back. `name` is who took it. */
export function talkNotice({ language, reference }: Escalation, notice: TalkNotice, name: string): Reply {
  const words = texts[language];
  if (notice === 'takenOver')
    return say(language, words.takenOver(asPlainText(name, maxNameLength)), { escalation: reference });
  return say(language, words.handedBack, { escalation: reference, choices: [otherQuestionChoice(language)] });
}

/** A reply of staff, with the question it answers, its author's name and its reference. */
export function staffReply(escalation: Escalation, reply: StaffReply): Reply {
  const { language, reference } = escalation;
  const words = texts[language];
  if (escalation.staffOwns) {
    // They talk with each other: nobody repeats the question in every sentence.
    const author = { kind: 'staff', name: reply.by } as const;
    return say(language, reply.text.trim(), { kind: 'staff', author, escalation: reference });
  }
  const question = words.youAsked(quotable(escalation.question));
  return say(language, [question, reply.text.trim(), words.referenceLine(reference)].join('\n\n'), {
    kind: 'staff',
    author: { kind: 'staff', name: reply.by },
    escalation: reference,
    choices: [
      { label: words.buttons.addMore, action: { action: 'addDetails', escalation: reference } },
      otherQuestionChoice(language),
    ],
  });
}
