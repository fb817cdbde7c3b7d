import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'restify';
import { mountWebChat } from '../../bot/webChat/index.ts';
import { languages } from '../../knowledge/index.ts';

const server = createServer();
let url = '';

beforeAll(async () => {
  mountWebChat(server, { privacyUrl: 'https://example.org/privacy?a=1&b=2' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const version = async () =>
  /"version":"([\w-]+)"/u.exec(await (await fetch(`${url}/embed.js`)).text())?.[1] ?? '';

describe('the home page', () => {
  test('allows neither inline script nor other hosts, and has none', async () => {
    const response = await fetch(`${url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src="\/)|<style| style=| on\w+=/u);
    expect(html).toContain('data-privacy="https://example.org/privacy?a=1&amp;b=2"');
  });

  test.each([
    ['?lang=de', 'en', 'de'],
    ['', 'fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['', 'nl, es;q=0.5, pt;q=0.7', 'pt'],
    ['', 'zh', 'en'],
    ['?lang=<b>', 'de;q=0, es', 'es'],
    ['?lang=xx', 'constructor', 'en'],
  ])('%s with a browser of "%s" is in %s', async (query, accepted, expected) => {
    const response = await fetch(`${url}/${query}`, { headers: { 'accept-language': accepted } });
    expect(response.headers.get('content-language')).toBe(expected);
    expect(await response.text()).toContain(`<html lang="${expected}">`);
  });

  test('links to itself in every language', async () => {
    const html = await (await fetch(`${url}/`)).text();
    for (const language of languages) expect(html).toContain(`href="/?lang=${language}" lang="${language}"`);
  });
});

describe('the files of the widget', () => {
  test('are JavaScript without types, for any site', async () => {
    for (const path of ['/embed.js', `/webchat/${await version()}/widget.js`]) {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const text = await response.text();
      expect(text).not.toMatch(/\.ts['"]|import type|readonly |: WidgetOptions/u);
    }
  });

  test('every module that is imported is served', async () => {
    const folder = `${url}/webchat/${await version()}/`;
    const seen = new Set<string>();
    const open = ['widget.js', 'home.js'];
    for (let name = open.pop(); name; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const response = await fetch(folder + name);
      expect({ name, status: response.status }).toEqual({ name, status: 200 });
      for (const found of (await response.text()).matchAll(/from '\.\/(\w+\.js)'/gu))
        open.push(found[1] ?? '');
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  test('are cached for ever below the current version, and only there', async () => {
    const current = await fetch(`${url}/webchat/${await version()}/widget.css`);
    expect(current.headers.get('cache-control')).toContain('immutable');
    const old = await fetch(`${url}/webchat/old/widget.css`);
    expect(old.headers.get('cache-control')).toBe('no-cache');
  });

  test('have strong tags, one for each encoding, and answer 304', async () => {
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await fetch(`${url}/embed.js`, { headers: { 'accept-encoding': encoding } });
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]+"$/u);
      expect(first.headers.get('content-encoding') ?? 'identity').toBe(encoding);
      tags.add(tag);
      const again = await fetch(`${url}/embed.js`, {
        headers: { 'accept-encoding': encoding, 'if-none-match': `"x", ${tag}` },
      });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
    expect(tags.size).toBe(3);
  });

  test('HEAD has the headers and no body', async () => {
    const response = await fetch(`${url}/embed.js`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each([
    '/webchat/x/nothing.js',
    '/webchat/x/widget.ts',
    '/webchat/x/..%2fassets.ts',
    '/webchat/x/__proto__',
  ])('%s is not there', async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  });

  test('the launcher has 5 kB or less, all of the widget 30 kB or less, compressed', async () => {
    const size = async (path: string) =>
      Number(
        (await fetch(url + path, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length'),
      );
    expect(await size('/embed.js')).toBeLessThanOrEqual(5000);
    const embed = await (await fetch(`${url}/embed.js`)).text();
    const modules: unknown = JSON.parse(/"modules":(\[[^\]]*\])/u.exec(embed)?.[1] ?? '[]');
    const names = [...(Array.isArray(modules) ? modules : []), 'widget.css'];
    const folder = `/webchat/${await version()}/`;
    const sizes = await Promise.all(names.map((name) => size(folder + name)));
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(30_000);
  });
});
