import { describe, expect, test } from '@jest/globals';
import { isLoopback, parseSettings } from '../../bot/settings.ts';

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

  test('with an app id take any address, and want what that kind of app signs in with', () => {
    const tenant = { MICROSOFT_APP_TENANT_ID: appId };
    expect(
      parseSettings({ HOST: '0.0.0.0', MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'x', ...tenant }).ok,
    ).toBe(true);
    expect(
      parseSettings({ MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: 'UserAssignedMsi', ...tenant }).ok,
    ).toBe(true);
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
