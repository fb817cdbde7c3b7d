// Short journeys in each language with the knowledge and the matcher as they are shipped.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMatcher, type KnowledgeBase, loadKnowledge, type Matcher } from '../../knowledge/index.ts';
import { only, startConversation } from '../support/dialogs/conversation.ts';

let base: KnowledgeBase;
let matcher: Matcher;

beforeAll(async () => {
  const loaded = await loadKnowledge('knowledge');
  if (!loaded.ok) throw new Error('The knowledge has faults: npm run knowledge:check');
  base = loaded.knowledge;
  matcher = createMatcher(base);
}, 60_000);

describe.each([
  [
    'en',
    'hello!',
    'what is the Solutions Gateway?',
    'who runs it?',
    'How do I become an astronaut?',
    'talk to a person',
  ],
  [
    'es',
    'hola',
    '¿Qué es el Solutions Gateway?',
    '¿y quién lo gestiona?',
    '¿Cómo me hago astronauta?',
    'hablar con una persona',
  ],
  [
    'pt',
    'olá',
    'O que é o Solutions Gateway?',
    'e quem o gere?',
    'Como me torno astronauta?',
    'falar com uma pessoa',
  ],
  [
    'fr',
    'bonjour',
    'Qu’est-ce que le Solutions Gateway ?',
    'et qui le gère ?',
    'Comment réparer ma voiture ?',
    'parler à une personne',
  ],
  [
    'de',
    'Guten Tag',
    'Was ist das Solutions Gateway?',
    'und wer betreibt es?',
    'Wie werde ich Astronaut?',
    'mit einem Menschen sprechen',
  ],
] as const)('in %s', (language, hello, question, followUp, unknown, person) => {
  test('a visitor is greeted, answered, understood in context, and handed over', async () => {
    const talk = startConversation({ base, matcher });
    expect(only(await talk.says(hello))).toMatchObject({ kind: 'smallTalk', language });
    expect(only(await talk.says(question))).toMatchObject({
      kind: 'answer',
      entry: 'solutions-gateway',
      language,
    });
    expect(only(await talk.says(followUp))).toMatchObject({ entry: 'solutions-gateway-who-runs', language });
    // Whether an off-topic question is asked back, declined or handed over is the matcher's to say; who then wants a person
    // gets one either way.
    const first = only(await talk.says(unknown));
    const refused =
      first.kind === 'didYouMean' ? only(await talk.pressesButton(first.choices.at(-1)?.label ?? '')) : first;
    expect(refused).toMatchObject({ kind: 'noAnswer', language });
    const handedOver = only(await talk.says(person));
    expect(handedOver.language).toBe(language);
    expect(talk.escalations.all.map(({ reference }) => reference)).toEqual([handedOver.escalation]);
    expect([null, handedOver.escalation]).toContain(refused.escalation);
  });
});

test('Whoever may hand over nothing more is shown how to reach ICLEI', async () => {
  const talk = startConversation({ base, matcher });
  for (const topic of ['llamas', 'rockets', 'operas']) {
    await talk.says('talk to a person');
    await talk.says(`Do you breed ${topic}?`);
    await talk.says('hello');
  }
  const { choices } = only(await talk.says('talk to a person'));
  expect(choices.map(({ action }) => action)).toContainEqual({ action: 'ask', entry: 'iclei-contact' });
});
