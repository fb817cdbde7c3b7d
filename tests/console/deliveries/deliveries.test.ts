import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveryTexts } from '../../../bot/console/deliveries/texts.ts';
import { languages } from '../../../knowledge/index.ts';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const pageOf = async (path: string) => (await desk.send(path, { staff: anna })).text();
const decide = (id: string, delivery: string, action: string, staff: Staff | undefined = anna) =>
  desk.send(`/console/escalations/${id}/deliveries/${delivery}/${action}`, {
    ...(staff && { staff }),
    fields: {},
  });

describe('A reply that may have arrived', () => {
  test('is shown on its question, with what may be done', async () => {
    const question = await desk.ask('Who runs it?');
    const reply = { text: 'Anna **does**.', by: 'Ben', at: desk.clock.now };
    const id = desk.deliveries.add(question, {
      status: 'uncertain',
      route: 'mail',
      reply,
      note: 'It broke.',
    });
    const page = await pageOf(`/console/escalations/${question.id}`);
    for (const text of [
      'Delivery uncertain (by e-mail)',
      'It broke.',
      'Anna <strong>does</strong>.',
      'Send again',
      'Mark as delivered',
      `/console/escalations/${question.id}/deliveries/${id}/resend`,
      `/console/escalations/${question.id}/deliveries/${id}/delivered`,
    ])
      expect(page).toContain(text);
  });

  test.each([
    ['resend', 'resent', 'resend d1 by Anna'],
    ['delivered', 'marked', 'markDelivered d1 by Anna'],
  ])('can be settled by "%s", once', async (action, done, decided) => {
    const question = await desk.ask('Who runs it?');
    const id = desk.deliveries.add(question, { status: 'uncertain' });
    const here = `/console/escalations/${question.id}`;
    const first = await decide(question.id, id, action);
    expect([first.status, first.headers.get('location')]).toEqual([303, `${here}?done=${done}`]);
    const second = await decide(question.id, id, action);
    expect(second.headers.get('location')).toBe(`${here}?done=settledMeanwhile`);
    expect(desk.deliveries.decided).toEqual([decided]);
    expect(await pageOf(`${here}?done=settledMeanwhile`)).toContain('was dealt with meanwhile');
    expect(await pageOf(here)).not.toContain('Delivery uncertain');
  });
});

test('A reply that has not arrived is to be tried again', async () => {
  const question = await desk.ask('Who runs it?');
  desk.deliveries.add(question, { status: 'failed' });
  const page = await pageOf(`/console/escalations/${question.id}`);
  expect(page).toContain('Reply not delivered (in the conversation)');
  expect(page).toContain('Try again');
});

describe('The queue', () => {
  test('says nothing while all is well', async () => {
    expect(await pageOf('/console')).not.toContain('class="alert"');
  });

  test('names the questions whose replies need a look', async () => {
    const questions = [];
    for (let i = 0; i < 7; i++) questions.push(await desk.ask(`Who runs it (${i})?`));
    for (const question of questions) desk.deliveries.add(question, {});
    const [first] = questions;
    if (first) desk.deliveries.add(first, { status: 'uncertain' });
    const page = await pageOf('/console');
    expect(page).toContain('8 replies need a look:');
    expect(page).toContain(`href="/console/escalations/${first?.id}">${first?.reference}</a>`);
    expect(page).toContain('and 2 more');
  });

  test('tells of a single one', async () => {
    desk.deliveries.add(await desk.ask('Who runs it?'), {});
    expect(await pageOf('/console?status=answered')).toContain('A reply needs a look:');
  });
});

describe('Nobody', () => {
  test('settles a delivery of another question, or of none', async () => {
    const [one, other] = [await desk.ask('Who runs it?'), await desk.ask('What does it cost?')];
    const id = desk.deliveries.add(one, {});
    expect((await decide(other.id, id, 'resend')).headers.get('location')).toContain('settledMeanwhile');
    expect((await decide('nothing', id, 'resend')).status).toBe(404);
    expect(desk.deliveries.decided).toEqual([]);
  });

  test('settles one from outside, without the page’s token, or by opening an address', async () => {
    const question = await desk.ask('Who runs it?');
    const id = desk.deliveries.add(question, {});
    for (const action of ['resend', 'delivered']) {
      const path = `/console/escalations/${question.id}/deliveries/${id}/${action}`;
      expect((await desk.send(path, { fields: { csrf: anna.csrf } })).status).toBe(401);
      expect((await decide(question.id, id, action, { ...anna, csrf: 'x' })).status).toBe(403);
      const opened = await desk.send(path, { staff: anna });
      expect(opened.headers.get('location')).toBe(`/console/escalations/${question.id}`);
      const curator = await desk.signInAs(`Cora ${action}`, ['curator']);
      expect((await decide(question.id, id, action, curator)).status).toBe(403);
    }
    expect(desk.deliveries.decided).toEqual([]);
  });
});

describe('Staff are told', () => {
  async function answered(email: string | null) {
    const { id } = await desk.ask('Who runs it?');
    if (email) await desk.escalations.change(id, { kind: 'leaveEmail', email }, desk.clock.now, null);
    const before = await pageOf(`/console/escalations/${id}`);
    await desk.escalations.change(id, { kind: 'reply', staff: 'Anna', text: 'I do.' }, desk.clock.now, null);
    const sent = await pageOf(`/console/escalations/${id}`);
    await desk.escalations.delivered(id, desk.clock.now);
    return { before, sent, delivered: await pageOf(`/console/escalations/${id}`) };
  }

  test('that a reply waits in the chat until the visitor comes back, and when they have', async () => {
    desk.reach.lastSeen = new Date(desk.clock.now.getTime() - 60_000);
    const { sent, delivered } = await answered(null);
    expect(sent).not.toContain('waits in the chat');
    expect(delivered).toContain('The reply waits in the chat');
    desk.reach.lastSeen = desk.clock.now;
    expect((await answered(null)).delivered).toContain('has had the chat open since');
  });

  test('that a reply goes out by mail where it does', async () => {
    desk.reach.byMail = true;
    const { before, delivered } = await answered('eva@example.org');
    expect(before).toContain('goes there as well if they are not there');
    expect(delivered).toContain('by itself if the visitor is not there to read it');
    expect(before + delivered).not.toContain('No mail goes out by itself');
  });
});

const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

test.each(languages)('every sentence of %s has the slots of the English one and is not empty', (language) => {
  const other = new Map(Object.entries(deliveryTexts[language]));
  expect([...other.keys()].sort()).toEqual(Object.keys(deliveryTexts.en).sort());
  for (const [key, sentence] of Object.entries(deliveryTexts.en)) {
    expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
    expect(other.get(key)?.trim()).toBe(other.get(key));
    expect(other.get(key)).not.toBe('');
  }
});
