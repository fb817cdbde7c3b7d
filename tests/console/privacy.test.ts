// The page about personal data, over HTTP.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { privacyTexts } from '../../bot/console/privacy/texts.ts';
import { languages } from '../../knowledge/index.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
  await desk.personalData.put('eva');
});
afterEach(() => desk.stop());

const find = (term: string, staff = anna) =>
  desk.send('/console/privacy/find', { staff, fields: { find: term } });
const expectedOf = (page: string) => /name="expected" value="([^"]+)"/u.exec(page)?.[1] ?? '';

describe('An administrator', () => {
  test('finds what is kept, saves a copy, and that is on record without who it was', async () => {
    const page = await (await find('dl_eva')).text();
    expect(page).toContain('<code>dl_eva</code>');
    const copy = await desk.send('/console/privacy/export', { staff: anna, fields: { find: 'dl_eva' } });
    expect(copy.headers.get('content-disposition')).toBe('attachment; filename="visitor-2026-11-23.json"');
    expect(copy.headers.get('cache-control')).toBe('no-store');
    expect(await copy.json()).toMatchObject({ visitors: [{ visitor: 'dl_eva' }] });
    const after = await (await desk.send('/console/privacy', { staff: anna })).text();
    expect(after).toContain(privacyTexts.en.personExported);
    expect(after).not.toContain('dl_eva');
  });

  test('erases only what was looked at, with the word typed', async () => {
    const page = await (await find('dl_eva')).text();
    const fields = { find: 'dl_eva', expected: expectedOf(page), word: 'yes' };
    const refused = await desk.send('/console/privacy/erase', { staff: anna, fields });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Please type ERASE');
    await desk.personalData.say('eva', 'one more thing');
    const changed = await desk.send('/console/privacy/erase', {
      staff: anna,
      fields: { ...fields, word: 'ERASE' },
    });
    expect(changed.status).toBe(409);
    const expected = expectedOf(await changed.text());
    const done = await desk.send('/console/privacy/erase', {
      staff: anna,
      fields: { ...fields, expected, word: 'erase ' },
    });
    expect(done.headers.get('location')).toBe('/console/privacy?done=erased');
    expect(await (await find('dl_eva')).text()).toContain('Nothing is kept about “dl_eva”.');
    expect(await (await desk.send('/console/privacy?done=erased', { staff: anna })).text()).toContain(
      privacyTexts.en.erased,
    );
    const again = await desk.send('/console/privacy/erase', {
      staff: anna,
      fields: { ...fields, expected, word: 'ERASE' },
    });
    expect(again.status).toBe(404);
  });

  test.each(languages)('confirms in their own language: %s', async (language) => {
    const headers = { 'Accept-Language': language };
    const fields = { find: 'dl_eva', word: privacyTexts[language].eraseWord.toLocaleLowerCase(language) };
    const page = await (await desk.send('/console/privacy/find', { staff: anna, fields, headers })).text();
    const erase = { ...fields, expected: expectedOf(page) };
    const done = await desk.send('/console/privacy/erase', { staff: anna, fields: erase, headers });
    expect(done.status).toBe(303);
  });

  test('sees what people typed as text', async () => {
    const term = '"><script>alert(1)</script>';
    expect(await (await find(term)).text()).not.toContain('<script>alert');
  });

  test.each(['find', 'export', 'erase'])(
    'who opens the address of the form %s is led to the page',
    async (form) => {
      const response = await desk.send(`/console/privacy/${form}`, { staff: anna });
      expect(response.headers.get('location')).toBe('/console/privacy');
    },
  );
});

test('Nobody else sees, saves or erases anything', async () => {
  const carl = await desk.signInAs('Carl', ['staff', 'curator']);
  const expected = expectedOf(await (await find('dl_eva')).text());
  const fields = { find: 'dl_eva', expected, word: 'ERASE' };
  for (const form of ['find', 'export', 'erase']) {
    const response = await desk.send(`/console/privacy/${form}`, { staff: carl, fields });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('dl_eva');
  }
  expect((await desk.send('/console/privacy', { staff: carl })).status).toBe(403);
  expect(await (await find('dl_eva')).text()).toContain('<code>dl_eva</code>');
  expect(await (await desk.send('/console', { staff: carl })).text()).not.toContain('/console/privacy');
});
