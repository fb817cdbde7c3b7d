// The queue's page: the questions somebody wants to see, their saved views, and one action for several questions.
import {
  type Escalation,
  type EscalationFilter,
  type EscalationStore,
  escalationStatuses,
} from '../../../dialogs/index.ts';
import { fill, type Html } from '../../html.ts';
import type { Door } from '../door.ts';
import { queueLimit } from '../limits.ts';
import type { ConsoleOptions } from '../options.ts';
import { queuePage } from '../views/queue.ts';
import { type Answer, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { bulkCommand, pickedIds } from './bulk.ts';
import { filterOf, type QueueQuery, queueAddress, queueSearch, readQueueQuery } from './query.ts';
import { viewNameSchema } from './savedViews.ts';
import { comparedAtMost, searchEscalations } from './search.ts';
import { queueTexts } from './texts.ts';

/** Found questions that are shown. */
const foundLimit = 50;

export function mountQueue(door: Door, options: ConsoleOptions): void {
  const { escalations, deliveries, knowledgeFaults, now, plan, savedViews } = options;

  door.staff('/console', (visit) => show(visit, readQueueQuery(visit.query), 200, flashOf(visit)));

  door.staffForm('/console/bulk', async (visit, fields) => {
    const t = queueTexts[visit.words.language];
    const query = readQueueQuery(new URLSearchParams(fields.back));
    const ids = pickedIds(fields).slice(0, queueLimit);
    if (ids.length === 0) return show(visit, query, 422, { text: t.bulkNone, isProblem: true });
    const command = bulkCommand(fields, { staff: visit.session.name, plan, now: now() });
    if (!command) return show(visit, query, 422, { text: t.bulkUnfit, isProblem: true });
    let done = 0;
    for (const id of ids) if ((await escalations.change(id, command, now(), null)).ok) done += 1;
    const back = new URLSearchParams(fields.back);
    back.set('done', `bulk-${done}-${ids.length - done}`);
    return seeOther(`/console?${back}`);
  });

  door.staffForm('/console/views/save', async (visit, fields) => {
    const { words, session } = visit;
    const query = readQueueQuery(new URLSearchParams(fields.query));
    const name = viewNameSchema.safeParse(fields.name);
    const kept =
      name.success &&
      (await savedViews.save(session.name, {
        name: name.data,
        query: queueSearch(query),
      }));
    if (!kept)
      return show(visit, query, 422, { text: queueTexts[words.language].viewUnfit, isProblem: true });
    return seeOther(withDone(query, 'viewSaved'));
  });

  door.staffForm('/console/views/remove', async ({ session }, fields) => {
    await savedViews.remove(session.name, fields.name ?? '');
    return seeOther('/console?done=viewRemoved');
  });

  for (const path of ['bulk', 'views/save', 'views/remove'])
    door.staff(`/console/${path}`, async () => seeOther('/console'));

  async function show(
    { words, session }: StaffVisit,
    query: QueueQuery,
    status: number,
    flash: Flash | null,
  ): Promise<Answer> {
    const [counts, list, views, toLookAt] = await Promise.all([
      escalations.counts(),
      query.find === ''
        ? escalations.list({ ...filterOf(query, session.name, now()), limit: queueLimit + 1 })
        : found(escalations, query.find),
      savedViews.of(session.name),
      deliveries.toLookAt(),
    ]);
    const shown = list.slice(0, queueLimit);
    return pageAnswer(
      status,
      queuePage({
        words,
        session,
        query,
        views,
        counts,
        plan,
        escalations: shown,
        joined: await escalations.joined(shown.map(({ id }) => id)),
        more: list.length > queueLimit,
        now: now(),
        toLookAt,
        flash,
        knowledgeFaults: knowledgeFaults(),
      }),
    );
  }
}

export interface Flash {
  readonly text: string | Html;
  readonly isProblem: boolean;
}

/** In questions of every status: those that have all the words, and the newest, among which typing errors are forgiven. */
async function found(
  escalations: Pick<EscalationStore, 'list'>,
  find: string,
): Promise<readonly Escalation[]> {
  const newest: EscalationFilter = { statuses: escalationStatuses, newest: true, limit: comparedAtMost / 2 };
  const words = find.split(/\s+/u).filter((word) => word !== '');
  const [exact, recent] = await Promise.all([
    escalations.list({ ...newest, words }),
    escalations.list(newest),
  ]);
  const among = new Map([...exact, ...recent].map((each) => [each.id, each]));
  const ranked = searchEscalations(find, [...among.values()]);
  const all = new Map([...ranked, ...exact].map((each) => [each.id, each]));
  return [...all.values()].slice(0, foundLimit);
}

function withDone(query: QueueQuery, done: string): string {
  const address = queueAddress(query);
  return `${address}${address.includes('?') ? '&' : '?'}done=${done}`;
}

function flashOf({ query, words }: StaffVisit): Flash | null {
  const t = queueTexts[words.language];
  const done = query.get('done') ?? '';
  const [, succeeded, refused] = /^bulk-(\d{1,4})-(\d{1,4})$/u.exec(done) ?? [];
  if (succeeded !== undefined && refused !== undefined) {
    const sentence = refused === '0' ? t.bulkDone : t.bulkSome;
    return { text: fill(sentence, { done: succeeded, refused }), isProblem: refused !== '0' };
  }
  switch (done) {
    case 'closed':
      return { text: words.t.closedDone, isProblem: false };
    case 'viewSaved':
    case 'viewRemoved':
      return { text: t[done], isProblem: false };
    default:
      return null;
  }
}
