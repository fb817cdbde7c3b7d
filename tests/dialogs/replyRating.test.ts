import { describe, expect, test } from '@jest/globals';
import { staffReply } from '../../dialogs/index.ts';
import { languages } from '../../knowledge/index.ts';
import { type Conversation, only, startConversation } from '../support/dialogs/conversation.ts';

const scripts = {
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
} as const;

/** A visitor whose question was answered two hours later, after the last turn. */
async function answered(): Promise<Conversation> {
  const talk = startConversation({ scripts });
  await talk.says('How much is bitcoin?');
  const at = new Date(talk.turn('').at.getTime() + 7_200_000);
  await talk.escalations.change('escalation-1', { kind: 'reply', staff: 'Ana', text: 'A lot.' }, at, null);
  return talk;
}
const now = (talk: Conversation) => talk.escalations.all[0];
const kinds = async (talk: Conversation) =>
  (await talk.escalations.history('escalation-1')).map(({ kind }) => kind);

describe('under a staff reply', () => {
  test.each(languages)('there are two buttons in %s', async (language) => {
    const talk = await answered();
    const escalation = talk.escalations.all[0];
    if (!escalation?.reply) throw new Error('not answered');
    const { choices } = staffReply({ ...escalation, language }, escalation.reply);
    expect(choices.slice(0, 2).map(({ action }) => action)).toEqual([
      { action: 'rateReply', escalation: 'ICL-2222-22', helped: true },
      { action: 'rateReply', escalation: 'ICL-2222-22', helped: false },
    ]);
  });

  test('"that did not answer it" puts the question back and asks for more', async () => {
    const talk = await answered();
    const reply = only(await talk.presses({ action: 'rateReply', escalation: 'ICL-2222-22', helped: false }));
    expect(reply.text).toContain('**ICL-2222-22** is with ICLEI’s staff again');
    expect(now(talk)?.status).toBe('open');
    expect(only(await talk.says('In euros, please.')).text).toContain('added that to **ICL-2222-22**');
    expect(now(talk)).toMatchObject({ status: 'open', details: ['In euros, please.'] });
    expect(await kinds(talk)).toEqual(['reply', 'replyDidNotHelp', 'addDetails']);
  });

  test('and nothing more need be said', async () => {
    const talk = await answered();
    await talk.says('That did not answer it');
    await talk.says('never mind');
    expect(only(await talk.says('What is ICLEI?')).entry).toBe('what-is-iclei');
    expect(now(talk)).toMatchObject({ status: 'open', details: [] });
  });

  test('"thank you, that helped" is noted, and the question stays answered', async () => {
    const talk = await answered();
    const reply = only(await talk.presses({ action: 'rateReply', escalation: 'ICL-2222-22', helped: true }));
    expect(reply.text).toContain('good to know');
    expect(now(talk)?.status).toBe('answered');
    expect(await kinds(talk)).toEqual(['reply', 'replyHelped']);
  });

  test('thanks are taken, and a complaint opens the question again, when it is closed by now', async () => {
    const talk = await answered();
    await talk.escalations.change('escalation-1', { kind: 'close', staff: 'Ana' }, new Date(), null);
    expect(only(await talk.says('Thank you, that helped')).text).toContain('good to know');
    expect(only(await talk.says('That did not answer it')).text).toContain('with ICLEI’s staff again');
    expect(talk.escalations.all[0]).toMatchObject({ status: 'open', claimedBy: null });
  });

  test('nobody rates somebody else’s reply, nor one that there is not', async () => {
    const talk = await answered();
    const other = startConversation({ scripts, id: 'c2', escalations: talk.escalations });
    const action = { action: 'rateReply', escalation: 'ICL-2222-22', helped: false } as const;
    expect(only(await other.presses(action)).text).toContain('can’t find');
    expect(now(talk)?.status).toBe('answered');
    await other.says('How much is bitcoin?');
    const own = other.escalations.all[1]?.reference ?? '';
    expect(only(await other.presses({ ...action, escalation: own })).text).toContain('can’t find');
  });
});

describe('typed', () => {
  test.each([
    'That did not answer it',
    'that doesn’t answer my question',
    'Das beantwortet meine Frage nicht',
  ])('"%s" is about the newest staff reply', async (typed) => {
    const talk = await answered();
    await talk.says(typed, { after: 10_000 });
    expect(now(talk)?.status).toBe('open');
  });

  test('"that didn’t help" is about a staff reply that came since one wrote last', async () => {
    const talk = await answered();
    await talk.says('that didn’t help', { after: 10_000 });
    expect(now(talk)?.status).toBe('open');
  });

  test('and about the bot’s answer if that came later', async () => {
    const talk = await answered();
    await talk.says('What is ICLEI?', { after: 10_000 });
    await talk.says('that did not answer my question');
    expect(now(talk)?.status).toBe('answered');
    expect(talk.feedback).toMatchObject([{ entry: 'what-is-iclei', helpful: false }]);
  });

  test('"that did not answer it" is about the bot’s answer where there is no staff reply', async () => {
    const talk = startConversation({ scripts });
    await talk.says('What is ICLEI?');
    await talk.says('That did not answer it');
    expect(talk.feedback).toMatchObject([{ helpful: false }]);
    expect(talk.escalations.all).toEqual([]);
  });
});
