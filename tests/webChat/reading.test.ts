// How a message reads: times and dates as the reader writes them, references in one piece, foreign words marked as such.
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { answers, ask, dialog, openChat, own, sources, useChatBrowser } from '../support/chatPage.ts';

const { visit } = useChatBrowser();

/** The language a screen reader takes for an element. */
const languageOf = (element: Locator) =>
  element.evaluate((node) => node.closest('[lang]')?.getAttribute('lang') ?? null);

test('a British browser has 24 hours', async () => {
  const page = await visit({ locale: 'en-GB' });
  await openChat(page);
  expect(await answers(page).locator('time').textContent()).toMatch(/^\d\d:\d\d$/u);
}, 60_000);

test('a source’s date is written out in the language of the answer', async () => {
  const page = await visit({ locale: 'es' });
  await openChat(page);
  await ask(page, '¿Qué es ICLEI?');
  await sources(page).first().waitFor();
  await dialog(page).locator('.sources .date').filter({ hasText: '2 de agosto de 2017' }).waitFor();
}, 60_000);

test('English titles and the widget’s own words are marked with their language in a foreign answer', async () => {
  const page = await visit({ locale: 'de' });
  await openChat(page);
  await dialog(page).getByRole('combobox').selectOption('fr');
  await ask(page, 'Was ist ICLEI?');
  await sources(page).first().waitFor();
  const answer = answers(page).last();
  expect(await languageOf(answer.locator('.prose p').first())).toBe('de');
  expect(await languageOf(sources(page).first())).toBe('en');
  expect(await languageOf(sources(page).locator('.unseen').first())).toBe('fr');
  expect(await languageOf(answer.locator('time'))).toBe('fr');
  expect(await languageOf(answer.locator('.choice').first())).toBe('de');
}, 60_000);

test('a reference is never broken in two, neither in an answer nor in the visitor’s own words', async () => {
  const page = await visit({ viewport: { width: 320, height: 640 } });
  await openChat(page);
  await ask(page, 'ICL-ARNY-N3 ICL-ARNY-N3 ICL-ARNY-N3 ICL-ARNY-N3, where is it?');
  await own(page).waitFor();
  const lines = await own(page)
    .locator('.whole')
    .evaluateAll((parts) => parts.map((part) => part.getClientRects().length));
  expect(lines).toEqual([1, 1, 1, 1]);
}, 60_000);
