// How long what is kept. On by default: a service that never forgets is one nobody should confide in.

/** Days after which something is deleted. */
export interface Retention {
  /** A chat in which nothing is said any more and no question waits, with what the bot remembers of it. */
  readonly chats: number;
  /** A question for staff that was answered, closed or withdrawn, with its history. */
  readonly questions: number;
  /** An e-mail address, once the reply was delivered or the question ended otherwise. */
  readonly addresses: number;
  /** What was asked and whether answers helped, without who it was: the figures are made of it. */
  readonly figures: number;
  /** Who exported or erased what, and other doings of administrators. */
  readonly audit: number;
}

export type RetentionRule = keyof Retention;
export const retentionRules = [
  'chats',
  'questions',
  'addresses',
  'figures',
  'audit',
] as const satisfies readonly RetentionRule[];

/** Days by default; the law names none, but wants them to be few and to be kept to (GDPR art. 5 (1) e). */
export const defaultRetention: Retention = {
  chats: 30,
  questions: 90,
  addresses: 14,
  figures: 365,
  audit: 365,
};

const day = 24 * 60 * 60 * 1000;

/** What is older than this is deleted. */
export function limitOf(retention: Retention, rule: RetentionRule, now: Date): Date {
  return new Date(now.getTime() - retention[rule] * day);
}
