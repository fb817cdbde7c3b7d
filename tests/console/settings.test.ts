// The page of settings: one's own, and what the service runs with.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createOverview, type OverviewSource } from '../../bot/console/settings/overview.ts';
import { languages } from '../../knowledge/index.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

const overview = createOverview({
  publicUrl: () => 'https://bot.example.org',
  issuer: 'https://id.example.org/',
  signInLinks: false,
  channels: true,
  webChatOrigins: ['https://a.example', 'https://b.example'],
  knowledge: () => ({ entries: [], version: '0123456789abcdef' }),
  knowledgeFaults: () => [],
});

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole({ settingsOverview: overview });
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const text = async (staff = anna) => (await desk.send('/console/settings', { staff })).text();
const post = (what: string, fields: Readonly<Record<string, string>>, staff = anna) =>
  desk.send(`/console/settings/${what}`, { staff, fields });

test('Administrators see what the service runs with, others only what is their own', async () => {
  const page = await text();
  for (const value of [
    'https://bot.example.org',
    'https://id.example.org/',
    'https://a.example, https://b.example',
  ])
    expect(page).toContain(value);
  expect(page).toContain('0 entries, version 0123456789ab');
  for (const role of ['staff', 'curator'] as const) {
    const other = await text(await desk.signInAs(`A ${role}`, [role]));
    expect(other).toContain('Your name, as visitors see it');
    expect(other).not.toContain('bot.example.org');
  }
});

test('The ways to sign in are told as they are', () => {
  const source: OverviewSource = {
    issuer: null,
    signInLinks: true,
    channels: false,
    webChatOrigins: [],
    publicUrl: () => 'http://127.0.0.1:3978',
    knowledge: () => ({ entries: [], version: 'x' }),
    knowledgeFaults: () => [],
  };
  const values = (changes: Partial<OverviewSource>) =>
    createOverview({ ...source, ...changes })('en').map(({ value }) => value);
  expect(values({})).toEqual(expect.arrayContaining(['by a one-time link', 'not connected', 'none']));
  const issuer = 'https://id/';
  expect(values({ issuer })).toContain('with the organisation’s account (https://id/), or a one-time link');
  expect(values({ issuer, signInLinks: false })).toContain('with the organisation’s account (https://id/)');
  for (const language of languages) expect(overview(language)).toHaveLength(7);
});

test('A name that was chosen is what visitors and colleagues see, and what was claimed stays claimed', async () => {
  const { id } = await desk.ask('Who runs it?');
  expect((await post('name', { name: ' Anna (ICLEI) ' })).headers.get('location')).toBe(
    '/console/settings?done=name',
  );
  await desk.send(`/console/escalations/${id}/claim`, { staff: anna, fields: { version: '1' } });
  expect((await desk.escalations.byId(id))?.claimedBy).toBe('Anna (ICLEI)');
  expect(await text()).toContain('value="Anna (ICLEI)"');
});

test('A name nobody could read, or somebody else has, is refused and kept in the field', async () => {
  await desk.signIn('Ben');
  for (const name of ['', '  ', 'A\u202eb', 'x'.repeat(61)])
    expect((await post('name', { name })).status).toBe(422);
  const taken = await post('name', { name: 'BEN' });
  expect(taken.status).toBe(409);
  const page = await taken.text();
  expect(page).toContain('Somebody else here has this name');
  expect(page).toContain('value="BEN"');
  expect((await post('name', { name: 'anna' })).status).toBe(303);
});

test('The language that was chosen wins over the browser, on every page and later too', async () => {
  const german = { headers: { 'Accept-Language': 'de' } };
  expect(await (await desk.send('/console', { staff: anna, ...german })).text()).toContain('lang="de"');
  await post('language', { language: 'fr' });
  for (const path of ['/console', '/console/people', '/console/nothing'])
    expect(await (await desk.send(path, { staff: anna, ...german })).text()).toContain('<html lang="fr">');
  const later = await desk.signIn('Anna');
  expect(await (await desk.send('/console', { staff: later })).text()).toContain('<html lang="fr">');
  for (const language of ['auto', 'xx', '']) {
    await post('language', { language: 'pt' });
    await post('language', { language });
    expect(await (await desk.send('/console', { staff: anna, ...german })).text()).toContain('lang="de"');
  }
});

test('Everybody who is signed in can sign out, whatever their role', async () => {
  const cora = await desk.signInAs('Cora', ['curator']);
  expect((await desk.send('/console/sign-out', { staff: cora, fields: {} })).status).toBe(303);
  expect((await desk.send('/console/settings', { staff: cora })).status).toBe(303);
});
