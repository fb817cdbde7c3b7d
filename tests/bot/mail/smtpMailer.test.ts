import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { MailSettings } from '../../../bot/mail/mailSettings.ts';
import { createMailer, type Mail } from '../../../bot/mail/smtpMailer.ts';
import { createStaffMail } from '../../../bot/mail/staffMail.ts';
import { type MailServer, startMailServer } from '../../support/mailServer.ts';

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const log = pino({ level: 'silent' });
const mail: Mail = { id: 'd-1', to: 'eva@example.org', subject: 'ICLEI: reply', text: 'No, we do not.' };
const send = (
  what: Partial<Mail> = {},
  settings: MailSettings = server.settings(),
  signal = new AbortController().signal,
) => createMailer(settings, log).send({ ...mail, ...what }, signal);

describe('A mail', () => {
  test('goes to its one reader, under its own id, as what no robot answers', async () => {
    expect(await send({ html: '<p>No.</p>', language: 'en' })).toEqual({ ok: true });
    expect(server.taken).toMatchObject([{ from: 'assistant@iclei.example', to: ['eva@example.org'] }]);
    const raw = server.taken[0]?.raw ?? '';
    for (const header of [
      'From: ICLEI <assistant@iclei.example>',
      'To: eva@example.org',
      'Subject: ICLEI: reply',
      'Message-ID: <d-1@iclei.example>',
      'Auto-Submitted: auto-generated',
      'Content-Language: en',
    ])
      expect(raw).toContain(`${header}\r\n`);
    expect(raw).toContain('No, we do not.');
    expect(raw).toContain('<p>No.</p>');
    expect(raw).not.toContain('Reply-To');
  });

  test('sent again has the same id; answers go where they are read', async () => {
    const settings = { ...server.settings(), replyTo: { name: '', address: 'desk@iclei.example' } };
    await send({}, settings);
    await send({}, settings);
    expect(server.taken).toHaveLength(2);
    for (const { raw } of server.taken) {
      expect(raw).toContain('Message-ID: <d-1@iclei.example>');
      expect(raw).toContain('Reply-To: desk@iclei.example');
    }
  });

  test.each([
    ['a second reader', { to: 'eva@example.org, mallory@example.org' }],
    ['a header behind the address', { to: 'eva@example.org\r\nBcc: mallory@example.org' }],
    ['a line end behind the address', { to: 'eva@example.org\n' }],
    ['a NUL in the address', { to: 'eva\0@example.org' }],
    ['no address', { to: 'eva' }],
    ['an address that is too long', { to: `${'e'.repeat(250)}@example.org` }],
    ['a header behind the subject', { subject: 'Hello\r\nBcc: mallory@example.org' }],
    ['a NUL in the subject', { subject: 'Hello\0' }],
    ['a header in the id', { id: 'd-1>\r\nBcc: mallory@example.org' }],
  ])('with %s is refused before anybody is asked', async (_, what) => {
    expect(await send(what)).toMatchObject({ ok: false, why: 'refused' });
    expect(server.taken).toEqual([]);
  });
});

describe('A server that', () => {
  test.each([
    [{ recipient: 451 }, 'tryLater', 'The mail server answered with 451.'],
    [{ recipient: 550 }, 'refused', 'The mail server answered with 550.'],
    [{ message: 452 }, 'tryLater', 'The mail server answered with 452.'],
    [{ message: 554 }, 'refused', 'The mail server answered with 554.'],
  ] as const)('answers with %j leaves the mail: %s', async (mood, why, note) => {
    server.setMood(mood);
    expect(await send()).toEqual({ ok: false, why, note });
  });

  test('cuts the connection before it has asked for the message can be tried later', async () => {
    server.setMood('cuts at the recipient');
    expect(await send()).toMatchObject({ ok: false, why: 'tryLater' });
    expect(server.taken).toEqual([]);
  });

  test('cuts the connection after it has the message may have taken it', async () => {
    server.setMood('cuts after the message');
    expect(await send()).toMatchObject({ ok: false, why: 'uncertain' });
    expect(server.taken).toHaveLength(1);
  });

  test('says nothing after it has the message may have taken it; the wait ends when it is told to', async () => {
    server.setMood('keeps silent after the message');
    const patience = new AbortController();
    const sending = send({}, server.settings(), patience.signal);
    while (server.taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
    patience.abort();
    expect(await sending).toMatchObject({ ok: false, why: 'uncertain' });
  });

  test('is not asked when the wait is over before it began', async () => {
    expect(await send({}, server.settings(), AbortSignal.abort())).toMatchObject({ why: 'tryLater' });
    expect(server.taken).toEqual([]);
  });

  test('is not there can be tried later', async () => {
    const gone = server.settings();
    await server.close();
    const sent = await send({}, gone);
    expect(sent).toEqual({
      ok: false,
      why: 'tryLater',
      note: 'The mail server could not be reached (ECONNREFUSED).',
    });
    server = await startMailServer();
  });

  test('has no name that is known can be tried later', async () => {
    expect(await send({}, server.settings({ host: 'mail.invalid' }))).toMatchObject({ why: 'tryLater' });
  });
});

describe('A server that wants a sign-in', () => {
  const signIn = { user: 'bot', pass: 'right horse' };
  let strict: MailServer;
  beforeEach(async () => {
    strict = await startMailServer({ signIn: signIn.pass });
  });
  afterEach(() => strict.close());

  test('gets one', async () => {
    expect(await send({}, strict.settings({ signIn }))).toEqual({ ok: true });
    expect(strict.taken).toHaveLength(1);
  });

  test('and does not like it can be tried later, for somebody must set it right; the password is in no sentence', async () => {
    const sent = await send({}, strict.settings({ signIn: { user: 'bot', pass: 'wrong horse' } }));
    expect(sent).toMatchObject({ why: 'tryLater', note: 'The mail server did not let us sign in (535).' });
    expect(JSON.stringify(sent)).not.toContain('horse');
  });

  test('and offers no TLS is told neither password nor mail, unless it is on this machine', async () => {
    const sent = await send({}, strict.settings({ signIn, requireTls: true }));
    expect(sent).toMatchObject({ ok: false, why: 'tryLater' });
    expect(strict.passwords).toEqual([]);
    expect(strict.taken).toEqual([]);
  });
});

describe('Mail to staff', () => {
  const digest = {
    id: 'digest-1',
    to: 'anna@iclei.example',
    subject: 'Three questions wait',
    text: 'They do.',
  };

  test('goes the same way', async () => {
    await createStaffMail(createMailer(server.settings(), log)).send(digest);
    expect(server.taken).toMatchObject([{ to: ['anna@iclei.example'] }]);
  });

  test('that is not taken is a fault in words', async () => {
    server.setMood({ recipient: 550 });
    const sending = createStaffMail(createMailer(server.settings(), log)).send(digest);
    await expect(sending).rejects.toThrow('A mail to staff was not sent. The mail server answered with 550.');
  });
});
