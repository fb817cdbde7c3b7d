// What of the queue somebody wants to see, as the address of the page says it.
import { z } from 'zod';
import type { EscalationFilter } from '../../../dialogs/index.ts';
import { type Group, groupNames, groups } from '../views/status.ts';

/** Who has the questions; "me" and "nobody" are what is asked for most. */
export const owners = ['me', 'nobody'] as const;

export interface QueueQuery {
  readonly status: Group;
  /** What is searched for, in questions of every status; empty: nothing. */
  readonly find: string;
  readonly queue: string;
  readonly owner: '' | (typeof owners)[number];
  readonly label: string;
  /** Id of the last question of the page before. */
  readonly after: string;
}

const text = z.string().trim().max(100).catch('');
const schema = z.object({
  status: z.enum(groupNames).catch('waiting'),
  find: text,
  queue: text,
  owner: z.enum(['', ...owners]).catch(''),
  label: text,
  after: text,
});

/** What can't be read is as if it were not there: an address may be old. */
export function readQueueQuery(search: URLSearchParams): QueueQuery {
  return schema.parse(Object.fromEntries(search));
}

/** The address of a view: what is not asked for is left out. */
export function queueAddress(query: Partial<QueueQuery>): string {
  const search = queueSearch(query);
  return search === '' ? '/console' : `/console?${search}`;
}

export function queueSearch({ status, ...others }: Partial<QueueQuery>): string {
  const said = Object.entries(others).filter(([, value]) => value !== '');
  const search = new URLSearchParams(said);
  if (status !== undefined && status !== 'waiting') search.set('status', status);
  return search.toString();
}

/** Who waits is shown by urgency, and without what was put off. */
export function filterOf(
  { status, queue, owner, label, after }: QueueQuery,
  me: string,
  now: Date,
): Omit<EscalationFilter, 'limit'> {
  const urgent = status === 'waiting' ? { snoozed: false, urgentAt: now } : {};
  return {
    statuses: groups[status],
    ...urgent,
    ...(status === 'snoozed' && { snoozed: true }),
    ...(queue !== '' && { queue }),
    ...(label !== '' && { label }),
    ...(owner !== '' && { owner: owner === 'me' ? me : null }),
    ...(after !== '' && { after }),
  };
}

export function isNarrowed({ queue, owner, label }: QueueQuery): boolean {
  return queue !== '' || owner !== '' || label !== '';
}
