import { describe, expect, test } from '@jest/globals';
import {
  applyCommand,
  type Escalation,
  type EscalationCommand,
  type EscalationStatus,
} from '../../../dialogs/index.ts';

const opened = new Date('2026-11-24T09:00:00Z');
const now = new Date('2026-11-24T10:00:00Z');

function escalation(status: EscalationStatus): Escalation {
  const replied = status === 'answered' ? { text: 'Yes, you may.', by: 'Ana', at: opened } : null;
  return {
    id: 'e1',
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'May we join?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at: opened,
    reference: 'ICL-7F3K-9Q',
    status,
    version: 4,
    updatedAt: opened,
    details: [],
    email: null,
    claimedBy: status === 'claimed' || status === 'answered' ? 'Ana' : null,
    reply: replied,
  };
}

const commands = {
  addDetails: { kind: 'addDetails', text: 'We are a town of 9,000.' },
  leaveEmail: { kind: 'leaveEmail', email: 'me@example.org' },
  withdraw: { kind: 'withdraw' },
  claimByAna: { kind: 'claim', staff: 'Ana' },
  claimByBen: { kind: 'claim', staff: 'Ben' },
  replyByBen: { kind: 'reply', staff: 'Ben', text: 'Yes.' },
  againByBen: { kind: 'reply', staff: 'Ben', text: 'No, sorry.', again: true },
  close: { kind: 'close', staff: 'Ben' },
} as const satisfies Record<string, EscalationCommand>;

// Every state with every command: the state that follows, or why not.
const table: Record<keyof typeof commands, Record<EscalationStatus, string>> = {
  addDetails: {
    open: 'open',
    claimed: 'claimed',
    answered: 'open',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  leaveEmail: {
    open: 'open',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  withdraw: {
    open: 'withdrawn',
    claimed: 'withdrawn',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  claimByAna: {
    open: 'claimed',
    claimed: 'claimed',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  claimByBen: {
    open: 'claimed',
    claimed: 'refused: claimedByOther',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  replyByBen: {
    open: 'answered',
    claimed: 'answered',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  againByBen: {
    open: 'answered',
    claimed: 'answered',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  close: {
    open: 'closed',
    claimed: 'closed',
    answered: 'closed',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
};

const names = [
  'addDetails',
  'leaveEmail',
  'withdraw',
  'claimByAna',
  'claimByBen',
  'replyByBen',
  'againByBen',
  'close',
] as const;
const statuses = ['open', 'claimed', 'answered', 'closed', 'withdrawn'] as const;

describe('what may be done with an escalation', () => {
  test.each(
    names.flatMap((name) => statuses.map((status) => ({ name, status, outcome: table[name][status] }))),
  )('$name on one that is $status: $outcome', ({ name, status, outcome }) => {
    const result = applyCommand(escalation(status), commands[name], now);
    expect(result.ok ? result.escalation.status : `refused: ${result.refusal.code}`).toBe(outcome);
  });

  test('a change counts the version up, notes the time and leaves a line for the history', () => {
    const result = applyCommand(escalation('open'), commands.replyByBen, now);
    expect(result).toMatchObject({
      escalation: {
        version: 5,
        updatedAt: now,
        claimedBy: 'Ben',
        reply: { text: 'Yes.', by: 'Ben', at: now },
      },
      event: { kind: 'reply', at: now, actor: { kind: 'staff', name: 'Ben' }, text: 'Yes.' },
    });
  });

  test('claiming what is one’s own already changes nothing', () => {
    const claimed = escalation('claimed');
    const result = applyCommand(claimed, commands.claimByAna, now);
    expect(result.ok && result.escalation).toBe(claimed);
  });

  test('who replies becomes the one who takes care of it, even if somebody else had it', () => {
    const result = applyCommand(escalation('claimed'), commands.replyByBen, now);
    expect(result.ok && result.escalation.claimedBy).toBe('Ben');
  });

  test('whoever comes second learns who was faster, and when', () => {
    const result = applyCommand(escalation('answered'), commands.replyByBen, now);
    expect(result).toEqual({ ok: false, refusal: { code: 'answered', by: 'Ana', at: opened } });
  });

  test('details after a reply put the question back into the queue, for anybody', () => {
    const result = applyCommand(escalation('answered'), commands.addDetails, now);
    expect(result.ok && result.escalation).toMatchObject({
      status: 'open',
      claimedBy: null,
      details: ['We are a town of 9,000.'],
    });
  });

  test.each([
    ['an empty reply', { kind: 'reply', staff: 'Ben', text: ' \n ' }, 'empty'],
    ['a reply of 4,001 characters', { kind: 'reply', staff: 'Ben', text: 'x'.repeat(4001) }, 'tooLong'],
    ['empty details', { kind: 'addDetails', text: '' }, 'empty'],
    ['an address with a line break', { kind: 'leaveEmail', email: 'a@b.org\r\nBcc: all@b.org' }, 'empty'],
    ['an address with a dot at its end', { kind: 'leaveEmail', email: 'a@b.org.' }, 'empty'],
    ['an address with two dots in a row', { kind: 'leaveEmail', email: 'a..b@b.org' }, 'empty'],
    ['an address with NUL in it', { kind: 'leaveEmail', email: 'a@b.org\u0000x' }, 'empty'],
    ['an address that turns around', { kind: 'leaveEmail', email: 'a@b.org\u202egro.evil' }, 'empty'],
    ['an address in quotes', { kind: 'leaveEmail', email: '"a b"@b.org' }, 'empty'],
    ['an address without a domain', { kind: 'leaveEmail', email: 'a@localhost' }, 'empty'],
    ['three parts', { kind: 'leaveEmail', email: 'a@b@c.org' }, 'empty'],
    ['two addresses', { kind: 'leaveEmail', email: 'a@b.org,c@d.org' }, 'empty'],
    ['an address of 255 characters', { kind: 'leaveEmail', email: `${'a'.repeat(249)}@b.org` }, 'tooLong'],
  ] as const)('%s is refused', (_what, command, code) => {
    expect(applyCommand(escalation('open'), command, now)).toMatchObject({ ok: false, refusal: { code } });
  });

  test.each([['me@example.org'], ["bob.o'hara+news@x.co.uk"], ['maria.münster@münchen.de'], ['x_1@a-b.org']])(
    'the address %s is kept',
    (email) => {
      expect(applyCommand(escalation('open'), { kind: 'leaveEmail', email }, now)).toMatchObject({
        ok: true,
        escalation: { email },
      });
    },
  );
});
