import { describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../../bot/settings.ts';

const mailOf = (environment: Readonly<Record<string, string>>) => {
  const read = parseSettings(environment);
  return read.ok ? read.settings.mail : read.faults;
};
const from = { MAIL_FROM: 'ICLEI <assistant@iclei.org>' };

describe('SMTP_URL', () => {
  test('names server, port and sign-in; elsewhere TLS is a must', () => {
    expect(mailOf({ ...from, SMTP_URL: 'smtp://bot%40iclei.org:p%2Fw%3A@mail.iclei.org' })).toEqual({
      server: {
        host: 'mail.iclei.org',
        port: 587,
        secure: false,
        requireTls: true,
        signIn: { user: 'bot@iclei.org', pass: 'p/w:' },
      },
      from: { name: 'ICLEI', address: 'assistant@iclei.org' },
      replyTo: null,
    });
    expect(mailOf({ ...from, SMTP_URL: 'smtps://mail.iclei.org' })).toMatchObject({
      server: { port: 465, secure: true, requireTls: false, signIn: null },
    });
    expect(mailOf({ ...from, SMTP_URL: 'smtp://127.0.0.1:2525/' })).toMatchObject({
      server: { port: 2525, requireTls: false },
    });
  });

  test.each([
    'mail.iclei.org',
    'https://bot:secretword@mail.iclei.org',
    'smtp://bot@mail.iclei.org',
    'smtp://:secretword@mail.iclei.org',
    'smtp://bot:%zzsecretword@mail.iclei.org',
    'smtp://bot:secretword@mail.iclei.org/path',
    'smtp://bot:secretword@mail.iclei.org?pool=true',
  ])('is refused when it is "%s", without repeating it', (SMTP_URL) => {
    const faults = JSON.stringify(mailOf({ ...from, SMTP_URL }));
    expect(faults).toContain('SMTP_URL must be smtps://');
    expect(faults).not.toContain('secretword');
  });
});

describe('The sender', () => {
  test('may have a name, and answers an address of their own', () => {
    const more = { SMTP_URL: 'smtps://mail.iclei.org', MAIL_REPLY_TO: 'desk@iclei.org' };
    expect(mailOf({ MAIL_FROM: 'assistant@iclei.org', ...more })).toMatchObject({
      from: { name: '', address: 'assistant@iclei.org' },
      replyTo: { name: '', address: 'desk@iclei.org' },
    });
  });

  test.each(['nobody', 'a@b.org, c@d.org', 'A <a@b.org> B', 'A <a@b.org>\r\nBcc: c@d.org', '<a@b.org'])(
    'can not be "%s"',
    (MAIL_FROM) => {
      expect(mailOf({ SMTP_URL: 'smtps://mail.iclei.org', MAIL_FROM })).toEqual([
        expect.stringContaining('MAIL_FROM must be an address'),
      ]);
    },
  );

  test('and the server go together', () => {
    expect(mailOf({})).toBeNull();
    expect(mailOf({ SMTP_URL: 'smtps://mail.iclei.org' })).toEqual([
      expect.stringContaining('MAIL_FROM is empty'),
    ]);
    expect(mailOf({ ...from, MAIL_REPLY_TO: 'desk@iclei.org' })).toEqual([
      expect.stringContaining('MAIL_FROM is set, but SMTP_URL is empty'),
      expect.stringContaining('MAIL_REPLY_TO is set, but SMTP_URL is empty'),
    ]);
  });
});
