import { describe, expect, test } from '@jest/globals';
import { isLoopback } from '../../bot/loopback.ts';
import { parseSettings } from '../../bot/settings.ts';

const appId = '11111111-2222-3333-4444-555555555555';

describe('The settings', () => {
  test('of an empty environment serve this machine only, with the embedded database', () => {
    const read = parseSettings({});
    expect(read.ok && read.settings).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      app: null,
      databaseFile: 'data/bot.sqlite',
    });
  });

  test('ask for a second person to teach the bot only when they are told to', () => {
    const needsSecond = (TEACHING_NEEDS_SECOND?: string) => {
      const read = parseSettings({ TEACHING_NEEDS_SECOND });
      return read.ok ? read.settings.teachingNeedsSecond : read.faults;
    };
    expect([needsSecond(), needsSecond('false'), needsSecond('true')]).toEqual([false, false, true]);
    expect(needsSecond('yes')).toEqual([
      expect.stringContaining('TEACHING_NEEDS_SECOND must be true or false'),
    ]);
  });

  test('treat an empty value as not set', () => {
    expect(parseSettings({ PORT: '', MICROSOFT_APP_ID: ' ' })).toEqual(parseSettings({}));
  });

  test('name every fault at once, with the variable, and never repeat a value', () => {
    const read = parseSettings({
      PORT: 'seventy',
      MICROSOFT_APP_ID: 'not-an-id',
      DIRECT_LINE_SIGNING_KEY: 'short-secret',
      WEB_CHAT_ORIGINS: 'https://www.example.org/page',
      LOG_LEVEL: 'loud',
    });
    const faults = read.ok ? [] : read.faults;
    for (const name of [
      'PORT',
      'MICROSOFT_APP_ID',
      'DIRECT_LINE_SIGNING_KEY',
      'WEB_CHAT_ORIGINS',
      'LOG_LEVEL',
      'MICROSOFT_APP_PASSWORD',
    ]) {
      expect(faults.some((fault) => fault.startsWith(`${name} `))).toBe(true);
    }
    expect(faults.join()).not.toMatch(/seventy|not-an-id|short-secret|loud/u);
  });

  test('without an app id refuse every address that others can reach', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'bot.example.org', '127.example.org']) {
      const read = parseSettings({ HOST });
      expect(read.ok ? 'accepted' : read.faults.join()).toContain(
        'MICROSOFT_APP_ID is empty, so incoming requests could not be authenticated',
      );
    }
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.0.0.2'])
      expect(parseSettings({ HOST }).ok).toBe(true);
  });

  test('with an app id take any address if they know how the world calls it', () => {
    const open = {
      HOST: '0.0.0.0',
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: 'x',
      MICROSOFT_APP_TENANT_ID: appId,
    };
    expect(parseSettings({ ...open, PUBLIC_URL: 'https://bot.example.org' }).ok).toBe(true);
    expect(parseSettings(open)).toEqual({
      ok: false,
      faults: [expect.stringMatching(/^PUBLIC_URL is empty/u)],
    });
  });

  test.each(['0x50', '1e3', '80.5', '-1', '65536', ' 80', 'eighty'])('take no port written %s', (PORT) => {
    expect(parseSettings({ PORT })).toEqual({ ok: false, faults: [expect.stringMatching(/^PORT must be/u)] });
  });

  test('say which part of an app registration lacks its app id', () => {
    const read = parseSettings({ MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: appId });
    expect(read).toEqual({
      ok: false,
      faults: [
        expect.stringMatching(/^MICROSOFT_APP_PASSWORD is set, but MICROSOFT_APP_ID is empty/u),
        expect.stringMatching(/^MICROSOFT_APP_TENANT_ID is set, but MICROSOFT_APP_ID is empty/u),
      ],
    });
    expect(parseSettings({ MICROSOFT_APP_TYPE: 'SingleTenant' }).ok).toBe(true);
  });

  test('with an app id want what that kind of app signs in with', () => {
    const tenant = { MICROSOFT_APP_TENANT_ID: appId };
    const managed = { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: 'UserAssignedMsi', ...tenant };
    expect(parseSettings({ ...managed, MICROSOFT_APP_PASSWORD: 'x' }).ok).toBe(false);
    expect(parseSettings(managed).ok).toBe(true);
    expect(
      parseSettings({
        MICROSOFT_APP_ID: appId,
        MICROSOFT_APP_TYPE: 'MultiTenant',
        MICROSOFT_APP_PASSWORD: 'x',
      }).ok,
    ).toBe(true);
    expect(parseSettings({ MICROSOFT_APP_ID: appId, ...tenant }).ok).toBe(false);
    expect(parseSettings({ MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'x' }).ok).toBe(false);
  });

  test('take the address of a PostgreSQL, and never repeat it', () => {
    const url = 'postgres://bot:secret@db.example.org/bot?sslmode=require';
    const read = parseSettings({ DATABASE_URL: url });
    expect(read.ok && read.settings.databaseUrl).toBe(url);
    for (const DATABASE_URL of [
      'mysql://bot:secret@db/bot',
      'postgres://bot:secret@db',
      'postgres://bot:secret@db/',
      'postgres://bot:secret@d b/bot',
    ]) {
      expect(parseSettings({ DATABASE_URL })).toEqual({
        ok: false,
        faults: [
          'DATABASE_URL must be an address like postgres://user:password@host:5432/database. See .env.example.',
        ],
      });
    }
  });

  test('read lists at commas', () => {
    const read = parseSettings({
      WEB_CHAT_ORIGINS: 'https://a.example, https://b.example ,',
      SERVICE_URL_HOSTS: 'one.example.org',
    });
    expect(read.ok && read.settings.webChatOrigins).toEqual(['https://a.example', 'https://b.example']);
    expect(read.ok && read.settings.serviceUrlHosts).toEqual(['one.example.org']);
  });
});

test('Only addresses of this machine count as loopback', () => {
  expect(['127.0.0.1', 'localhost', '::1', '[::1]'].every(isLoopback)).toBe(true);
  expect(['127.0.0.1.example.org', '10.0.0.1', '::', 'localhost.example.org'].some(isLoopback)).toBe(false);
});
