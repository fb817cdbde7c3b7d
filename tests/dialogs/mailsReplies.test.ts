// What a visitor is told about mail: only what the service does.
import { describe, expect, test } from '@jest/globals';
import { mailTexts } from '../../dialogs/index.ts';
import { languages } from '../../knowledge/index.ts';
import { startConversation } from '../support/dialogs/conversation.ts';

async function leaveAddress(mailsReplies: boolean): Promise<string> {
  const talk = startConversation({ mailsReplies });
  await talk.says('Does ICLEI lend bicycles?');
  const [asked] = await talk.pressesButton('Leave an e-mail address');
  const [saved] = await talk.says('eva@example.org');
  expect(talk.escalations.all[0]?.email).toBe('eva@example.org');
  return `${asked?.text}\n${saved?.text}`;
}

test('Where replies are mailed, the visitor is told when', async () => {
  expect(await leaveAddress(true)).toMatch(/is mailed if you are not here.*is mailed to that address if/su);
});

test('Where they are not, no mail is promised', async () => {
  expect(await leaveAddress(false)).not.toMatch(/mailed/u);
});

describe.each(languages)('The sentences in %s', (language) => {
  test('name the question, and the address that was noted', () => {
    const words = mailTexts(language);
    expect(words.askForEmail('ICL-7F3K-9Q')).toContain('**ICL-7F3K-9Q**');
    expect(words.emailSaved('me@example.org', 'ICL-7F3K-9Q')).toMatch(
      /me@example\.org.*\*\*ICL-7F3K-9Q\*\*/su,
    );
  });
});
