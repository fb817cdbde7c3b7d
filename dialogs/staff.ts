// How the visitor is shown what staff did: it must be understood days later, on a page opened anew.
import type { NoticeKind } from './escalation/delivery.ts';
import type { Escalation, StaffReply } from './escalation/escalation.ts';
import { maxNameLength } from './escalation/rules.ts';
import { asPlainText, quotable } from './markdown.ts';
import { otherQuestionChoice, say } from './replies.ts';
import type { Reply } from './reply.ts';
import { texts } from './texts/index.ts';
import { noticeTexts } from './texts/notices.ts';

/** A reply of staff, with the question it answers, its author's name and its reference. */
export function staffReply(escalation: Escalation, reply: StaffReply): Reply {
  const { language, reference } = escalation;
  const words = texts[language];
  const author = { kind: 'staff', name: reply.by } as const;
  // They talk with each other: nobody repeats the question in every sentence.
  if (escalation.staffOwns)
    return say(language, reply.text.trim(), { kind: 'staff', author, escalation: reference });
  return say(language, aboutQuestion(escalation, reply.text.trim()), {
    kind: 'staff',
    author,
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

/**
 * Tells that staff took a question, closed it, talk with the visitor themselves, or gave the conversation back. The bot says so: the
 * words are its own.
 * @param by who did it
 */
export function staffNotice(escalation: Escalation, kind: NoticeKind, by: string): Reply {
  const { language, reference } = escalation;
  const words = noticeTexts[language];
  const name = asPlainText(by, maxNameLength);
  const choices = [otherQuestionChoice(language)];
  switch (kind) {
    case 'takenOver':
      return say(language, texts[language].takenOver(name), { escalation: reference });
    case 'handedBack':
      return say(language, texts[language].handedBack, { escalation: reference, choices });
    case 'claimed':
      return say(language, aboutQuestion(escalation, words.claimed(name)), { escalation: reference });
    case 'closed': {
      const closed = escalation.reply === null ? words.closedUnanswered : words.closedAnswered;
      return say(language, aboutQuestion(escalation, closed(name)), { escalation: reference, choices });
    }
  }
}

function aboutQuestion({ language, question, reference }: Escalation, text: string): string {
  const words = texts[language];
  return [words.youAsked(quotable(question)), text, words.referenceLine(reference)].join('\n\n');
}
