// Which way a reply goes to a visitor: the chat, the mail after it or instead, or none.
import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Adapter } from '../../bot/adapter.ts';
import { ownServiceUrl } from '../../bot/gate/serviceUrl.ts';
import { chatLink, createMailRoute, type MailRoute } from '../../bot/mail/mailRoute.ts';
import type { Mail } from '../../bot/mail/smtpMailer.ts';
import type { Delivery, DeliveryOutcome } from '../../bot/outbox.ts';
import { createVisitorMessenger } from '../../bot/visitorMessenger.ts';
import type { Escalation } from '../../dialogs/index.ts';
import { plainDesk } from '../support/dialogs/plainDesk.ts';

const at = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const signal = new AbortController().signal;
const reply = { text: 'No.', by: 'Anna', at };
const delivery: Delivery = {
  id: 'd1',
  escalationId: 'e1',
  kind: 'reply',
  route: 'chat',
  reply,
  attempts: 0,
  unsure: 0,
  since: at,
  fence: 1,
};
const byMail: Delivery = { ...delivery, route: 'mail', since: later(10) };

function asked(serviceUrl: string, email: string | null = 'eva@example.org'): Escalation {
  const own = serviceUrl === ownServiceUrl;
  const channel = own ? 'directline' : 'msteams';
  const account = { id: 'x', name: '' };
  return {
    ...plainDesk,
    id: 'e1',
    reference: 'ICL-7F3K-9Q',
    status: 'answered',
    version: 2,
    turnId: 't1',
    conversation: { channel, id: 'c1' },
    visitorId: 'v1',
    conversationReference: JSON.stringify({
      channelId: channel,
      serviceUrl,
      bot: account,
      user: account,
      conversation: { id: 'c1' },
    }),
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    details: [],
    email,
    claimedBy: 'Anna',
    reply,
    at,
    updatedAt: at,
  };
}
const web = asked(ownServiceUrl);
const teams = asked('https://smba.trafficmanager.net/emea/');

function messengerWith(mail: MailRoute | null) {
  const log = pino({ level: 'silent' });
  const adapter = new Adapter(null, {
    ownChannel: { post: async () => undefined },
    log,
    logId: (id) => id,
    connectorTimeMs: 1000,
  });
  return createVisitorMessenger({ adapter, serviceUrlHosts: [], loopbackOnly: true, mail });
}

function mailRoute(lastSeen: Date | null) {
  const mails: Mail[] = [];
  const route = createMailRoute({
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return { ok: true };
      },
    },
    answersAreRead: false,
    lastSeen: async () => lastSeen,
    link: async () => 'https://bot.example.org/',
  });
  return { mails, route };
}

describe('A reply goes to the address', () => {
  const messenger = messengerWith(mailRoute(null).route);
  const mailAt = (
    escalation: Escalation,
    outcome: DeliveryOutcome,
    which: Delivery = delivery,
    by = messenger,
  ) => by.mailAt(escalation, which, outcome, later(3));
  const failed: DeliveryOutcome = { kind: 'failed', note: 'The channel answered with status 403.' };

  test('ten minutes after it was put into the web chat', () => {
    expect(mailAt(web, { kind: 'delivered' })).toEqual(later(10));
  });

  test('at once where the channel refuses it for good', () => {
    expect(mailAt(teams, failed)).toEqual(later(3));
    expect(mailAt(web, failed)).toEqual(later(3));
  });

  test('not where the channel took it, or may have, or will be asked again', () => {
    expect(mailAt(teams, { kind: 'delivered' })).toBeNull();
    expect(mailAt(teams, { kind: 'uncertain', note: '' })).toBeNull();
    expect(mailAt(teams, { kind: 'later', note: '', dueAt: later(5) })).toBeNull();
  });

  test('not without an address or a mail server, nor twice, and never a notice', () => {
    expect(mailAt(asked(ownServiceUrl, null), { kind: 'delivered' })).toBeNull();
    expect(mailAt(web, { kind: 'delivered' }, delivery, messengerWith(null))).toBeNull();
    expect(mailAt(web, failed, byMail)).toBeNull();
    expect(mailAt(web, failed, { ...delivery, kind: 'claimed' })).toBeNull();
  });
});

describe('A mail', () => {
  const send = async (lastSeen: Date | null, which = byMail, escalation = web) => {
    const { mails, route } = mailRoute(lastSeen);
    const messenger = messengerWith(route);
    expect(messenger.route(escalation, which)).toEqual({ lane: 'mail', repeatable: false });
    return { sent: await messenger.send(escalation, which, signal), mails };
  };

  test('is sent to whoever was not there since the reply', async () => {
    for (const seen of [null, later(-1)]) {
      const { sent, mails } = await send(seen);
      expect(sent).toEqual({ ok: true });
      expect(mails).toMatchObject([{ id: 'd1', to: 'eva@example.org' }]);
    }
  });

  test('is not sent to whoever was, unless staff want it', async () => {
    const { sent, mails } = await send(later(2));
    expect(sent).toMatchObject({ why: 'notNeeded' });
    expect(mails).toEqual([]);
    expect((await send(later(2), { ...byMail, since: later(60) })).mails).toHaveLength(1);
  });

  test('is not sent when the address is gone, and fails in words when there is no server any more', async () => {
    expect((await send(null, byMail, asked(ownServiceUrl, null))).sent).toMatchObject({ why: 'notNeeded' });
    expect(await messengerWith(null).send(web, byMail, signal)).toMatchObject({
      why: 'refused',
      note: 'No mail can be sent: SMTP_URL is not set.',
    });
  });
});

test('The link leads to the page where the question was asked, in its language where the page is ours', () => {
  expect(chatLink('https://bot.example.org', null, web)).toBe('https://bot.example.org/?lang=en');
  expect(chatLink('https://bot.example.org', 'https://bot.example.org', web)).toBe(
    'https://bot.example.org/?lang=en',
  );
  expect(chatLink('https://bot.example.org', 'https://city.example', web)).toBe('https://city.example/');
});
