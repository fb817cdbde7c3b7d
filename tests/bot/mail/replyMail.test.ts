import { describe, expect, test } from '@jest/globals';
import { replyMail } from '../../../bot/mail/replyMail.ts';
import type { Escalation } from '../../../dialogs/index.ts';
import { type Language, languages } from '../../../knowledge/index.ts';
import { plainDesk } from '../../support/dialogs/plainDesk.ts';

const at = new Date('2026-11-23T10:00:00Z');
const reply = {
  text: 'No, **never**.\nSee [our page](https://iclei.org/) <script>x</script>',
  by: 'Anna <b>',
  at,
};
const escalation = (language: Language, email: string | null = 'eva@example.org'): Escalation => ({
  ...plainDesk,
  id: 'e1',
  reference: 'ICL-7F3K-9Q',
  status: 'answered',
  version: 2,
  turnId: 't1',
  conversation: { channel: 'directline', id: 'c1' },
  visitorId: 'v1',
  conversationReference: '{}',
  question: 'Buy pills at pills.example',
  language,
  tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
  details: ['More pills'],
  email,
  claimedBy: 'Anna',
  reply,
  at,
  updatedAt: at,
});
const link = 'https://bot.example.org/?lang=de&x';
const made = (language: Language, answersAreRead = false) => {
  const mail = replyMail(escalation(language), reply, { id: 'd1', link, answersAreRead });
  if (!mail) throw new Error('there is an address');
  return mail;
};

test('Without an address there is no mail', () => {
  expect(replyMail(escalation('en', null), reply, { id: 'd1', link, answersAreRead: false })).toBeNull();
});

describe.each(languages)('The mail in %s', (language) => {
  test('has the reply, as text and as HTML, its author, the reference and the way back', () => {
    const { id, to, subject, text, html = '' } = made(language);
    expect({ id, to }).toEqual({ id: 'd1', to: 'eva@example.org' });
    expect(subject).toContain('ICL-7F3K-9Q');
    expect(text).toContain('No, never.\nSee our page (https://iclei.org/) <script>x</script>');
    expect(text).toContain(`\n${link}\n`);
    expect(html).toContain('<strong>never</strong>');
    expect(html).toContain('href="https://bot.example.org/?lang=de&amp;x"');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('Anna <b>');
    expect(html).toContain(`<html lang="${language}">`);
  });

  test('holds nothing that the visitor wrote', () => {
    expect(JSON.stringify(made(language))).not.toContain('pills');
  });

  test('says whether answers are read', () => {
    const [unread, read] = [made(language, false), made(language, true)];
    expect(unread.text).not.toBe(read.text);
    expect(unread.html).not.toBe(read.html);
  });
});

test('Each language has words of its own', () => {
  expect(new Set(languages.map((language) => made(language).subject)).size).toBe(languages.length);
});
