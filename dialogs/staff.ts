// How the visitor is shown what staff did: it must be understood days later, on a page opened anew.
import type { NoticeKind } from './escalation/delivery.ts';
import type { Escalation, StaffReply } from './escalation/escalation.ts';
import { asPlainText, quotable } from './markdown.ts';
import { otherQuestionChoice, say } from './replies.ts';
import type { Reply } from './reply.ts';
import { texts } from './texts/index.ts';
import { noticeTexts } from './texts/notices.ts';

/** A reply of staff, with the question it answers, its author's name and its reference. */
export function staffReply(escalation: Escalation, reply: StaffReply): Reply {
  const { language, reference } = escalation;
  const words = texts[language];
  return say(language, aboutQuestion(escalation, reply.text.trim()), {
    kind: 'staff',
    author: { kind: 'staff', name: reply.by },
    escalation: reference,
    choices: [
      { label: words.buttons.addMore, action: { action: 'addDetails', escalation: reference } },
      otherQuestionChoice(language),
    ],
  });
}

/** Characters of a name in a sentence: as many as the console takes. */
const longestName = 60;

/** Tells that staff took a question, or closed it. The bot says so: the words are its own. */
export function staffNotice(escalation: Escalation, kind: NoticeKind, by: string): Reply {
  const { language, reference } = escalation;
  const words = noticeTexts[language];
  const name = asPlainText(by, longestName);
  const closed = escalation.reply === null ? words.closedUnanswered : words.closedAnswered;
  const sentence = kind === 'claimed' ? words.claimed(name) : closed(name);
  return say(language, aboutQuestion(escalation, sentence), {
    escalation: reference,
    choices: kind === 'closed' ? [otherQuestionChoice(language)] : [],
  });
}

function aboutQuestion({ language, question, reference }: Escalation, text: string): string {
  const words = texts[language];
  return [words.youAsked(quotable(question)), text, words.referenceLine(reference)].join('\n\n');
}
