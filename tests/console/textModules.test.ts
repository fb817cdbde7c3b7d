// Texts that staff write again and again.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { textModuleTexts } from '../../bot/console/textModules/texts.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const path = '/console/text-modules';
const thanks = { keyword: 'Thanks', language: 'en', text: 'Thank you for {reference}. {me}' };
const send = (action: string, fields: Readonly<Record<string, string>>) =>
  desk.send(`${path}/${action}`, { staff: anna, fields });
const page = async () => (await desk.send(path, { staff: anna })).text();
const identityOf = (html: string) => ({
  id: /name="id" value="([^"]+)"/u.exec(html)?.[1] ?? '',
  version: /name="version" value="([^"]+)"/u.exec(html)?.[1] ?? '',
});

describe('Text modules', () => {
  test('are added, changed and deleted', async () => {
    expect((await send('add', thanks)).headers.get('location')).toBe(`${path}?done=saved`);
    const added = await page();
    expect(added).toContain('<code>/thanks</code> · English');
    const changed = { ...thanks, ...identityOf(added), keyword: 'many-thanks', text: 'Many thanks.' };
    expect((await send('change', changed)).status).toBe(303);
    expect(await page()).toContain('<code>/many-thanks</code>');
    expect((await send('remove', identityOf(await page()))).headers.get('location')).toBe(
      `${path}?done=removed`,
    );
    expect(await page()).toContain(textModuleTexts.en.none);
  });

  test.each([
    ['a keyword with a blank', { ...thanks, keyword: 'thank you' }],
    ['a keyword that is none', { ...thanks, keyword: '-' }],
    ['no keyword', { ...thanks, keyword: ' ' }],
    ['a keyword that is too long', { ...thanks, keyword: 'a'.repeat(31) }],
    ['a language nobody speaks here', { ...thanks, language: 'nl' }],
    ['no text', { ...thanks, text: ' \n ' }],
    ['a text that is too long', { ...thanks, text: 'a'.repeat(4_001) }],
  ])('with %s are refused, and what was typed is kept', async (_, fields) => {
    const response = await send('add', fields);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(textModuleTexts.en.unfit);
    expect(html).toContain(`value="${fields.keyword}"`);
    expect(await page()).toContain(textModuleTexts.en.none);
  });

  test('of one language have a keyword each', async () => {
    await send('add', thanks);
    const response = await send('add', { ...thanks, text: 'Another' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Another');
    expect((await send('add', { ...thanks, language: 'de' })).status).toBe(303);
    await send('add', { ...thanks, keyword: 'bye' });
    const bye = identityOf((await page()).slice((await page()).indexOf('/bye')));
    expect((await send('change', { ...thanks, ...bye })).status).toBe(409);
  });

  test('that somebody else changed are not overwritten', async () => {
    await send('add', thanks);
    const before = identityOf(await page());
    await send('change', { ...thanks, ...before, text: 'First' });
    const late = await send('change', { ...thanks, ...before, text: 'Second' });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('First');
    expect(html).toContain('Second');
    expect((await send('remove', before)).status).toBe(409);
    const gone = await send('change', { ...thanks, id: 'nobody', version: '1', text: 'Kept' });
    expect(await gone.text()).toContain('Kept');
  });

  test.each(['add', 'change', 'remove'])(
    'who opens the address of the form %s is led to the page',
    async (action) => {
      const response = await desk.send(`${path}/${action}`, { staff: anna });
      expect(response.headers.get('location')).toBe(path);
    },
  );

  test('stand beside a reply, the visitor’s language first, with reference and name filled in', async () => {
    await send('add', thanks);
    await send('add', { keyword: 'danke', language: 'de', text: '<b>Danke</b>' });
    const { id, reference } = await desk.ask('Und nun?', { language: 'de' });
    const html = await (await desk.send(`/console/escalations/${id}`, { staff: anna })).text();
    expect(html).toContain(`Thank you for ${reference}. Anna`);
    expect(html).toContain('&lt;b&gt;Danke&lt;/b&gt;');
    expect(html.indexOf('/danke')).toBeLessThan(html.indexOf('/thanks'));
  });
});
