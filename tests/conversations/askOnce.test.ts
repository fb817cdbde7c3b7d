// Ask once, answer all: visitors of their own conversations, the shipped matcher, the database.
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type OpenDatabase, openDatabase } from '../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../bot/store/sqlEscalationStore.ts';
import type { EscalationStore } from '../../dialogs/index.ts';
import { createMatcher, type KnowledgeBase, type Language, type Matcher } from '../../knowledge/index.ts';
import { shippedKnowledge } from '../knowledge/shipped.ts';
import { startConversation } from '../support/dialogs/conversation.ts';

let base: KnowledgeBase;
let matcher: Matcher;
let database: OpenDatabase;
let store: EscalationStore;
beforeAll(async () => {
  base = await shippedKnowledge();
  matcher = createMatcher(base);
});
beforeEach(async () => {
  database = await openDatabase(':memory:');
  store = createSqlEscalationStore(database.db, () => undefined);
});
afterEach(() => database.close());

const visitor = (id: string, locale: Language = 'en') =>
  startConversation({ base, matcher, id, locale, escalations: { ...store, all: [] } });
const waiting = () => store.list({ statuses: ['open', 'claimed'], limit: 10 });
const joined = async () => store.joined((await waiting()).map(({ id }) => id));

/** Hands a question over, whatever the bot would make of it. */
async function ask(id: string, question: string, locale: Language = 'en') {
  const talk = visitor(id, locale);
  const asksFor = { en: 'talk to a person', de: 'mit einem Menschen sprechen', es: 'hablar con una persona' };
  await talk.says(locale === 'de' || locale === 'es' ? asksFor[locale] : asksFor.en);
  await talk.says(question);
  return talk;
}

test('two who ask the same get one reply, each in a conversation of their own', async () => {
  await ask('c1', 'Does ICLEI lend bicycles?');
  const second = await ask('c2', 'Do you know if ICLEI lends bicycles, please?');
  expect((await waiting()).map(({ question }) => question)).toEqual(['Does ICLEI lend bicycles?']);
  const [first] = await waiting();
  expect(await joined()).toMatchObject([{ conversation: { id: 'c2' }, joinedTo: first?.id }]);
  await store.change(
    first?.id ?? '',
    { kind: 'reply', staff: 'Ana', text: 'It does not.' },
    new Date(),
    null,
  );
  const [status, reply] = await second.says('what is the status of my question');
  expect(status?.text).toContain('has been answered');
  expect(reply?.text).toContain('Do you know if ICLEI lends bicycles, please?');
  expect(reply?.text).toContain('It does not.');
});

test.each([
  ['something else', 'Does ICLEI lend boats?'],
  ['about a matter of their own', 'Where is my invoice for the bicycles?'],
])('who asks %s waits for a reply of their own', async (_what, question) => {
  await ask('c1', 'Does ICLEI lend bicycles?');
  await ask('c2', question);
  await ask('c3', question.includes('invoice') ? question : 'Does ICLEI lend tents?');
  expect(await waiting()).toHaveLength(3);
});

test('nobody joins a question that has got details or a reply of its own, nor one of the same conversation', async () => {
  const first = await ask('c1', 'Does ICLEI lend bicycles?');
  await first.says('add details');
  await first.says('For my children.');
  await ask('c2', 'Does ICLEI lend bicycles?');
  const again = await ask('c3', 'Does ICLEI lend tents?');
  await again.says('talk to a person about whether ICLEI lends a tent?');
  expect(await joined()).toEqual([]);
});

test('in two languages it is the same if both mean one entry for certain, and wanted a person for it', async () => {
  await ask('c1', 'What is ICLEI?');
  await ask('c2', 'Was ist ICLEI?', 'de');
  await ask('c3', '¿Dónde está la sede de ICLEI?', 'es');
  expect(await joined()).toMatchObject([{ conversation: { id: 'c2' }, language: 'de' }]);
  expect(await waiting()).toHaveLength(2);
});
