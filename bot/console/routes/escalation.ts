// One escalation's page, and what staff do with it.
import { z } from 'zod';
import { type Escalation, type EscalationCommand, type Refusal, takenBack } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { type Door, notFound } from '../door.ts';
import { replyLimit } from '../limits.ts';
import type { ConsoleOptions } from '../options.ts';
import { escalationPage } from '../views/escalation.ts';
import { type Done, doneNames } from '../views/flash.ts';
import { clock } from '../views/time.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { deskActions, readDeskForm } from './deskForms.ts';

const idSchema = z.string().min(1).max(100);
const versionSchema = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);
const doneSchema = z.enum(doneNames).nullable().catch(null);

/** Why something was not done, and what had been typed. */
interface Unfinished {
  readonly problem?: Html;
  readonly draft?: string;
  readonly noteDraft?: string;
}

export function mountEscalation(door: Door, options: ConsoleOptions): void {
  const { escalations, now } = options;
  const path = '/console/escalations/:id';

  async function show(
    visit: StaffVisit,
    escalation: Escalation,
    status: number,
    { problem, draft = '', noteDraft = '' }: Unfinished,
  ): Promise<Answer> {
    const { words, session, query } = visit;
    const { joinedTo } = escalation;
    const [transcript, history, joined, first, people, modules, unsettled, lastSeen] = await Promise.all([
      options.transcript(escalation.conversation),
      escalations.history(escalation.id),
      escalations.joined([escalation.id]),
      joinedTo === undefined ? null : escalations.byId(joinedTo),
      options.staffNames(),
      options.textModules.all(),
      options.deliveries.unsettled(escalation.id),
      options.reach.lastSeen(escalation),
    ]);
    const done = problem ? null : doneSchema.parse(query.get('done'));
    return pageAnswer(
      status,
      escalationPage({
        words,
        session,
        escalation,
        transcript,
        history,
        group: { first, joined },
        done,
        problem: problem ?? null,
        draft: draft || (done === 'undone' ? (takenBack(history) ?? '') : ''),
        undoMs: options.undoMs,
        noteDraft,
        plan: options.plan,
        people,
        modules,
        now: now(),
        unsettled,
        reach: { byMail: options.reach.byMail, lastSeen },
      }),
    );
  }

  async function change(
    visit: StaffVisit,
    command: EscalationCommand,
    version: number | null,
    done: Done,
  ): Promise<Answer> {
    const { words, session } = visit;
    const escalation = await find(visit);
    if (!escalation) return notFound(words, session);
    const here = `/console/escalations/${encodeURIComponent(escalation.id)}?done=${done}`;
    const result = await escalations.change(escalation.id, command, now(), version);
    if (result.ok) return seeOther(here);
    const current = await escalations.byId(escalation.id);
    if (!current || result.refusal.code === 'notFound') return notFound(words, session);
    // Pressed twice: the first one did it.
    if (alreadyDone(command, current)) return seeOther(here);
    const draft = command.kind === 'reply' ? command.text : '';
    const noteDraft = command.kind === 'note' ? command.text : '';
    const unfit = unfitCodes.includes(result.refusal.code);
    const kept = draft !== '' && !unfit && html` ${words.t.textKept}`;
    const closer = (await escalations.history(current.id)).findLast((event) => event.kind === 'close');
    const by = closer?.actor.name ?? current.reply?.by ?? null;
    const problem = html`<p>${why(result.refusal, current, by, visit)}${kept}</p>`;
    return show(visit, current, unfit ? 422 : 409, { problem, draft, noteDraft });
  }

  async function find({ request }: StaffVisit): Promise<Escalation | null> {
    const params: unknown = request.params;
    const parsed = z.object({ id: idSchema }).safeParse(params);
    return parsed.success ? escalations.byId(parsed.data.id) : null;
  }

  door.staff(path, async (visit) => {
    const escalation = await find(visit);
    return escalation ? show(visit, escalation, 200, {}) : notFound(visit.words, visit.session);
  });

  // The address of a refused form, opened again, leads to the page it was on.
  door.staff(`${path}/:action`, async (visit) => {
    const escalation = await find(visit);
    return escalation
      ? seeOther(`/console/escalations/${encodeURIComponent(escalation.id)}`)
      : notFound(visit.words, visit.session);
  });

  // Two who claim at once are told apart by the rules; anything else that changed meanwhile does not matter here.
  door.staffForm(`${path}/claim`, (visit) =>
    change(visit, { kind: 'claim', staff: visit.session.name }, null, 'claimed'),
  );

  door.staffForm(`${path}/reply`, async (visit, fields) => {
    const text = fields.text ?? '';
    const { words, session } = visit;
    if (text.trim() === '' || text.length > replyLimit) {
      const escalation = await find(visit);
      const sentence = text.trim() === '' ? words.t.refusedEmpty : words.t.refusedTooLong;
      return escalation
        ? show(visit, escalation, 422, { problem: html`<p>${sentence}</p>`, draft: text })
        : notFound(words, session);
    }
    const again = fields.again === '1';
    return change(visit, { kind: 'reply', staff: session.name, text, again }, versionOf(fields), 'replied');
  });

  // Nothing is lost by it, so it needs no version.
  door.staffForm(`${path}/separate`, (visit) =>
    change(visit, { kind: 'separate', staff: visit.session.name }, null, 'separated'),
  );

  for (const action of deskActions) {
    door.staffForm(`${path}/${action}`, async (visit, fields) => {
      const context = { staff: visit.session.name, people: await options.staffNames(), plan: options.plan };
      const { command, versioned, done } = readDeskForm(action, fields, context);
      return change(visit, command, versioned ? versionOf(fields) : null, done);
    });
  }

  door.staffForm(`${path}/undo`, (visit) =>
    change(visit, { kind: 'undoReply', staff: visit.session.name, before: null }, null, 'undone'),
  );

  door.staffForm(`${path}/close`, (visit, fields) =>
    change(visit, { kind: 'close', staff: visit.session.name }, versionOf(fields), 'closed'),
  );
}

/** A form without a readable version is as good as an outdated one: versions count from 0 or more, so -1 is always refused. */
function versionOf(fields: Fields): number {
  const parsed = versionSchema.safeParse(fields.version);
  return parsed.success ? parsed.data : -1;
}

/** The fault is in what was sent, not in what happened meanwhile. */
const unfitCodes: readonly Refusal['code'][] = ['empty', 'tooLong', 'tooMany', 'badTime', 'unknownQueue'];

function alreadyDone(command: EscalationCommand, { status, reply, claimedBy }: Escalation): boolean {
  switch (command.kind) {
    case 'reply':
      return status === 'answered' && reply?.by === command.staff && reply.text === command.text.trim();
    case 'claim':
      return status === 'claimed' && claimedBy === command.staff;
    case 'handOver':
      return claimedBy === command.to && (command.to === null ? status === 'open' : status !== 'closed');
    default:
      return false;
  }
}

/** What happened meanwhile, in words. The store's word about who and when comes first, the escalation's own second. */
function why(refusal: Refusal, current: Escalation, by: string | null, { words }: StaffVisit): Html {
  const { t } = words;
  const name = refusal.by ?? by ?? t.colleague;
  const time = clock(refusal.at ?? current.updatedAt, words);
  const reason = refusal.code === 'stale' ? staleReason(current) : refusal.code;
  switch (reason) {
    case 'answered':
      return fill(t.refusedAnswered, { name, time });
    case 'closed':
      return fill(t.refusedClosed, { name, time });
    case 'withdrawn':
      return fill(t.refusedWithdrawn, { time });
    case 'claimedByOther':
      return fill(t.refusedClaimed, { name, time });
    case 'empty':
      return html`${t.refusedBlank}`;
    case 'tooLong':
      return html`${t.refusedLong}`;
    case 'tooMany':
      return html`${t.refusedTooMany}`;
    case 'tooLate':
      return html`${t.refusedTooLate}`;
    case 'badTime':
      return html`${t.refusedBadTime}`;
    case 'unknownQueue':
      return html`${t.refusedQueue}`;
    case 'stale':
    case 'notFound':
      return fill(t.refusedStale, { time });
  }
}

/** "Changed meanwhile" is said as precisely as the escalation's state allows. */
function staleReason({ status }: Escalation): Refusal['code'] {
  return status === 'answered' || status === 'closed' || status === 'withdrawn' ? status : 'stale';
}
