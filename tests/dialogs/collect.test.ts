import { describe, expect, test } from '@jest/globals';
import { labelsOf, only, startConversation } from '../support/dialogs/conversation.ts';
import { createMemoryCollectionCodes } from '../support/dialogs/memoryCollectionCodes.ts';

const scripts = {
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
} as const;

/** A visitor with a question with staff, and somebody in another conversation. */
async function elsewhere() {
  const codes = createMemoryCollectionCodes();
  const asker = startConversation({ scripts, codes });
  const handedOver = only(await asker.says('How much is bitcoin?'));
  const other = startConversation({
    scripts,
    codes,
    id: 'c2',
    escalations: asker.escalations,
    reference: '{"c":2}',
  });
  return { asker, other, handedOver, escalations: asker.escalations };
}
const code = 'ICL-2222-22-H4TM2';

describe('the code of a question', () => {
  test('is told once, when it is handed over, with what it opens', async () => {
    const { asker, handedOver } = await elsewhere();
    expect(handedOver.text).toContain(`**${code}**`);
    expect(handedOver.text).toContain('whoever has it can read your question');
    const again = [
      ...(await asker.says('ICL-2222-22')),
      ...(await asker.says('how much is bitcoin')),
      ...(await asker.says('how is my question doing')),
    ];
    expect(again.map(({ text }) => text).join('\n')).not.toContain('H4TM2');
  });

  test('opens it in any conversation: how it stands, the reply, and adding to it', async () => {
    const { other, escalations } = await elsewhere();
    expect(only(await other.says(code)).text).toContain('waiting for a reply');
    await other.pressesButton('Add details');
    await other.says('In euros.');
    expect(escalations.all[0]?.details).toEqual(['In euros.']);
    await escalations.change(
      'escalation-1',
      { kind: 'reply', staff: 'Ana', text: 'A lot.' },
      new Date(),
      null,
    );
    const [status, reply] = await other.says('what is the status of my question');
    expect(status?.text).toContain('has been answered');
    expect(reply?.text).toContain('A lot.');
    await other.says('That did not answer it');
    expect(escalations.all[0]?.status).toBe('open');
  });

  test('moves the reply here only when the visitor says so', async () => {
    const { other, escalations } = await elsewhere();
    const opened = only(await other.says(`my code is ${code}`));
    expect(labelsOf(opened)[0]).toBe('Answer me here');
    expect(escalations.all[0]?.conversationReference).toBe('{}');
    const moved = only(await other.pressesButton('Answer me here'));
    expect(moved.text).toContain('**ICL-2222-22** comes here');
    expect(labelsOf(moved)).not.toContain('Answer me here');
    expect(escalations.all[0]).toMatchObject({
      conversationReference: '{"c":2}',
      conversation: { id: 'c1' },
      version: 1,
    });
    expect((await escalations.history('escalation-1')).map(({ kind }) => kind)).toEqual(['moveHere']);
  });

  test('is remembered after a fresh start, and the asker keeps the question too', async () => {
    const { asker, other } = await elsewhere();
    await other.says(code);
    await other.says('start over');
    expect(only(await other.says('ICL-2222-22')).text).toContain('waiting for a reply');
    expect(only(await asker.says('ICL-2222-22')).text).toContain('waiting for a reply');
  });

  test('gives up what we wait for', async () => {
    const { other, escalations } = await elsewhere();
    await other.says('talk to a person');
    expect(only(await other.says(code)).text).toContain('waiting for a reply');
    expect(escalations.all).toHaveLength(1);
  });

  test('is no use in its own conversation, and does no harm: a wrong one there is no try', async () => {
    const { asker } = await elsewhere();
    for (let i = 0; i < 4; i++)
      expect(only(await asker.says('ICL-2222-22-AAAAA')).text).toContain('waiting for a reply');
  });
});

describe('without the right code', () => {
  test('nobody learns whether there is such a question; after a few tries one has to wait', async () => {
    const { other } = await elsewhere();
    const wrong = only(await other.says('ICL-2222-22-AAAAA')).text;
    expect(only(await other.says('ICL-9999-99-H4TM2')).text).toBe(wrong);
    expect(wrong).toContain('I know no question with this code');
    expect(only(await other.says(code)).text).toContain('try again in an hour');
    expect(other.state().collected).toEqual([]);
  });

  test('the short reference says that the whole code is needed', async () => {
    const { other } = await elsewhere();
    const text = only(await other.says('ICL-2222-22')).text;
    expect(text).toContain('type the full code');
    expect(only(await other.says('ICL-9999-99')).text).toBe(text);
  });

  test('a forged button moves nothing', async () => {
    const { other, escalations } = await elsewhere();
    const refused = only(await other.presses({ action: 'answerHere', escalation: 'ICL-2222-22' }));
    expect(refused.text).toContain('can’t find a question');
    expect(escalations.all[0]?.conversationReference).toBe('{}');
  });

  test('a question that is stored has its reference, even if no code can be made', async () => {
    const faults: Error[] = [];
    const codes = { ...createMemoryCollectionCodes(), issue: () => Promise.reject(new Error('disk full')) };
    const talk = startConversation({ scripts, codes, onFault: (fault) => faults.push(fault) });
    const { text } = only(await talk.says('How much is bitcoin?'));
    expect(text).toContain('**ICL-2222-22**');
    expect(text).not.toMatch(/keep this code|could not be saved/u);
    expect(faults).toHaveLength(1);
  });

  test('a service without codes tells none and opens none', async () => {
    const talk = startConversation({ scripts });
    expect(only(await talk.says('How much is bitcoin?')).text).not.toContain('keep this code');
    const other = startConversation({ scripts, id: 'c2', escalations: talk.escalations });
    expect(only(await other.says(code)).text).toContain('can’t find a question');
  });
});

test('A closed question is shown, but its reply goes nowhere else any more', async () => {
  const { other, escalations } = await elsewhere();
  await escalations.change('escalation-1', { kind: 'close', staff: 'Ana' }, new Date(), null);
  const opened = only(await other.says(code));
  expect(opened.text).toContain('is closed');
  expect(labelsOf(opened)).toEqual(['Add details', 'Ask something else']);
});

test('A code in a question is no key for whoever reads it', async () => {
  const { other, escalations } = await elsewhere();
  await other.says(
    `talk to a person about the llamas, and about my old question with the code which was ${code}`,
  );
  expect(JSON.stringify(escalations.all)).not.toContain('H4TM2');
});
