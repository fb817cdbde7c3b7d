import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { desks } from '../knowledge/overlay/taught.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
async function start(options: Parameters<typeof startConsole>[0] = {}): Promise<void> {
  desk = await startConsole(options);
  anna = await desk.signInAs('Anna', ['staff', 'curator']);
}
async function startAnother(options: Parameters<typeof startConsole>[0]): Promise<void> {
  await desk.stop();
  await start(options);
}
beforeEach(() => start());
afterEach(() => desk.stop());

const get = async (path: string, staff = anna) => (await desk.send(path, { staff })).text();
const post = (path: string, fields: Readonly<Record<string, string>>, staff = anna) =>
  desk.send(path, { staff, fields });

const wording = {
  kind: 'addPhrasing',
  language: 'en',
  ask: 'how much is it',
  entry: 'fees',
  phrasing: 'how much is it',
};
const entry = {
  kind: 'newEntry',
  language: 'en',
  ask: 'hot desk for guests',
  id: 'desks',
  topic: 'contact-offices',
  question: 'Where can visitors work in the office?',
  phrasings: 'desk for guests\n hot  desk\n\nmay I work at your place',
  answer: 'Guests find 12 desks.\r\n\r\n- on the second floor',
  sourceTitle: 'Offices',
  sourceUrl: 'https://iclei.org/offices/',
  sourceDate: '2026',
  asOf: '2026',
  reviewBy: '2027-11-25',
};

/** Sends the form. @returns the address of the draft, tried out */
async function draft(fields: Readonly<Record<string, string>> = wording, staff = anna): Promise<string> {
  const response = await post('/console/teach/new', fields, staff);
  expect(response.status).toBe(303);
  const path = response.headers.get('location') ?? '';
  await get(path, staff);
  await desk.teach.rehearsed();
  return path;
}
const version = async (path: string, staff = anna) =>
  /name="version" value="(\d+)"/u.exec(await get(path, staff))?.[1] ?? '';
async function act(path: string, action: string, more: Readonly<Record<string, string>> = {}, staff = anna) {
  return post(`${path}/${action}`, { version: await version(path, staff), ...more }, staff);
}
const drafts = () => desk.teach.options.teachings.list(['draft', 'published', 'exported', 'discarded'], 9);

describe('The way from a reply to the bot', () => {
  test('begins below the reply, with question and reply filled in', async () => {
    const { id } = await desk.ask('What is the fee for <b>towns</b>?', { language: 'de' });
    expect(await get(`/console/escalations/${id}`)).not.toContain('Teach the bot');
    const text = 'It is on https://iclei.org/fees/2026 & **free**.';
    await desk.escalations.change(id, { kind: 'reply', staff: 'Anna', text }, desk.clock.now, null);
    const link = `/console/teach/new?escalation=${id}`;
    expect(await get(`/console/escalations/${id}`)).toContain(`href="${link}"`);
    const form = await get(link);
    for (const part of [
      'value="What is the fee for &lt;b&gt;towns&lt;/b&gt;?"',
      'It is on https://iclei.org/fees/2026 &amp; **free**.',
      'value="https://iclei.org/fees/2026"',
      '<option value="de" selected>',
      'value="2026-11-23"',
      'value="2027-11-23"',
      `name="escalation" value="${id}"`,
    ])
      expect(form).toContain(part);
    expect(form.indexOf('entry-near-fees')).toBeGreaterThan(0);
  });

  test('a new wording: tried out, published, live', async () => {
    const path = await draft();
    const tried = await get(path);
    expect(tried).toContain('Would the bot answer this question?');
    expect(tried).toMatch(/With this change<\/dt><dd><strong>answered by <code>fees<\/code>/u);
    expect(tried).toContain('0 questions: 0 newly answered, 0 changed, 0 lost');
    expect((await act(path, 'publish')).status).toBe(303);
    expect(await get(path)).toContain('The bot is learning it');
    await desk.teach.goLive();
    expect(await get(path)).toContain('The bot answers with it.');
    const list = await get('/console/teach');
    expect(list).toContain('Changes that are not in the files yet: 1.');
    expect(list).toContain('how much is it');
    expect(await desk.teach.options.teachings.served()).toMatchObject([
      { change: { ...wording }, exported: false },
    ]);
  });

  test('a new entry, as visitors would see it; its figures become facts with the source', async () => {
    const path = await draft(entry);
    const page = await get(path);
    expect(page).toContain('<p>Guests find 12 desks.</p><ul><li>on the second floor</li></ul>');
    expect(page).toContain('href="https://iclei.org/offices/"');
    expect(page).toContain('As of 2026');
    expect((await act(path, 'publish')).status).toBe(303);
    expect((await desk.teach.options.teachings.served())[0]?.change).toMatchObject({
      figures: [{ id: 'desks-figure-1', value: '12' }],
      entry: {
        id: 'desks',
        checkedOn: '2026-11-23',
        related: expect.arrayContaining(['joining']),
        en: {
          phrasings: ['desk for guests', 'hot desk', 'may I work at your place'],
          answer: 'Guests find {{desks-figure-1}} desks.\n\n- on the second floor',
        },
      },
    });
  });

  test('in another language: the English text is asked for as well, since visitors of other languages get that', async () => {
    const german = { ...entry, language: 'de', ask: 'Gibt es Plätze?', question: 'Gibt es Plätze?' };
    const missing = await post('/console/teach/new', german);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('The answer in English: please fill this in.');
    const path = await draft({
      ...german,
      phrasings: 'Plätze für Gäste\nArbeitsplatz im Büro\nSchreibtisch für Besucher',
      answer: 'Es gibt 12 Plätze.',
      enQuestion: 'Where can visitors work?',
      enPhrasings: 'hot desk\na desk for guests\nwork at your place',
      enAnswer: 'There are 12 desks.',
    });
    expect(await get(path)).toContain('<p>Es gibt 12 Plätze.</p>');
    expect((await act(path, 'publish')).status).toBe(303);
    const [served] = await desk.teach.options.teachings.served();
    expect(served?.change).toMatchObject({
      figures: [{ value: '12' }],
      entry: {
        de: { answer: 'Es gibt {{desks-figure-1}} Plätze.' },
        en: { answer: 'There are {{desks-figure-1}} desks.' },
      },
    });
  });

  test('a draft is changed: all that was typed is there again', async () => {
    const path = await draft(entry);
    const form = await get(`${path}/edit`);
    for (const part of ['Guests find 12 desks.', 'value="desks"', 'hot desk\nmay I', 'value="Offices"'])
      expect(form).toContain(part);
    const before = await version(path);
    const changed = await post(`${path}/edit`, {
      ...entry,
      answer: 'Guests find 15 desks.',
      version: before,
    });
    expect(changed.status).toBe(303);
    await get(path);
    await desk.teach.rehearsed();
    expect(await get(path)).toContain('Guests find 15 desks.');
    // Somebody still had the version before.
    const late = await post(`${path}/edit`, { ...entry, answer: 'My own words.', version: before });
    expect(late.status).toBe(409);
    const kept = await late.text();
    expect(kept).toContain('This was changed meanwhile.');
    expect(kept).toContain('My own words.');
    expect(kept).toContain('name="version" value="2"');
    expect((await post(`${path}/publish`, { version: before })).status).toBe(409);
    expect(await desk.teach.options.teachings.served()).toEqual([]);
  });

  test('what was published is taken back', async () => {
    const path = await draft();
    await act(path, 'publish');
    expect((await act(path, 'discard')).status).toBe(303);
    expect(await get(path)).toContain('The bot does not use it any more.');
    expect(await desk.teach.options.teachings.served()).toEqual([]);
    expect((await post(`${path}/publish`, { version: '3' })).status).toBe(409);
    expect(await get('/console/teach')).not.toContain('how much is it');
  });
});

describe('The form', () => {
  test('finds entries without losing what was typed', async () => {
    const sent = await post('/console/teach/new', {
      ...wording,
      entry: 'joining',
      phrasing: 'my own words',
      search: 'membersip cost',
      do: 'search',
    });
    const page = await sent.text();
    expect(page).toContain('id="entry-found-fees"');
    expect(page).toContain('value="my own words"');
    expect(page).toMatch(/value="joining" checked/u);
    const nothing = await post('/console/teach/new', { ...wording, search: 'zzzzqqqq', do: 'search' });
    expect(await nothing.text()).toContain('Nothing was found.');
    expect(await drafts()).toEqual([]);
  });

  test.each([
    ['no question', { ...wording, ask: ' ' }, 'What the visitor asked: please fill this in.'],
    ['no entry', { ...wording, entry: '' }, 'The entry that answers it: please fill this in.'],
    ['an entry that is gone', { ...wording, entry: 'gone' }, 'there is no such entry any more'],
    [
      'a wording that is too long',
      { ...wording, phrasing: 'x'.repeat(257) },
      'The new wording: this is too long.',
    ],
    ['a name that is taken', { ...entry, id: 'fees' }, 'an entry has this name already'],
    ['the name of a group out of scope', { ...entry, id: 'weather' }, 'an entry has this name already'],
    ['a name that is none', { ...entry, id: '../x' }, 'small letters, digits and hyphens only'],
    ['no source', { ...entry, sourceTitle: '' }, 'Title of the page or document: please fill this in.'],
    ['a source that is no page', { ...entry, sourceUrl: 'javascript:alert(1)' }, 'begins with https://'],
    ['a source on this machine', { ...entry, sourceUrl: 'https://localhost/x' }, 'begins with https://'],
    ['a day that is none', { ...entry, reviewBy: '2027-13-45' }, 'please give a day like 2027-11-25'],
    ['no answer', { ...entry, answer: '\n \n' }, 'The answer: please fill this in.'],
    [
      'too few phrasings, the question itself not counted',
      { ...entry, phrasings: `hot desk\na desk\n${entry.question}\nhot desk` },
      'one a line: at least three are needed.',
    ],
    ['no topic', { ...entry, topic: 'nonsense' }, 'Topic: please fill this in.'],
    ['nothing at all', {}, 'The answer: please fill this in.'],
  ])('says kindly that there is %s, and keeps the rest', async (_name, fields, sentence) => {
    const response = await post('/console/teach/new', fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
    expect(await drafts()).toEqual([]);
  });

  test('takes hostile text for text', async () => {
    const hostile = '"><script>alert(1)</script>\u202e\u0000 {{x}}';
    const refused = await post('/console/teach/new', { ...entry, ask: hostile, answer: '' });
    const page = await refused.text();
    expect(page).not.toContain('<script>alert');
    const path = await draft({
      ...entry,
      ask: hostile,
      question: hostile,
      phrasings: `a ${hostile}\nb ${hostile}\nc`,
    });
    const tried = await get(path);
    expect(tried).not.toContain('<script>alert');
    expect(tried).toContain('This must be mended first');
    expect(tried).toContain('has Markdown or HTML where plain text is shown');
    const [made] = await drafts();
    expect(made?.change.ask).toBe('"><script>alert(1)</script> {{x}}');
    expect((await act(path, 'publish')).status).toBe(422);
    expect(await desk.teach.options.teachings.served()).toEqual([]);
  });
});

describe('Nothing is published that', () => {
  test('has a fault', async () => {
    const path = await draft({ ...wording, phrasing: 'become a member' });
    const page = await get(path);
    expect(page).toContain('stands in &quot;joining&quot;');
    expect(page).not.toContain('/publish');
    expect((await post(`${path}/publish`, { version: '1' })).status).toBe(422);
    expect(await desk.teach.options.teachings.served()).toEqual([]);
  });

  test('loses a question, unless that was confirmed', async () => {
    const asked = ['for a price', 'does it cost to apply', 'annual fee'].map((question) => ({
      question,
      language: 'en' as const,
    }));
    await startAnother({ teaching: { asked } });
    const path = await draft({ ...wording, phrasing: 'join for a fee', ask: 'join for a fee' });
    const page = await get(path);
    expect(page).toContain('3 questions: 1 newly answered, 0 changed, 1 lost');
    expect(page).toMatch(
      /<h3 id="list-lost">Lost<\/h3>[\s\S]*?<q lang="en" dir="auto">does it cost to apply<\/q>/u,
    );
    expect(page).toContain('name="lost"');
    const refused = await act(path, 'publish');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Please confirm the lost ones first.');
    expect(await desk.teach.options.teachings.served()).toEqual([]);
    expect((await act(path, 'publish', { lost: 'confirmed' })).status).toBe(303);
    expect(await desk.teach.options.teachings.served()).toHaveLength(1);
  });

  test('was tried against other knowledge than what is served by now', async () => {
    const first = await draft();
    const second = await draft(entry);
    const seen = await version(second);
    await act(first, 'publish');
    await desk.teach.goLive();
    const refused = await post(`${second}/publish`, { version: seen });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('it is being tried out again');
    await desk.teach.rehearsed();
    expect((await act(second, 'publish')).status).toBe(303);
  });

  test('could not be tried', async () => {
    desk.teach.breakDown();
    const path = await draft();
    expect(await get(path)).toContain('It could not be tried out.');
    expect((await post(`${path}/publish`, { version: '1' })).status).toBe(409);
    await get(`${path}?again=1`);
    await desk.teach.rehearsed();
    expect((await act(path, 'publish')).status).toBe(303);
  });
});

test('While it is being tried the page says so, and how to look again without a script', async () => {
  const response = await post('/console/teach/new', wording);
  const path = response.headers.get('location') ?? '';
  const page = await get(path);
  expect(page).toContain('It is being tried out');
  expect(page).toContain(`<a href="${path}">Look again</a>`);
  expect(page).toContain('data-live="teaching"');
  await desk.teach.rehearsed();
});

describe('Where a second person is needed', () => {
  let ben: Staff;
  beforeEach(async () => {
    await startAnother({ teaching: { needsSecond: true } });
    ben = await desk.signInAs('Ben', ['curator']);
  });

  test('the author sends it, and somebody else publishes it', async () => {
    const path = await draft();
    expect(await get(path)).toContain('Somebody else must publish this');
    expect((await act(path, 'publish')).status).toBe(409);
    expect((await act(path, 'send')).status).toBe(303);
    expect(await get(path)).toContain('It waits for a second person.');
    expect(await get('/console/teach', ben)).toContain('Waiting for a second person');
    expect((await act(path, 'publish', {}, ben)).status).toBe(303);
    expect(await get(path)).toContain('Published: Ben');
  });

  test('whoever changes it is its author from then on', async () => {
    const path = await draft();
    await act(path, 'send');
    const edited = {
      ...wording,
      phrasing: 'what do we pay',
      ask: 'what do we pay',
      version: await version(path, ben),
    };
    expect((await post(`${path}/edit`, edited, ben)).status).toBe(303);
    await get(path, ben);
    await desk.teach.rehearsed();
    expect((await act(path, 'publish', {}, ben)).status).toBe(409);
    expect((await act(path, 'publish')).status).toBe(303);
  });
});

test('What the files contradict is said on the page and in the list', async () => {
  const { teachings } = desk.teach.options;
  const change = { kind: 'addPhrasing', entry: 'gone', language: 'en', phrasing: 'a b', ask: 'a b' } as const;
  const { id } = await teachings.add({ author: 'Anna', escalation: null, change, at: desk.clock.now });
  await teachings.change(id, { kind: 'publish', staff: 'Anna', needsSecond: false }, desk.clock.now, 1);
  await desk.teach.goLive();
  expect(await get(`/console/teach/${id}`)).toContain('&quot;gone&quot; is not there any more');
  expect(await get('/console/teach')).toContain('because the files say something else: 1.');
});

describe('The door', () => {
  test('lets curators in only, also by a form', async () => {
    const cem = await desk.signInAs('Cem', ['staff']);
    const path = await draft();
    for (const page of ['/console/teach', '/console/teach/new', path, `${path}/edit`])
      expect((await desk.send(page, { staff: cem })).status).toBe(403);
    for (const page of ['/console/teach/new', `${path}/publish`, `${path}/discard`, `${path}/edit`])
      expect((await post(page, wording, cem)).status).toBe(403);
    const { id } = await desk.ask('Who?');
    await desk.escalations.change(id, { kind: 'reply', staff: 'Cem', text: 'I.' }, desk.clock.now, null);
    expect(await get(`/console/escalations/${id}`, cem)).not.toContain('Teach the bot');
  });

  test('keeps the answer that was typed when the session is over', async () => {
    const nobody = { cookie: '', csrf: '' };
    const response = await post('/console/teach/new', { ...entry, answer: 'A long answer.' }, nobody);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('A long answer.');
  });

  test('takes no form without its token, and changes nothing by GET', async () => {
    const path = await draft(entry);
    const forged = await desk.send(`${path}/publish`, { staff: anna, fields: { csrf: 'x', version: '1' } });
    expect(forged.status).toBe(403);
    const opened = await desk.send(`${path}/publish`, { staff: anna });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
    expect(await desk.teach.options.teachings.served()).toEqual([]);
  });

  test('answers for what is not there as for any other address', async () => {
    const elsewhere = await get('/console/nothing/here');
    expect(await get('/console/teach/nope')).toBe(elsewhere);
    expect(await get('/console/teach/nope/edit')).toBe(elsewhere);
    expect((await post('/console/teach/nope/publish', {})).status).toBe(404);
    expect((await desk.send(`/console/teach/${'x'.repeat(101)}`, { staff: anna })).status).toBe(404);
  });
});

test('Every language has its pages', async () => {
  const { teachings } = desk.teach.options;
  await teachings.add({ author: 'Anna', escalation: null, change: desks, at: desk.clock.now });
  for (const [tag, sentence] of Object.entries({
    de: 'Was dem Bot beigebracht wurde',
    es: 'Lo que se le ha enseñado',
    pt: 'O que foi ensinado',
    fr: 'Ce que le bot a appris',
  })) {
    const response = await desk.send('/console/teach', { staff: anna, headers: { 'Accept-Language': tag } });
    expect(await response.text()).toContain(sentence);
  }
});
