import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const pageOf = async (path: string) => (await desk.send(path, { staff: anna })).text();
const reply = (id: string, text: string, version: number, staff = anna) =>
  desk.send(`/console/escalations/${id}/reply`, { staff, fields: { text, version: String(version) } });

describe('the queue', () => {
  test('is pleasant when nobody waits', async () => {
    expect(await pageOf('/console')).toContain('Nobody is waiting for an answer');
  });

  test('shows who waits, oldest first, and who is on it', async () => {
    const first = await desk.ask('Who runs it?', { at: new Date('2026-11-23T08:00:00Z'), language: 'de' });
    const second = await desk.ask('What does it cost?');
    await desk.escalations.change(second.id, { kind: 'claim', staff: 'Ben' }, desk.clock.now, null);
    await desk.escalations.change(first.id, { kind: 'leaveEmail', email: 'a@b.org' }, desk.clock.now, null);
    const page = await pageOf('/console');
    expect(page.indexOf('Who runs it?')).toBeLessThan(page.indexOf('What does it cost?'));
    for (const text of ['waiting 2 hr', 'German', first.reference, 'Ben is on it', 'e-mail left']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('(2) Questions');
  });

  test('has one list for each status', async () => {
    const { id } = await desk.ask('Who runs it?');
    await reply(id, 'Anna does.', 1);
    expect(await pageOf('/console')).not.toContain('Who runs it?');
    expect(await pageOf('/console?status=answered')).toContain('answered by Anna');
    expect((await desk.send('/console?status=nonsense', { staff: anna })).status).toBe(200);
  });
});

describe('one escalation', () => {
  test('tells all that is known', async () => {
    const { id, reference } = await desk.ask('Who runs it?', {
      tried: {
        cause: 'noneOfThese',
        reason: 'Two entries were close.',
        matches: [
          { entry: 'solutions-gateway', question: 'What is the Solutions Gateway?', confidence: 0.42 },
        ],
        rejected: ['solutions-gateway', 'uraia'],
        unknownWords: ['flurb'],
      },
    });
    await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn' }, desk.clock.now, null);
    await desk.escalations.change(id, { kind: 'leaveEmail', email: 'eva@example.org' }, desk.clock.now, null);
    desk.transcript.push(
      { at: desk.clock.now, from: 'visitor', name: null, text: 'Who runs **it**?' },
      { at: desk.clock.now, from: 'bot', name: null, text: 'That is **not** known to me.' },
    );
    const page = await pageOf(`/console/escalations/${id}`);
    for (const text of [
      reference,
      'In Bonn',
      'href="mailto:eva@example.org"',
      'Who runs **it**?',
      '<strong>not</strong>',
      'The visitor meant none of the questions offered.',
      'Two entries were close.',
      'What is the Solutions Gateway?',
      'value="0.420"',
      'uraia',
      'flurb',
      'Handed over to staff',
      'The visitor added details',
    ]) {
      expect(page).toContain(text);
    }
  });

  test('that does not exist is the same 404 like any other address', async () => {
    const unknown = await desk.send('/console/escalations/nope', { staff: anna });
    const elsewhere = await desk.send('/console/nothing/here', { staff: anna });
    const long = await desk.send(`/console/escalations/${'x'.repeat(101)}`, { staff: anna });
    expect([unknown.status, elsewhere.status, long.status]).toEqual([404, 404, 404]);
    const page = await unknown.text();
    expect(await elsewhere.text()).toBe(page);
    expect(await long.text()).toBe(page);
    expect((await reply('nope', 'Hello', 1)).status).toBe(404);
  });
});

describe('a reply', () => {
  test('is stored under the name of who wrote it', async () => {
    const { id } = await desk.ask('Who runs it?');
    const response = await reply(id, 'Anna\r\ndoes.', 1);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/console/escalations/${id}?done=replied`);
    const stored = await desk.escalations.byId(id);
    expect(stored?.status).toBe('answered');
    expect(stored?.reply).toEqual({ by: 'Anna', text: 'Anna\ndoes.', at: desk.clock.now });
    expect(await pageOf(`/console/escalations/${id}?done=replied`)).toContain('on its way to the visitor');
  });

  test('that comes second is not lost: who was faster is told, and the text stays', async () => {
    const { id } = await desk.ask('Who runs it?');
    const ben = await desk.signIn('Ben');
    desk.clock.now = new Date('2026-11-23T10:21:00Z');
    await reply(id, 'I do.', 1);
    const second = await reply(id, 'Nobody </textarea> does.', 1, ben);
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toMatch(
      /Answered by Anna at <time [^>]*>10:21 UTC<\/time> meanwhile\. Your text is kept below\./u,
    );
    expect(page).toContain('Nobody &lt;/textarea&gt; does.');
    expect((await desk.escalations.byId(id))?.reply?.text).toBe('I do.');
  });

  test('that crosses new details asks to read them first, and keeps the text', async () => {
    const { id } = await desk.ask('Who runs it?');
    await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn' }, desk.clock.now, null);
    const response = await reply(id, 'I do.', 1);
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('Please read what is new and send again');
    expect(page).toContain('I do.</textarea>');
    expect(page).toContain('name="version" value="2"');
    expect((await reply(id, 'I do.', 2)).status).toBe(303);
  });

  test('sent twice by a double click is one reply and no complaint', async () => {
    const { id } = await desk.ask('Who runs it?');
    expect((await reply(id, 'I do.', 1)).status).toBe(303);
    expect((await reply(id, 'I do.', 1)).status).toBe(303);
    expect(desk.escalations.writes()).toBe(2);
  });

  test('can be followed by a correction, which is a reply of its own', async () => {
    const { id } = await desk.ask('Who runs it?');
    await reply(id, 'I do.', 1);
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('A further reply, for example a correction');
    expect((await reply(id, 'Ben does.', 2)).status).toBe(409);
    const correct = () =>
      desk.send(`/console/escalations/${id}/reply`, {
        staff: anna,
        fields: { text: 'Ben does.', version: '2', again: '1' },
      });
    expect((await correct()).status).toBe(303);
    expect((await correct()).status).toBe(303);
    const history = await desk.escalations.history(id);
    expect(history.flatMap(({ kind, text }) => (kind === 'reply' ? text : []))).toEqual([
      'I do.',
      'Ben does.',
    ]);
    expect((await desk.escalations.byId(id))?.reply?.text).toBe('Ben does.');
  });

  test('is on its way until it has arrived, and what was said about it is not said longer than it is true', async () => {
    const { id } = await desk.ask('Who runs it?');
    await reply(id, 'I do.', 1);
    const told = async () =>
      /<div data-live="notice"[^>]*>(.*?)<\/div>/su.exec(
        await pageOf(`/console/escalations/${id}?done=replied`),
      )?.[1] ?? '';
    expect(await told()).toContain('Your reply is on its way');
    await desk.escalations.delivered(id, desk.clock.now);
    expect(await told()).toContain('Your reply has been delivered');
    const correction = { text: 'Ben does.', version: '2', again: '1' };
    await desk.send(`/console/escalations/${id}/reply`, { staff: anna, fields: correction });
    expect(await told()).toContain('Your reply is on its way');
    await desk.escalations.delivered(id, desk.clock.now, 'The channel answered with status 403.');
    expect(await told()).toContain('could not be delivered');
    await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn' }, desk.clock.now, null);
    expect(await told()).toBe('');
  });

  test('that the visitor adds to waits again, for anybody', async () => {
    const { id } = await desk.ask('Who runs it?');
    await reply(id, 'I do.', 1);
    await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn' }, desk.clock.now, null);
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('Nobody is on it yet.');
    expect(page).toMatch(/<dt>Worked on by<\/dt><dd>Nobody yet<\/dd>/u);
    expect(page).toContain('I do.');
    expect((await reply(id, 'I still do.', 3)).status).toBe(303);
  });

  test('to a visitor with an address tells that no mail goes out, and begins one', async () => {
    const { id, reference } = await desk.ask('Who runs it?');
    await desk.escalations.change(
      id,
      { kind: 'leaveEmail', email: 'eva+b@example.org' },
      desk.clock.now,
      null,
    );
    expect(await pageOf(`/console/escalations/${id}`)).toContain('The visitor left an e-mail address, <a');
    await reply(id, 'Ask **Ben** & [Ana](https://iclei.org/ana).\nGoodbye', 2);
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('No mail goes out by itself.');
    const body = encodeURIComponent('Ask Ben & Ana (https://iclei.org/ana).\r\nGoodbye');
    const subject = encodeURIComponent(`ICLEI: ${reference}`);
    expect(page).toContain(`href="mailto:eva%2Bb@example.org?subject=${subject}&amp;body=${body}"`);
  });

  test('too long for such a link is to be copied', async () => {
    const { id, reference } = await desk.ask('Who runs it?');
    await desk.escalations.change(id, { kind: 'leaveEmail', email: 'eva@example.org' }, desk.clock.now, null);
    await reply(id, 'ü'.repeat(1000), 2);
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('copy the text into the mail');
    expect(page).toContain(
      `href="mailto:eva@example.org?subject=${encodeURIComponent(`ICLEI: ${reference}`)}"`,
    );
  });

  test('that is empty, too long or without a version is not taken', async () => {
    const { id } = await desk.ask('Who runs it?');
    expect((await reply(id, ' \n ', 1)).status).toBe(422);
    const long = await reply(id, 'x'.repeat(4001), 1);
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('x'.repeat(4001));
    expect((await reply(id, 'I do.', -1)).status).toBe(409);
    expect((await desk.escalations.byId(id))?.status).toBe('open');
    expect((await reply(id, 'ü'.repeat(4000), 1)).status).toBe(303);
  });
});

describe('claim and close', () => {
  test('say who was faster', async () => {
    const { id } = await desk.ask('Who runs it?');
    const ben = await desk.signIn('Ben');
    const claim = (staff: Staff) => desk.send(`/console/escalations/${id}/claim`, { staff, fields: {} });
    expect((await claim(anna)).status).toBe(303);
    expect((await claim(anna)).status).toBe(303);
    const second = await claim(ben);
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Anna took this question at');
  });

  test('close a question for good', async () => {
    const { id } = await desk.ask('Who runs it?');
    const close = () =>
      desk.send(`/console/escalations/${id}/close`, { staff: anna, fields: { version: '1' } });
    expect((await close()).status).toBe(303);
    expect((await desk.escalations.byId(id))?.status).toBe('closed');
    const late = await reply(id, 'I do.', 1);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Closed by Anna at');
  });
});
