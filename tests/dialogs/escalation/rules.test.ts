import { describe, expect, test } from '@jest/globals';
import {
  applyCommand,
  clockStep,
  type DeskPlan,
  deliveriesOf,
  type Escalation,
  type EscalationCommand,
  type EscalationStatus,
  isOverdue,
  mentionsIn,
  newEscalation,
  normalLabel,
  plainPlan,
} from '../../../dialogs/index.ts';

const opened = new Date('2026-11-24T09:00:00Z');
const now = new Date('2026-11-24T10:00:00Z');

function escalation(status: EscalationStatus, more: Partial<Escalation> = {}): Escalation {
  const draft = {
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'May we join?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at: opened,
  } as const;
  const waits = status === 'open' || status === 'claimed';
  const fresh = newEscalation(draft, { id: 'e1', reference: 'ICL-7F3K-9Q' });
  return {
    ...fresh,
    status,
    version: 4,
    claimedBy: status === 'claimed' || status === 'answered' ? 'Ana' : null,
    claimedAt: status === 'claimed' || status === 'answered' ? opened : null,
    reply: status === 'answered' ? { text: 'Yes, you may.', by: 'Ana', at: opened } : null,
    dueAt: waits ? fresh.dueAt : null,
    ...more,
  };
}

const plan: DeskPlan = {
  ...plainPlan,
  queues: [...plainPlan.queues, { id: 'press', name: 'Press' }],
};

const commands = {
  addDetails: { kind: 'addDetails', text: 'We are a town of 9,000.' },
  leaveEmail: { kind: 'leaveEmail', email: 'me@example.org' },
  withdraw: { kind: 'withdraw' },
  claimByAna: { kind: 'claim', staff: 'Ana' },
  claimByBen: { kind: 'claim', staff: 'Ben' },
  replyByBen: { kind: 'reply', staff: 'Ben', text: 'Yes.' },
  againByBen: { kind: 'reply', staff: 'Ben', text: 'No, sorry.', again: true },
  close: { kind: 'close', staff: 'Ben' },
  reopen: { kind: 'reopen', staff: 'Ben' },
  handOverToCara: { kind: 'handOver', staff: 'Ben', to: 'Cara' },
  handOverToQueue: { kind: 'handOver', staff: 'Ben', to: null },
  takeOverByAna: { kind: 'takeOver', staff: 'Ana' },
  takeOverByBen: { kind: 'takeOver', staff: 'Ben' },
  handBack: { kind: 'handBack', staff: 'Ben' },
  snooze: { kind: 'snooze', staff: 'Ben', until: new Date('2026-11-25T09:00:00Z') },
  wake: { kind: 'wake', staff: 'Ben' },
  setPriority: { kind: 'setPriority', staff: 'Ben', priority: 'urgent' },
  addLabel: { kind: 'addLabel', staff: 'Ben', label: 'fees' },
  removeLabel: { kind: 'removeLabel', staff: 'Ben', label: 'old' },
  note: { kind: 'note', staff: 'Ben', text: 'Ask @Cara.', people: ['Cara'] },
  route: { kind: 'route', staff: 'Ben', queue: 'press' },
  remind: { kind: 'remind' },
  returnToQueue: { kind: 'returnToQueue' },
} as const satisfies Record<string, EscalationCommand>;

// Every state with every command: the state that follows, or why not.
const table: Record<keyof typeof commands, Record<EscalationStatus, string>> = {
  addDetails: {
    open: 'open',
    claimed: 'claimed',
    answered: 'open',
    closed: 'open',
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
    claimed: 'same',
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
  reopen: {
    open: 'same',
    claimed: 'same',
    answered: 'open',
    closed: 'open',
    withdrawn: 'refused: withdrawn',
  },
  handOverToCara: {
    open: 'claimed',
    claimed: 'claimed',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  handOverToQueue: {
    open: 'same',
    claimed: 'open',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  takeOverByAna: {
    open: 'claimed',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  takeOverByBen: {
    open: 'claimed',
    claimed: 'refused: claimedByOther',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  handBack: {
    open: 'same',
    claimed: 'same',
    answered: 'same',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  snooze: {
    open: 'open',
    claimed: 'claimed',
    answered: 'refused: answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  wake: {
    open: 'same',
    claimed: 'same',
    answered: 'same',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  setPriority: {
    open: 'open',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  addLabel: {
    open: 'open',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  removeLabel: {
    open: 'open',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  note: { open: 'open', claimed: 'claimed', answered: 'answered', closed: 'closed', withdrawn: 'withdrawn' },
  route: {
    open: 'open',
    claimed: 'claimed',
    answered: 'answered',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  remind: {
    open: 'same',
    claimed: 'same',
    answered: 'same',
    closed: 'refused: closed',
    withdrawn: 'refused: withdrawn',
  },
  returnToQueue: {
    open: 'same',
    claimed: 'same',
    answered: 'same',
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
  'reopen',
  'handOverToCara',
  'handOverToQueue',
  'takeOverByAna',
  'takeOverByBen',
  'handBack',
  'snooze',
  'wake',
  'setPriority',
  'addLabel',
  'removeLabel',
  'note',
  'route',
  'remind',
  'returnToQueue',
] as const;
const statuses = ['open', 'claimed', 'answered', 'closed', 'withdrawn'] as const;

describe('what may be done with an escalation', () => {
  test.each(
    names.flatMap((name) => statuses.map((status) => ({ name, status, outcome: table[name][status] }))),
  )('$name on one that is $status: $outcome', ({ name, status, outcome }) => {
    const before = escalation(status, { labels: ['old'] });
    const result = applyCommand(before, commands[name], now, plan);
    const after = result.ok && (result.escalation === before ? 'same' : result.escalation.status);
    expect(result.ok ? after : `refused: ${result.refusal.code}`).toBe(outcome);
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

// 24 November 2026 is a Tuesday; the desk is open from 8:00 to 16:00 UTC.
const at = (time: string) => new Date(`2026-11-${time}:00Z`);

/** Carries out a command that must be carried out. */
function did(before: Escalation, command: EscalationCommand, when = now): Escalation {
  const result = applyCommand(before, command, when, plan);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.escalation;
}

describe('a question in somebody’s hands', () => {
  test('is handed to a colleague, whose time begins then', () => {
    const result = applyCommand(escalation('claimed', { remindedAt: opened }), commands.handOverToCara, now);
    expect(result).toMatchObject({
      escalation: { status: 'claimed', claimedBy: 'Cara', claimedAt: now, remindedAt: null, version: 5 },
      event: { kind: 'handOver', actor: { kind: 'staff', name: 'Ben' }, text: 'Cara' },
    });
  });

  test('is nobody’s when it is put back into the queue', () => {
    const talking = escalation('claimed', { staffOwns: true });
    expect(did(talking, commands.handOverToQueue)).toMatchObject({
      status: 'open',
      claimedBy: null,
      claimedAt: null,
      staffOwns: false,
    });
  });

  test.each([
    ['', 'empty'],
    ['x'.repeat(61), 'tooLong'],
  ])('is not handed to "%s"', (to, code) => {
    const result = applyCommand(escalation('open'), { kind: 'handOver', staff: 'Ben', to }, now);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  test('handed to whoever has it stays as it is', () => {
    const claimed = escalation('claimed');
    expect(did(claimed, { kind: 'handOver', staff: 'Ben', to: 'Ana' })).toBe(claimed);
  });

  test('and not answered brings a reminder, once, and then goes back, counted in opening hours', () => {
    const claimed = escalation('claimed', { claimedAt: at('24T14:00'), waitingSince: opened });
    expect(clockStep(claimed, at('25T09:59'), plan)).toBeNull();
    expect(clockStep(claimed, at('25T10:00'), plan)).toEqual({ kind: 'remind' });
    const reminded = did(claimed, commands.remind, at('25T10:00'));
    expect(reminded).toEqual({ ...claimed, remindedAt: at('25T10:00') });
    expect(clockStep(reminded, at('25T13:59'), plan)).toBeNull();
    expect(clockStep(reminded, at('25T14:00'), plan)).toEqual({ kind: 'returnToQueue' });
    expect(applyCommand(reminded, commands.returnToQueue, at('25T14:00'), plan)).toMatchObject({
      escalation: { status: 'open', claimedBy: null, claimedAt: null, remindedAt: null },
      event: { kind: 'returned', actor: { kind: 'bot', name: null }, text: 'Ana' },
    });
  });

  test('is not taken away while it sleeps, and gives its owner new time when it wakes', () => {
    const until = at('26T09:00');
    const asleep = escalation('claimed', { snoozedUntil: until });
    expect(clockStep(asleep, at('26T08:59'), plan)).toBeNull();
    expect(clockStep(asleep, until, plan)).toEqual({ kind: 'wake', staff: null });
    const awake = did(asleep, { kind: 'wake', staff: null }, until);
    expect(awake).toMatchObject({ snoozedUntil: null, claimedAt: until });
    expect(clockStep(awake, at('26T12:59'), plan)).toBeNull();
    expect(clockStep(awake, at('26T13:00'), plan)).toEqual({ kind: 'remind' });
  });

  test('and answered or nobody’s is nothing to remind of', () => {
    for (const status of ['open', 'answered', 'closed', 'withdrawn'] as const)
      expect(clockStep(escalation(status), at('30T12:00'), plan)).toBeNull();
  });
});

describe('a question that is put off', () => {
  const until = new Date('2026-11-25T09:00:00Z');

  test('keeps its owner and its place, and whoever writes a reply is not in its way', () => {
    const claimed = escalation('claimed');
    expect(did(claimed, commands.snooze)).toEqual({ ...claimed, snoozedUntil: until });
    expect(did({ ...claimed, snoozedUntil: until }, commands.snooze)).toMatchObject({ snoozedUntil: until });
  });

  test.each([
    ['now', now],
    ['yesterday', opened],
    ['in two years', new Date('2028-11-24T10:00:00Z')],
    ['at no time', new Date(Number.NaN)],
  ])('until %s is refused', (_what, time) => {
    const result = applyCommand(escalation('open'), { kind: 'snooze', staff: 'Ben', until: time }, now);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'badTime' } });
  });

  test('wakes at once when the visitor writes, when it is answered, closed, withdrawn or talked about', () => {
    const asleep = escalation('open', { snoozedUntil: until });
    for (const command of [
      commands.addDetails,
      commands.replyByBen,
      commands.close,
      commands.withdraw,
      commands.takeOverByBen,
      commands.wake,
    ])
      expect(did(asleep, command).snoozedUntil).toBeNull();
  });

  test('is not overdue while it sleeps, but when it wakes', () => {
    const asleep = escalation('open', { snoozedUntil: until, dueAt: at('24T12:00') });
    expect(isOverdue(asleep, until)).toBe(false);
    const awake = did(asleep, { kind: 'wake', staff: null }, until);
    expect(awake.dueAt).toEqual(until);
    expect(isOverdue(awake, until)).toBe(true);
  });
});

describe('a question that comes back', () => {
  test('when the visitor adds to a closed one waits anew, for anybody', () => {
    const closed = escalation('closed', { claimedBy: 'Ana' });
    expect(did(closed, commands.addDetails)).toMatchObject({
      status: 'open',
      claimedBy: null,
      waitingSince: now,
      dueAt: at('25T10:00'),
    });
  });

  test('by a member of staff does so too, and keeps its reply', () => {
    const answered = escalation('answered');
    expect(did(answered, commands.reopen)).toMatchObject({
      status: 'open',
      claimedBy: null,
      waitingSince: now,
      dueAt: at('25T10:00'),
      reply: answered.reply,
    });
  });

  test('while it waits keeps waiting since it began to', () => {
    expect(did(escalation('open'), commands.addDetails)).toMatchObject({
      waitingSince: opened,
      dueAt: escalation('open').dueAt,
    });
  });
});

describe('what is due', () => {
  test('follows from the priority, and ends with the answer', () => {
    const open = escalation('open');
    expect(open.dueAt).toEqual(at('25T09:00'));
    const urgent = did(open, commands.setPriority);
    expect(urgent).toEqual({ ...open, priority: 'urgent', dueAt: at('24T11:00') });
    expect(did(urgent, commands.setPriority)).toBe(urgent);
    expect(isOverdue(urgent, at('24T10:59'))).toBe(false);
    expect(isOverdue(urgent, at('24T11:00'))).toBe(true);
    const answered = did(urgent, commands.replyByBen);
    expect(answered.dueAt).toBeNull();
    expect(isOverdue(answered, at('30T12:00'))).toBe(false);
    expect(did(answered, { kind: 'setPriority', staff: 'Ben', priority: 'low' }).dueAt).toBeNull();
  });
});

describe('labels', () => {
  test.each([
    ['  Member States! ', 'member-states'],
    ['ÜBER_uns', 'über-uns'],
    ['a"b%c', 'a-b-c'],
    ['№ 5', 'no-5'],
    ['--', ''],
  ])('"%s" is kept as "%s"', (typed, label) => {
    expect(normalLabel(typed)).toBe(label);
  });

  test('are kept in order, once each, and taken off again', () => {
    const one = did(escalation('open'), { kind: 'addLabel', staff: 'Ben', label: 'Fees' });
    const two = did(one, { kind: 'addLabel', staff: 'Ben', label: 'europe' });
    expect(two.labels).toEqual(['europe', 'fees']);
    expect(two.version).toBe(4);
    expect(did(two, { kind: 'addLabel', staff: 'Ben', label: 'FEES' })).toBe(two);
    expect(did(two, { kind: 'removeLabel', staff: 'Ben', label: 'Fees' }).labels).toEqual(['europe']);
    expect(did(two, { kind: 'removeLabel', staff: 'Ben', label: 'none' })).toBe(two);
  });

  test.each([
    ['!!', [], 'empty'],
    ['x'.repeat(31), [], 'tooLong'],
    ['more', Array.from({ length: 20 }, (_, index) => `label-${index}`), 'tooMany'],
  ])('"%s" is refused', (label, labels, code) => {
    const result = applyCommand(
      escalation('open', { labels }),
      { kind: 'addLabel', staff: 'Ben', label },
      now,
    );
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('a note', () => {
  const people = ['Anna', 'Anna Berg', 'Ben'];

  test.each([
    ['@Anna Berg knows', ['Anna Berg']],
    ['ask @anna, or @BEN.', ['Anna', 'Ben']],
    ['@Annabel is somebody else; mail ben@ben.org', ['Ben']],
    ['nobody @all', []],
  ])('"%s" mentions %j', (text, mentioned) => {
    expect(mentionsIn(text, people)).toEqual(mentioned);
  });

  test('goes into the history with those it mentions, and must be read before a reply is sent', () => {
    const result = applyCommand(escalation('open'), commands.note, now);
    expect(result).toMatchObject({
      escalation: { version: 5, details: [] },
      event: { kind: 'note', text: 'Ask @Cara.', mentions: ['Cara'], actor: { kind: 'staff', name: 'Ben' } },
    });
  });

  test.each([
    [' \n', 'empty'],
    ['x'.repeat(4001), 'tooLong'],
  ])('of nothing or too much is refused', (text, code) => {
    const result = applyCommand(escalation('open'), { kind: 'note', staff: 'Ben', text, people: [] }, now);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  test('on a closed question does not touch when it was closed', () => {
    const closed = escalation('closed');
    expect(did(closed, commands.note)).toEqual(closed);
  });
});

describe('routing by staff', () => {
  test('moves a question to a queue that there is', () => {
    const moved = applyCommand(escalation('open'), commands.route, now, plan);
    expect(moved).toMatchObject({ escalation: { queue: 'press' }, event: { kind: 'route', text: 'press' } });
    expect(applyCommand(escalation('open'), commands.route, now)).toMatchObject({
      ok: false,
      refusal: { code: 'unknownQueue' },
    });
    const general = escalation('open');
    expect(did(general, { kind: 'route', staff: 'Ben', queue: 'general' })).toBe(general);
  });
});

describe('a conversation that staff have taken over', () => {
  const talking = escalation('claimed', { staffOwns: true, claimedAt: at('24T10:00') });

  test('is claimed with it, once', () => {
    const taken = did(escalation('open'), commands.takeOverByAna);
    expect(taken).toMatchObject({ status: 'claimed', claimedBy: 'Ana', claimedAt: now, staffOwns: true });
    expect(did(taken, commands.takeOverByAna)).toBe(taken);
  });

  test('stays theirs through replies, and each may be followed by another', () => {
    const first = did(talking, { kind: 'reply', staff: 'Ana', text: 'Hello!' });
    expect(first).toMatchObject({ status: 'answered', staffOwns: true });
    expect(did(first, { kind: 'reply', staff: 'Ana', text: 'Are you there?' }).reply?.text).toBe(
      'Are you there?',
    );
    expect(applyCommand(first, commands.replyByBen, now)).toMatchObject({
      ok: false,
      refusal: { code: 'answered', by: 'Ana' },
    });
  });

  test('is handed to a colleague between two sentences, and not to nobody', () => {
    const answered = did(talking, { kind: 'reply', staff: 'Ana', text: 'Hello!' });
    expect(did(answered, commands.handOverToCara)).toMatchObject({
      status: 'answered',
      claimedBy: 'Cara',
      staffOwns: true,
    });
    expect(applyCommand(answered, commands.handOverToQueue, now)).toMatchObject({ ok: false });
  });

  test('waits for the one who has it when the visitor writes', () => {
    const answered = did(talking, { kind: 'reply', staff: 'Ana', text: 'Hello!' });
    expect(did(answered, commands.addDetails)).toMatchObject({
      status: 'claimed',
      claimedBy: 'Ana',
      staffOwns: true,
      waitingSince: now,
    });
  });

  test('is the bot’s again when it is handed back, closed, withdrawn, or given to the queue', () => {
    for (const command of [commands.handBack, commands.close, commands.withdraw, commands.handOverToQueue])
      expect(did(talking, command).staffOwns).toBe(false);
    expect(did(talking, commands.handBack)).toMatchObject({ status: 'claimed', claimedBy: 'Ana' });
    expect(did(talking, commands.handOverToCara)).toMatchObject({ claimedBy: 'Cara', staffOwns: true });
  });

  test('is the bot’s again after an opening hour of silence on the staff’s side', () => {
    expect(clockStep(talking, at('24T10:59'), plan)).toBeNull();
    expect(clockStep(talking, at('24T11:00'), plan)).toEqual({ kind: 'handBack', staff: null });
    const spoke = did(talking, { kind: 'reply', staff: 'Ana', text: 'Hello!' }, at('24T10:45'));
    expect(clockStep(spoke, at('24T11:44'), plan)).toBeNull();
    expect(clockStep(spoke, at('24T11:45'), plan)).toEqual({ kind: 'handBack', staff: null });
    expect(applyCommand(spoke, { kind: 'handBack', staff: null }, at('24T11:45'), plan)).toMatchObject({
      escalation: { staffOwns: false },
      event: { kind: 'handBack', actor: { kind: 'bot', name: null } },
    });
  });

  test('tells the visitor when it begins and when it ends, unless they ended it themselves', () => {
    const open = escalation('open');
    expect(deliveriesOf(open, did(open, commands.takeOverByAna), commands.takeOverByAna)).toEqual([
      'takenOver',
    ]);
    expect(deliveriesOf(talking, did(talking, commands.close), commands.close)).toEqual([
      'closed',
      'handedBack',
    ]);
    expect(deliveriesOf(talking, did(talking, commands.withdraw), commands.withdraw)).toEqual([]);
    expect(deliveriesOf(open, did(open, commands.claimByAna), commands.claimByAna)).toEqual(['claimed']);
  });
});
