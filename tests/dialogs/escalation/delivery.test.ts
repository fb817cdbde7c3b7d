import { describe, expect, test } from '@jest/globals';
import {
  deliveriesOf,
  type Escalation,
  type EscalationCommand,
  isOutdated,
  staffNotice,
  staffReply,
} from '../../../dialogs/index.ts';
import { languages } from '../../../knowledge/index.ts';
import { plainDesk } from '../../support/dialogs/plainDesk.ts';

const at = new Date('2026-11-23T10:00:00Z');
const by = { by: 'Anna', at };
const later = (ms: number) => new Date(at.getTime() + ms);
const escalation: Escalation = {
  ...plainDesk,
  id: 'e1',
  reference: 'ICL-7F3K-9Q',
  status: 'claimed',
  version: 2,
  turnId: 't1',
  conversation: { channel: 'directline', id: 'c1' },
  visitorId: 'v1',
  conversationReference: '{}',
  question: 'Does ICLEI lend *bicycles*?',
  language: 'en',
  tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
  details: [],
  email: null,
  claimedBy: 'Anna',
  reply: null,
  at,
  updatedAt: at,
};

test('The visitor is told when staff take, answer or close a question, and not of what they did themselves', () => {
  const sent = (command: EscalationCommand) => deliveriesOf(escalation, escalation, command);
  expect(sent({ kind: 'claim', staff: 'Anna' })).toEqual(['claimed']);
  expect(sent({ kind: 'reply', staff: 'Anna', text: 'No.' })).toEqual(['reply']);
  expect(sent({ kind: 'close', staff: 'Anna' })).toEqual(['closed']);
  expect(sent({ kind: 'withdraw' })).toEqual([]);
  expect(sent({ kind: 'leaveEmail', email: 'a@b.org' })).toEqual([]);
  expect(sent({ kind: 'addDetails', text: 'Soon?' })).toEqual([]);
});

describe('A notice is outdated', () => {
  test('once it is not so any more', () => {
    expect(isOutdated('claimed', escalation, by, at)).toBe(false);
    expect(isOutdated('claimed', { ...escalation, status: 'answered' }, by, at)).toBe(true);
    expect(isOutdated('claimed', { ...escalation, claimedBy: 'Ben' }, by, at)).toBe(true);
    expect(isOutdated('closed', { ...escalation, status: 'closed' }, by, at)).toBe(false);
    expect(isOutdated('closed', { ...escalation, status: 'open' }, by, at)).toBe(true);
    expect(isOutdated('takenOver', { ...escalation, staffOwns: true }, by, at)).toBe(false);
    expect(isOutdated('takenOver', escalation, by, at)).toBe(true);
    expect(isOutdated('handedBack', escalation, by, at)).toBe(false);
    expect(isOutdated('handedBack', { ...escalation, staffOwns: true }, by, at)).toBe(true);
  });

  test('after an hour; a reply never is', () => {
    expect(isOutdated('claimed', escalation, by, later(3_600_000))).toBe(false);
    expect(isOutdated('claimed', escalation, by, later(3_600_001))).toBe(true);
    expect(isOutdated('reply', { ...escalation, status: 'closed' }, by, later(86_400_000))).toBe(false);
  });
});

test.each(languages)(
  'A notice in %s says who did what with which question, in words of the bot',
  (language) => {
    const own = { ...escalation, language };
    const answered = { ...own, reply: { text: 'No.', ...by } };
    const said = [
      staffNotice(own, 'claimed', 'Anna *B*'),
      staffNotice(own, 'closed', 'Anna *B*'),
      staffNotice(answered, 'closed', 'Anna *B*'),
    ];
    expect(new Set(said.map(({ text }) => text)).size).toBe(3);
    for (const notice of said) {
      expect(notice).toMatchObject({ author: { kind: 'bot' }, escalation: 'ICL-7F3K-9Q', language });
      expect(notice.text).toContain('Anna \\*B\\*');
      expect(notice.text).toContain('lend \\*bicycles\\*?');
    }
    expect(staffReply(own, { text: 'No.', ...by }).author).toEqual({ kind: 'staff', name: 'Anna' });
  },
);
