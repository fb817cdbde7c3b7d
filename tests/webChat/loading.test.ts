// The network fails between the page and the first click: nothing the visitor typed is lost, and pressing again helps.
import { expect, test } from '@jest/globals';
import {
  answers,
  composer,
  dialog,
  homeBox,
  launcher,
  own,
  sources,
  useChatBrowser,
} from '../support/chatPage.ts';

const { visit } = useChatBrowser();

test('a question typed offline stays in its box, and is asked once when the button is pressed online', async () => {
  const page = await visit();
  await page.context().setOffline(true);
  await homeBox(page).fill('What is ICLEI?');
  await homeBox(page).press('Enter');
  await launcher(page).filter({ hasText: 'Could not load' }).waitFor();
  await homeBox(page).press('Enter');
  await page.locator('.launcher:not([aria-busy])').waitFor();
  expect(await homeBox(page).inputValue()).toBe('What is ICLEI?');
  await page.context().setOffline(false);
  await launcher(page).click();
  await sources(page).first().waitFor();
  expect(await own(page).count()).toBe(1);
  expect(await homeBox(page).inputValue()).toBe('');
}, 60_000);

test('after several failed attempts the chat opens, and says no more that it could not', async () => {
  const page = await visit();
  await page.context().setOffline(true);
  for (let round = 0; round < 3; round += 1) {
    await launcher(page).click();
    await page.locator('.launcher.words:not([aria-busy])').waitFor();
  }
  await page.getByRole('status').filter({ hasText: 'Could not load' }).waitFor();
  await page.context().setOffline(false);
  await launcher(page).click();
  await answers(page).first().waitFor();
  await dialog(page).getByRole('button', { name: 'Close chat' }).click();
  expect(await launcher(page).textContent()).toBe('Continue the chat');
}, 60_000);

test('different questions that waited are all asked, in their order', async () => {
  const page = await visit();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'What is the Solutions Gateway?' }).click();
  await page.locator('.launcher.words:not([aria-busy])').waitFor();
  await homeBox(page).fill('What is ICLEI?');
  await homeBox(page).press('Enter');
  await page.locator('.launcher.words:not([aria-busy])').waitFor();
  await page.context().setOffline(false);
  await homeBox(page).press('Enter');
  await own(page).nth(1).waitFor();
  expect(await own(page).locator('.plain').allInnerTexts()).toEqual([
    'What is the Solutions Gateway?',
    'What is ICLEI?',
  ]);
  await composer(page).waitFor();
}, 60_000);
