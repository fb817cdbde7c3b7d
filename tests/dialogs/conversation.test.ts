import { describe, expect, test } from '@jest/globals';
import { parseDialogState, staffReply } from '../../dialogs/index.ts';
import { labelsOf, only, startConversation } from '../support/dialogs/conversation.ts';
import type { Script } from '../support/dialogs/knowledge.ts';

const scripts: Readonly<Record<string, Script>> = {
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
  '¿qué es iclei?': { matches: { 'what-is-iclei': 0.97 }, language: 'es' },
  'what is the solutions gateway': { matches: { 'solutions-gateway': 0.95 }, language: 'en' },
  'and who runs it': { matches: { 'gateway-operator': 0.9 }, after: 'solutions-gateway' },
  'Was ist CityTalk?': { matches: { 'english-only': 0.95 }, language: 'de' },
  smart: { matches: { 'smart-approach': 0.4, 'what-is-iclei': 0.2 } },
  gateway: { matches: { 'solutions-gateway': 0.4, 'gateway-operator': 0.4 } },
  'gateway runs': { matches: { 'solutions-gateway': 0.7, 'gateway-operator': 0.3 }, language: 'en' },
  'what does': { matches: { 'what-is-iclei': 0.4 } },
  'what does the gateway do': { matches: { 'solutions-gateway': 0.9 }, language: 'en' },
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
  'where is my invoice': { outOfScope: 'invoice', language: 'en' },
  'will it rain': { outOfScope: 'weather', language: 'en' },
  'Wie werde ich Astronaut?': { unknown: ['Astronaut'], language: 'de' },
};
const visitor = (options: Parameters<typeof startConversation>[0] = {}) =>
  startConversation({ scripts, ...options });

describe('a visitor is welcomed', () => {
  test.each(['en', 'es', 'pt', 'fr', 'de'] as const)(
    'in %s: automatic, stored, a person, three questions',
    (language) => {
      const welcome = only(visitor().assistant.welcome(language));
      expect(welcome).toMatchObject({ language, kind: 'smallTalk' });
      expect(welcome.text).toContain('https://example.org/privacy');
      expect(welcome.text).toMatch(/autom[aá]ti/u);
      expect(welcome.choices.filter(({ action }) => action.action === 'ask')).toHaveLength(3);
      expect(welcome.choices.at(-1)?.action).toEqual({ action: 'person' });
    },
  );
});

describe('a question with an answer', () => {
  test('gets it with sources, dates, next questions and a way to say whether it helped', async () => {
    const reply = only(await visitor().says('What is the Solutions Gateway?'));
    expect(reply).toMatchObject({
      kind: 'answer',
      language: 'en',
      entry: 'solutions-gateway',
      confidence: 0.95,
      dates: { asOf: '2017', checkedOn: '2026-11-23' },
      feedback: { entry: 'solutions-gateway' },
    });
    expect(reply.sources).toHaveLength(1);
    expect(labelsOf(reply)).toEqual(['Who runs the Solutions Gateway?', 'What is ICLEI?']);
  });

  test('that may be meant otherwise comes with how it was taken, and first with what else may be meant', async () => {
    const talk = visitor();
    const reply = only(await talk.says('gateway runs'));
    expect(reply).toMatchObject({ kind: 'answer', entry: 'solutions-gateway', confidence: 0.7 });
    expect(reply.text).toMatch(
      /^\*If I understand you right, you ask: “What is the Solutions Gateway\?”\*\n\n\S/u,
    );
    expect(labelsOf(reply)).toEqual(['Who runs the Solutions Gateway?', 'What is ICLEI?']);
    const meant = only(await talk.pressesButton('Who runs the Solutions Gateway?'));
    expect(meant.entry).toBe('gateway-operator');
    expect(meant.text).not.toContain('If I understand');
  });

  test('is found behind a greeting, and "it" means what was just talked about', async () => {
    const talk = visitor();
    expect(only(await talk.says('Hi! What is the Solutions Gateway?')).entry).toBe('solutions-gateway');
    expect(only(await talk.says('thanks! and who runs it?')).entry).toBe('gateway-operator');
  });

  test('is answered in the language it is asked in, and in another when wished', async () => {
    const talk = visitor();
    expect(only(await talk.says('¿Qué es ICLEI?')).text).toBe('[es] The answer about what-is-iclei.');
    const [switched, again] = await talk.says('auf Deutsch bitte');
    expect(switched?.language).toBe('de');
    expect(again?.text).toBe('[de] The answer about what-is-iclei.');
  });

  test('that is answered in English only says so in the visitor’s language', async () => {
    const reply = only(await visitor().says('Was ist CityTalk?'));
    expect(reply.language).toBe('en');
    expect(reply.text).toBe('*Diese Antwort habe ich bisher nur auf Englisch:*\n\nCityTalk is a blog.');
  });

  test('may come in two messages', async () => {
    const talk = visitor();
    expect(talk.assistant.waitsForMore(talk.state(), 'what does')).toBe(true);
    await talk.says('what does');
    expect(only(await talk.says('the gateway do?', { after: 5 })).entry).toBe('solutions-gateway');
  });

  test('a message half a minute later is a question of its own', async () => {
    const talk = visitor();
    await talk.says('what does');
    expect(only(await talk.says('the gateway do?', { after: 31 })).entry).toBeNull();
  });
});

describe('the language', () => {
  test('picked in the client counts from then on, whatever was spoken before', async () => {
    const talk = visitor({ locale: 'en' });
    await talk.says('what is iclei');
    expect(only(await talk.says('hi', { locale: 'de' })).language).toBe('de');
    expect(only(await talk.says('ok', { locale: 'de' })).language).toBe('de');
    expect(only(await talk.says('what is the solutions gateway', { locale: 'de' })).language).toBe('en');
  });

  test('asked for is confirmed once, with what we wait for', async () => {
    const talk = visitor();
    expect(only(await talk.says('in English please')).text).toBe(
      'Of course, let’s continue in English. What would you like to know?',
    );
    await talk.says('how much is bitcoin');
    await talk.pressesButton('Add details');
    expect(only(await talk.says('auf Deutsch bitte')).text).toContain('zu Ihrer Frage **ICL-2222-22**');
    await talk.says('Es geht um Lamas.');
    expect(talk.escalations.all[0]?.details).toEqual(['Es geht um Lamas.']);
  });

  test.each(['Servus', 'ciao!'])(
    'has words like "%s", which greet at first and take leave later',
    async (word) => {
      const talk = visitor({ locale: 'de' });
      expect(only(await talk.says(word)).text).toMatch(/^Guten Tag/u);
      expect(only(await talk.says(word)).text).toMatch(/^Auf Wiedersehen/u);
    },
  );
});

describe('waiting for more', () => {
  test.each([
    'what is iclei',
    'what is iclei?',
    'hi',
    'thanks',
    'talk to a person',
    'in English please',
    'a@b.org',
    'ICL-7F3K-9Q',
    'How much is bitcoin?',
  ])('never after "%s"', (text) => {
    const talk = visitor();
    expect(talk.assistant.waitsForMore(talk.state(), text)).toBe(false);
  });
  test.each([
    'hi,',
    'I wanted to ask about',
    'the thing is …',
    'smart',
    'I have heard of your programme and',
  ])('after "%s"', (text) => {
    const talk = visitor();
    expect(talk.assistant.waitsForMore(talk.state(), text)).toBe(true);
  });
});

describe('did you mean', () => {
  test('offers questions; a number, a label or a press answers one', async () => {
    for (const choice of ['2', 'the second', 'what is iclei']) {
      const talk = visitor();
      const asked = only(await talk.says('smart'));
      expect(asked.kind).toBe('didYouMean');
      expect(labelsOf(asked)).toEqual(['What is the SMART approach?', 'What is ICLEI?', 'None of these']);
      expect(only(await talk.says(choice)).entry).toBe('what-is-iclei');
    }
  });

  test.each(['none', 'ninguna', 'keine davon', 'no', '3'])(
    '"%s" goes to staff with what was not meant',
    async (none) => {
      const talk = visitor();
      await talk.says('smart');
      expect(only(await talk.says(none)).escalation).toBe('ICL-2222-22');
      expect(talk.escalations.all[0]).toMatchObject({
        question: 'smart',
        tried: { cause: 'noneOfThese', rejected: ['smart-approach', 'what-is-iclei'] },
      });
    },
  );

  test('is asked once; a second unclear message goes to staff with both', async () => {
    const talk = visitor();
    await talk.says('smart');
    expect(only(await talk.says('gateway')).escalation).not.toBeNull();
    expect(talk.escalations.all[0]).toMatchObject({
      question: 'smart\ngateway',
      tried: { cause: 'rephrasedInVain', rejected: ['smart-approach', 'what-is-iclei'] },
    });
  });

  test('a new question typed instead is just answered', async () => {
    const talk = visitor();
    await talk.says('smart');
    expect(only(await talk.says('What is ICLEI?')).kind).toBe('answer');
  });
});

describe('did you mean, with a single question', () => {
  test.each([
    ['en', 'Do you mean *“What is ICLEI?”*'],
    ['de', 'Meinen Sie *„Was ist ICLEI?“*?'],
    ['es', '¿Se refiere a *«¿Qué es ICLEI?»*?'],
    ['pt', 'Você quer dizer *“O que é o ICLEI?”*?'],
    ['fr', 'Voulez-vous dire *« Qu’est-ce qu’ICLEI ? »* ?'],
  ] as const)('in %s names it, and "yes" answers it', async (locale, text) => {
    const talk = visitor({ locale });
    const asked = only(await talk.says('what does'));
    expect(asked.text).toContain(text);
    expect(asked.choices).toHaveLength(2);
    expect(only(await talk.says('ok')).entry).toBe('what-is-iclei');
  });

  test('"no" sends it to staff', async () => {
    const talk = visitor();
    expect(labelsOf(only(await talk.says('what does')))).toEqual(['What is ICLEI?', 'No, something else']);
    expect(only(await talk.says('no')).escalation).toBe('ICL-2222-22');
  });
});

describe('a question without an answer', () => {
  test('goes to staff, and the visitor gets the unknown word and a reference', async () => {
    const talk = visitor();
    const reply = only(await talk.says('Hi, how much is bitcoin'));
    expect(reply).toMatchObject({ kind: 'noAnswer', escalation: 'ICL-2222-22' });
    expect(reply.text).toContain('I have nothing on **bitcoin**.');
    expect(reply.text).toContain('**ICL-2222-22**');
    expect(labelsOf(reply)).toEqual(['Add details', 'Leave an e-mail address', 'Withdraw the question']);
    expect(talk.escalations.all[0]).toMatchObject({ question: 'Hi, how much is bitcoin', language: 'en' });
  });

  test('that is a matter for staff goes there at once, with its own words', async () => {
    const talk = visitor();
    const reply = only(await talk.says('where is my invoice'));
    expect(reply).toMatchObject({ kind: 'noAnswer', escalation: 'ICL-2222-22' });
    expect(reply.text).toMatch(
      /^Invoices are a matter for the staff\. Your reference is \*\*ICL-2222-22\*\*/u,
    );
    expect(reply.text).not.toContain('other words');
    expect(talk.escalations.all).toHaveLength(1);
  });

  test('that is nobody’s matter here is declined kindly, and goes to staff only if the visitor insists', async () => {
    const talk = visitor();
    const reply = only(await talk.says('will it rain'));
    expect(reply).toMatchObject({ kind: 'noAnswer', escalation: null });
    expect(reply.text).toBe('I know nothing about the weather.');
    expect(labelsOf(reply).at(-1)).toBe('Talk to a person');
    expect(talk.escalations.all).toHaveLength(0);
    await talk.says('Talk to a person');
    expect(talk.escalations.all[0]?.question).toBe('will it rain');
  });

  test('in German is refused in German', async () => {
    expect(only(await visitor().says('Wie werde ich Astronaut?')).text).toContain(
      'Zu **Astronaut** weiß ich leider nichts.',
    );
  });

  test('more than three an hour are not stored, and the visitor learns which ones wait', async () => {
    const talk = visitor();
    for (const topic of ['llamas', 'rockets', 'opera'])
      await talk.says(`How does one breed ${topic} nowadays?`);
    const reply = only(await talk.says('How does one breed bees nowadays?'));
    expect(reply.escalation).toBeNull();
    for (const { reference } of talk.escalations.all) expect(reply.text).toContain(reference);
    expect(talk.escalations.all).toHaveLength(3);
    const newest = talk.escalations.all[2]?.reference ?? '';
    expect(labelsOf(reply)).toEqual([`Add details to ${newest}`, 'Ask something else']);
    expect(only(await talk.says('talk to a person')).text).toContain('only a few questions an hour');
    await talk.pressesButton(`Add details to ${newest}`);
    await talk.says('And how does one breed bees?');
    expect(talk.escalations.all[2]?.details).toEqual(['And how does one breed bees?']);
  });

  test('that is answered after all can be withdrawn', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    expect(labelsOf(only(await talk.says('what is iclei')))).toContain('Withdraw question ICL-2222-22');
    expect(only(await talk.says('withdraw question ICL-2222-22')).text).toContain('withdrawn');
    expect(talk.escalations.all[0]?.status).toBe('withdrawn');
  });

  test('asked twice goes to staff once', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.says('hi');
    const again = only(await talk.says('How much is Bitcoin?!'));
    expect(again.text).toContain('already with ICLEI’s staff, reference **ICL-2222-22**');
    expect(talk.escalations.all).toHaveLength(1);
    await talk.says('withdraw my question');
    await talk.says('how much is bitcoin');
    expect(talk.escalations.all).toHaveLength(2);
  });

  test('nobody can read never bothers staff, however often it comes', async () => {
    const talk = visitor();
    for (const text of [
      'xkcdq',
      'xkcdq',
      '🤷',
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
    ]) {
      const reply = only(await talk.says(text));
      expect(reply).toMatchObject({ kind: 'noAnswer', escalation: null });
      expect(labelsOf(reply).at(-1)).toBe('Talk to a person');
    }
    expect(talk.escalations.all).toEqual([]);
  });

  test('in HTML is answered without it', async () => {
    expect(only(await visitor().says('<p>What is ICLEI?</p>')).entry).toBe('what-is-iclei');
  });
});

describe('an insult', () => {
  test.each([
    ['you are stupid', 'en'],
    ['eres tonto', 'es'],
    ['você é burro', 'pt'],
    ['tu es nul', 'fr'],
    ['du bist doof', 'de'],
  ] as const)(
    '("%s") gets a kind word and the offer of a person, and never goes to staff',
    async (text, language) => {
      const talk = visitor();
      const reply = only(await talk.says(text));
      expect(reply).toMatchObject({ kind: 'smallTalk', language });
      expect(reply.choices[0]?.action).toEqual({ action: 'person' });
      expect(talk.escalations.all).toEqual([]);
      await talk.says('ok');
      expect(talk.state().awaiting).toEqual({ kind: 'question' });
    },
  );
});

describe('talk to a person', () => {
  test('after other messages does not mean the question that is with staff already', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.says('thanks');
    expect(only(await talk.says('talk to a person')).text).toContain('ICL-2222-22');
    await talk.says('xkcdq');
    expect(only(await talk.pressesButton('Talk to a person')).text).not.toContain('ICL-');
    expect(only(await talk.says('I meant the llamas')).escalation).not.toBe('ICL-2222-22');
    expect(talk.escalations.all.map(({ question }) => question)).toEqual([
      'how much is bitcoin',
      'I meant the llamas',
    ]);
  });

  test('without a question asks for it, and sends whatever comes next', async () => {
    const talk = visitor();
    await talk.says('talk to a person');
    expect(only(await talk.says('what is iclei')).escalation).toBe('ICL-2222-22');
    expect(talk.escalations.all[0]).toMatchObject({
      question: 'what is iclei',
      // The cause says already who wanted what; staff also learn what the bot would have answered.
      tried: { cause: 'askedForPerson', reason: expect.stringMatching(/^Answered: 0\.97/u) },
    });
  });

  test('can be given up', async () => {
    const talk = visitor();
    await talk.says('hablar con una persona');
    expect(only(await talk.says('mejor no')).language).toBe('es');
    expect(only(await talk.says('what is iclei')).kind).toBe('answer');
    expect(talk.escalations.all).toHaveLength(0);
  });

  test('in the middle of a did-you-mean sends that question; twice does not send it twice', async () => {
    const talk = visitor();
    await talk.says('smart');
    await talk.says('xkcdq');
    expect(only(await talk.presses({ action: 'person' })).text).toMatch(
      /^Gladly\. You asked: \*“smart”\*\./u,
    );
    const again = only(await talk.presses({ action: 'person' }));
    expect(again.text).toContain('already');
    expect(talk.escalations.all.map(({ question }) => question)).toEqual(['smart']);
  });
});

describe('feedback', () => {
  test('not helpful is recorded and leads to a person with the question of that answer', async () => {
    const talk = visitor();
    const answer = only(await talk.says('what is iclei'));
    if (!answer.feedback) throw new Error('no feedback asked');
    await talk.says('what is the solutions gateway');
    await talk.presses({ action: 'feedback', ...answer.feedback, helpful: false });
    const sent = only(await talk.pressesButton('Send it to a person'));
    expect(sent.text).toContain('didn’t help. You asked: *“what is iclei”*.');
    expect(talk.feedback).toEqual([{ ...answer.feedback, helpful: false }]);
    expect(talk.escalations.all[0]).toMatchObject({
      question: 'what is iclei',
      tried: { cause: 'notHelpful', rejected: ['what-is-iclei'] },
    });
  });

  test.each([
    ['that didn’t help', false],
    ['no', false],
    ['👎', false],
    ['yes', true],
    ['thanks, that helped', true],
  ])('"%s" right after an answer is feedback', async (text, helpful) => {
    const talk = visitor();
    await talk.says('what is iclei');
    await talk.says(text);
    expect(talk.feedback).toMatchObject([{ entry: 'what-is-iclei', helpful }]);
  });

  test('taken back leaves nothing to be sorry for', async () => {
    const talk = visitor();
    const { feedback } = only(await talk.says('what is iclei'));
    if (!feedback) throw new Error('no feedback asked');
    const sorry = only(await talk.presses({ action: 'feedback', ...feedback, helpful: false }));
    const [sendIt] = sorry.choices;
    await talk.presses({ action: 'feedback', ...feedback, helpful: true });
    expect(only(await talk.presses(sendIt?.action ?? { action: 'help' })).text).toMatch(/^Gladly\. What/u);
    expect(talk.escalations.all).toEqual([]);
  });

  test('about an answer that was never given is not recorded', async () => {
    const talk = visitor();
    await talk.presses({ action: 'feedback', entry: 'what-is-iclei', answer: 'forged', helpful: true });
    expect(talk.feedback).toEqual([]);
  });
});

describe('a question of one’s own', () => {
  test('gets details and an address', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.pressesButton('Add details');
    await talk.says('It is for the town of Ostrava.');
    await talk.pressesButton('Leave an e-mail address');
    expect(only(await talk.says('later')).text).toContain('can’t find');
    expect(only(await talk.says('me (at) example.org')).text).toContain('me@example.org');
    expect(talk.escalations.all[0]).toMatchObject({
      details: ['It is for the town of Ostrava.'],
      email: 'me@example.org',
    });
  });

  test('has a way back from whatever we ask about it', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.pressesButton('Add details');
    expect(only(await talk.pressesButton('Never mind')).text).toContain('never mind');
    expect(talk.state().awaiting).toBeNull();
  });

  test('that does not exist gets no address, no details and no new question', async () => {
    const talk = visitor();
    await talk.says('smart');
    for (const wish of ['leave my e-mail', 'add details', 'withdraw my question'])
      expect(only(await talk.says(wish)).text).toContain('You have no question with ICLEI’s staff');
    expect(talk.escalations.all).toEqual([]);
  });

  test('takes an address that is just typed, and lets go when none comes', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.says('my mail is me@example.org');
    expect(talk.escalations.all[0]?.email).toBe('me@example.org');
    await talk.presses({ action: 'leaveEmail', escalation: 'ICL-2222-22' });
    await talk.says('later');
    expect(only(await talk.says('later')).text).toContain('do without');
    expect(talk.state().awaiting).toBeNull();
  });

  test('tells how it stands when its reference is typed, but only in its own conversation', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    expect(only(await talk.says('icl 2222 22')).text).toContain('waiting for a reply');
    const stranger = visitor({ escalations: talk.escalations, id: 'c2' });
    const foreign = only(await stranger.says('ICL-2222-22'));
    const unknown = only(await stranger.says('ICL-9999-99'));
    expect(foreign.text).toBe(unknown.text);
    for (const action of ['withdraw', 'addDetails', 'leaveEmail'] as const) {
      const reply = only(await stranger.presses({ action, escalation: 'ICL-2222-22' }));
      expect(reply.text).toBe(unknown.text);
    }
    expect(talk.escalations.all[0]?.status).toBe('open');
  });

  test.each([
    ['What is the status of my question?', 'waiting for a reply', 'en'],
    ['¿Cuál es el estado de mi pregunta?', 'espera respuesta', 'es'],
    ['Wie ist der Stand meiner Frage?', 'wartet auf eine Antwort', 'de'],
  ] as const)(
    'tells how it stands on "%s", and of the newest that was not withdrawn',
    async (text, says, language) => {
      const talk = visitor();
      expect(only(await talk.says(text))).toMatchObject({ language, escalation: null });
      for (const topic of ['llamas', 'rockets']) await talk.says(`How does one breed ${topic} nowadays?`);
      const [first, second] = talk.escalations.all.map(({ reference }) => reference);
      expect(only(await talk.says(text))).toMatchObject({
        escalation: second,
        text: expect.stringContaining(says),
      });
      await talk.says('withdraw my question');
      expect(only(await talk.says(text)).escalation).toBe(first);
      expect(talk.escalations.all).toHaveLength(2);
    },
  );

  test('is asked about while we wait for a text, and that text stays wanted no longer', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    await talk.pressesButton('Add details');
    expect(only(await talk.says('any news on my question?')).text).toContain('waiting for a reply');
    await talk.presses({ action: 'startOver' });
    await talk.says('talk to a person');
    expect(only(await talk.says('ICL-2222-22')).text).toContain('waiting for a reply');
    expect(talk.escalations.all).toMatchObject([{ details: [] }]);
  });

  test.each(['ICL-0000-00', 'ICL-O0I1-LL', 'icl-7f3k', 'my reference is ICL-9999-999'])(
    'that nobody was given, as %s, is no new question',
    async (typed) => {
      const talk = visitor();
      await talk.says('how much is bitcoin');
      expect(only(await talk.says(typed)).text).toContain('can’t find');
      expect(talk.escalations.all).toHaveLength(1);
    },
  );

  test.each(['ICL-ZZZZ-ZZ', 'ICL-2222-2', 'icl 2222 zz'])('is found when mistyped as %s', async (typed) => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    expect(only(await talk.says(typed)).escalation).toBe('ICL-2222-22');
  });

  test('shows the reply of staff with the question it answers; markup in it means nothing', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin');
    const [escalation] = talk.escalations.all;
    if (!escalation) throw new Error('nothing was escalated');
    const question = '<b>How much</b> is *bitcoin*?';
    const reply = staffReply(
      { ...escalation, question },
      { text: 'We do not know.', by: 'Ana', at: new Date(0) },
    );
    expect(reply).toMatchObject({
      kind: 'staff',
      author: { kind: 'staff', name: 'Ana' },
      escalation: 'ICL-2222-22',
    });
    expect(reply.text).toContain('\\<b\\>How much\\</b\\> is \\*bitcoin\\*?');
    expect(labelsOf(reply)).toEqual([
      'Thank you, that helped',
      'That did not answer it',
      'I’d like to add something',
      'Ask something else',
    ]);
    expect(only(await talk.says('I’d like to add something')).text).toContain('ICL-2222-22');
  });
});

describe('what goes wrong', () => {
  test('a turn that comes twice gets one answer and opens one escalation', async () => {
    const talk = visitor();
    await talk.says('how much is bitcoin', { id: 'same' });
    expect(await talk.says('how much is bitcoin', { id: 'same' })).toEqual([]);
    expect(talk.escalations.all).toHaveLength(1);
  });

  test('a turn handled again after a crash finds its own escalation, even at the limit', async () => {
    const talk = visitor();
    for (const topic of ['llamas', 'rockets']) await talk.says(`How does one breed ${topic} nowadays?`);
    const before = talk.state();
    const turn = talk.turn('How does one breed bees nowadays?');
    const first = await talk.assistant.handle(before, turn);
    const second = await talk.assistant.handle(before, turn);
    expect(second).toEqual(first);
    expect(talk.escalations.all).toHaveLength(3);
  });

  test('when nothing can be stored the visitor is told so, without a reference, and may try again', async () => {
    const faults: Error[] = [];
    const working = visitor().escalations;
    let broken = true;
    const escalations = {
      ...working,
      open: async (draft: Parameters<typeof working.open>[0]) => {
        if (broken) throw new Error('disk full');
        return working.open(draft);
      },
    };
    const talk = visitor({ escalations, onFault: (fault) => faults.push(fault) });
    const reply = only(await talk.says('how much is bitcoin', { id: 'once' }));
    expect(reply.text).toBe('Your question could not be saved just now. Please try again in a few minutes.');
    expect(reply.escalation).toBeNull();
    expect(faults).toHaveLength(1);
    broken = false;
    expect(only(await talk.says('how much is bitcoin', { id: 'once' })).escalation).not.toBeNull();
  });

  test('details and an address that can not be stored are not thanked for, and a question that can not be withdrawn stays', async () => {
    const working = visitor().escalations;
    const change = () => Promise.reject(new Error('disk full'));
    const talk = visitor({ escalations: { ...working, change } });
    const notStored = 'Your question could not be saved just now. Please try again in a few minutes.';
    await talk.says('how much is bitcoin');
    await talk.pressesButton('Add details');
    expect(only(await talk.says('In euros, please.')).text).toBe(notStored);
    await talk.says('leave an e-mail address');
    expect(only(await talk.says('me@example.org')).text).toBe(notStored);
    expect(only(await talk.says('withdraw my question')).text).toContain('didn’t work just now');
  });

  test('empty and too long messages get a sentence', async () => {
    const talk = visitor({ locale: 'de' });
    expect(only(await talk.says(' \n')).text).toContain('leer');
    for (const text of ['x'.repeat(4001), `${'x'.repeat(4000)} `]) {
      expect(only(await talk.says(text)).text).toBe(
        'Ihre Nachricht ist zu lang (höchstens 4.000 Zeichen). Bitte kürzen Sie sie.',
      );
    }
  });

  test('a state nobody can read starts anew', () => {
    expect(parseDialogState({ version: 99 }).lastTurnId).toBeNull();
    expect(parseDialogState('nonsense').answers).toEqual([]);
  });

  test('a button for an entry that no longer exists says so', async () => {
    expect(only(await visitor().presses({ action: 'ask', entry: 'gone' })).text).toContain('no longer works');
  });
});
