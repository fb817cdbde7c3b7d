import { describe, expect, test } from '@jest/globals';
import { labelsOf, only, startConversation } from '../support/dialogs/conversation.ts';

const scripts = {
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
} as const;
const visitor = () => startConversation({ scripts });

describe('what is private in a question', () => {
  test('is not stored; the visitor sees what is, and may change it', async () => {
    const talk = visitor();
    const handedOver = only(
      await talk.says('Can bob@example.org (+49 228 97629928) lead the Llama project?'),
    );
    expect(handedOver.text).toContain(
      '*“Can \\[e-mail removed\\] (\\[phone number removed\\]) lead the Llama project?”*',
    );
    expect(labelsOf(handedOver)).toContain('Change the text');
    const [stored] = talk.escalations.all;
    expect(JSON.stringify(stored)).not.toMatch(/bob|example|97629928/u);

    expect(only(await talk.pressesButton('Change the text')).text).toContain('**ICL-2222-22**');
    const edited = only(await talk.says('Can a colleague of mine, me@example.org, lead it?'));
    expect(edited.text).toBe(
      'Thank you. Your question **ICL-2222-22** now reads: *“Can a colleague of mine, \\[e-mail removed\\], lead it?”*',
    );
    expect(talk.escalations.all).toHaveLength(1);
    expect(talk.escalations.all[0]?.question).toBe('Can a colleague of mine, [e-mail removed], lead it?');
    expect(JSON.stringify(talk.escalations.all[0])).not.toContain('Llama');
    expect((await talk.escalations.history('escalation-1')).map(({ kind }) => kind)).toEqual([
      'editQuestion',
    ]);
  });

  test('is not stored with details either, but an address left on purpose is', async () => {
    const talk = visitor();
    await talk.says('How much is bitcoin?');
    await talk.pressesButton('Add details');
    const added = only(await talk.says('My card is 4111 1111 1111 1111.'));
    expect(added.text).toContain('*“My card is \\[card number removed\\].”*');
    expect(talk.escalations.all[0]?.details).toEqual(['My card is [card number removed].']);
    await talk.pressesButton('Leave an e-mail address');
    await talk.says('me@example.org');
    expect(talk.escalations.all[0]?.email).toBe('me@example.org');
  });

  test('is taken out of both messages of a question that came in two', async () => {
    const talk = visitor();
    await talk.says('xkcdq a@b.org');
    await talk.says('talk to a person about the grants, 0228 97629928', { after: 5 });
    expect(JSON.stringify(talk.escalations.all)).not.toMatch(/a@b|97629928/u);
    expect(talk.escalations.all.length).toBeGreaterThan(0);
  });

  test('a question without any is handed over as ever: nothing to confirm, nothing to change', async () => {
    const reply = only(await visitor().says('How much is bitcoin in 2024-2025?'));
    expect(reply.text).not.toContain('removed');
    expect(labelsOf(reply)).not.toContain('Change the text');
  });

  test('is not repeated by the bot either: staff read what it said', async () => {
    const talk = visitor();
    await talk.says('What is ICLEI? My mail is bob@example.org');
    await talk.says('What is ICLEI?');
    await talk.says('that didn’t help');
    await talk.says('where do the llamas of bob@example.org live');
    const handedOver = (await talk.says('talk to a person')).map(({ text }) => text).join('\n');
    expect(handedOver).not.toContain('bob@example');
  });

  test('the same question, its private part included, is known again', async () => {
    const talk = visitor();
    await talk.says('Call 0228 97629928 about the llamas');
    expect(only(await talk.says('call 0228 97629928 about the llamas!')).text).toContain('already with');
    expect(talk.escalations.all).toHaveLength(1);
  });
});

describe('another wording', () => {
  test.each(['Change the text', 'edit my question', 'change my question please'])(
    'may be given by typing "%s", also where nothing was taken out',
    async (typed) => {
      const talk = visitor();
      await talk.says('How much is bitcoin?');
      await talk.says(typed);
      await talk.says('How much is silver?');
      expect(talk.escalations.all.map(({ question }) => question)).toEqual(['How much is silver?']);
    },
  );

  test('is given up with "never mind"', async () => {
    const talk = visitor();
    await talk.says('How much is bitcoin?');
    await talk.says('change the text');
    await talk.says('never mind');
    expect(only(await talk.says('What is ICLEI?')).entry).toBe('what-is-iclei');
    expect(talk.escalations.all[0]?.question).toBe('How much is bitcoin?');
  });

  test('asked for is asked for again in another language', async () => {
    const talk = visitor();
    await talk.says('How much is bitcoin?');
    await talk.says('change the text');
    expect(only(await talk.says('auf Deutsch bitte')).text).toContain(
      'Wie soll Ihre Frage **ICL-2222-22** lauten?',
    );
  });

  test('comes too late once staff have answered, before or while it is written', async () => {
    const talk = visitor();
    await talk.says('How much is bitcoin?');
    await talk.says('change the text');
    await talk.escalations.change(
      'escalation-1',
      { kind: 'reply', staff: 'Ana', text: 'A lot.' },
      new Date(),
      null,
    );
    expect(only(await talk.says('How much is silver?')).text).toContain('answered already');
    expect(only(await talk.says('change the text')).text).toContain('answered already');
    expect(talk.escalations.all[0]?.question).toBe('How much is bitcoin?');
  });

  test('of somebody else’s question is refused', async () => {
    const talk = visitor();
    await talk.says('How much is bitcoin?');
    const other = startConversation({ scripts, id: 'c2', escalations: talk.escalations });
    const refused = only(await other.presses({ action: 'editQuestion', escalation: 'ICL-2222-22' }));
    expect(refused.text).toContain('can’t find a question');
    expect(talk.escalations.all[0]?.question).toBe('How much is bitcoin?');
  });
});
