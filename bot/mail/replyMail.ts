// A reply of staff as a mail to the address the visitor left. What the visitor wrote is not in it: whoever mistyped, or gave
// somebody else's address, must not be able to send words of theirs to a stranger (reliability S15).
import { type Escalation, mailTexts, type StaffReply } from '../../dialogs/index.ts';
import { markdown } from '../console/views/markdown.ts';
import { html } from '../html.ts';
import { markdownText } from '../render/markdownText.ts';
import type { Mail } from './smtpMailer.ts';

/**
 * @param id of the delivery
 * @param link where the chat can be opened
 * @param answersAreRead whether somebody reads what is sent back
 * @returns null when the visitor left no address
 */
export function replyMail(
  escalation: Escalation,
  reply: StaffReply,
  {
    id,
    link,
    answersAreRead,
  }: { readonly id: string; readonly link: string; readonly answersAreRead: boolean },
): Mail | null {
  const { email, language, reference } = escalation;
  if (email === null) return null;
  const words = mailTexts(language);
  const lead = words.lead(reply.by, reference);
  const text = reply.text.trim();
  const back = answersAreRead ? words.read : words.unread;
  const why = words.why(reference);
  const goOn = escalation.conversation.channel === 'directline' ? words.goOn : words.askMore;
  return {
    id,
    to: email,
    subject: words.subject(reference),
    language,
    text: [words.greeting, lead, markdownText(text, 'staff'), `${goOn}\n${link}`, back, `-- \n${why}\n`].join(
      '\n\n',
    ),
    html: html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.subject(reference)}</title></head>
<body>
<p>${words.greeting}</p>
<p>${lead}</p>
<blockquote>${markdown(text, 'staff')}</blockquote>
<p>${goOn}<br><a href="${link}">${link}</a></p>
<p>${back}</p>
<hr>
<p><small>${why}</small></p>
</body></html>
`.toString(),
  };
}
