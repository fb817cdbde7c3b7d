// The address a visitor left. Staff are told what becomes of it; where the service sends no mail, they get a link that begins one.

import { fill, type Html, html } from '../../html.ts';
import { markdownText } from '../../render/markdownText.ts';
import { deliveryTexts } from '../deliveries/texts.ts';
import type { EscalationModel } from './escalation.ts';

/** Characters of a link that mail programs on all systems take; some cut longer ones off. */
const longestLink = 2000;

/** An address as a link; where there is little room it is broken after its "@". */
export function mailLink(address: string, href = mailto(address)): Html {
  const domain = address.lastIndexOf('@') + 1;
  return html`<a href="${href}">${address.slice(0, domain)}<wbr>${address.slice(domain)}</a>`;
}

/** What staff must know about mail before and after they reply; nothing when no address was left. */
export function mailNote({ escalation, words, reach }: EscalationModel): Html | null {
  const { t, language } = words;
  const { email, reply, reference, status } = escalation;
  if (email === null) return null;
  const waits = status === 'open' || status === 'claimed';
  if (reach.byMail) {
    const { mailWillGo, mailGoes } = deliveryTexts[language];
    if (!waits && reply === null) return null;
    return html`<p class="hint">${fill(waits ? mailWillGo : mailGoes, { address: mailLink(email) })}</p>`;
  }
  if (waits) {
    return html`<p class="hint">${fill(t.mailLeft, { address: mailLink(email) })}</p>`;
  }
  if (reply === null) return null;
  const subject = `ICLEI: ${reference}`;
  const whole = mailto(email, { subject, body: markdownText(reply.text, 'staff') });
  const fits = whole.length <= longestLink;
  const address = mailLink(email, fits ? whole : mailto(email, { subject }));
  return html`<p class="hint">${fill(fits ? t.mailAfter : t.mailCopy, { address })}</p>`;
}

function mailto(address: string, fields: Readonly<Record<string, string>> = {}): string {
  const query = Object.entries(fields).map(
    // A mail's lines end with both characters (RFC 6068).
    ([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`,
  );
  const to = encodeURIComponent(address).replace('%40', '@');
  return `mailto:${to}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
