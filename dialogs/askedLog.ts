// What visitors asked and what became of it, written down once a turn: for the figures, and for what is to be taught.
import { type Decided, decided } from './decided.ts';
import { maskPrivate } from './maskPrivate.ts';
import type { ConversationKey, Turn } from './turn.ts';

/** Characters of a question that are kept. */
export const keptQuestionLength = 500;

export interface AskedRecord extends Decided {
  readonly turnId: string;
  readonly conversation: ConversationKey;
  readonly at: Date;
  /** Without what is private, at most keptQuestionLength characters; null where no question was asked. */
  readonly question: string | null;
}

export interface AskedLog {
  /** The same turn again changes nothing. */
  record(asked: AskedRecord): Promise<void>;
}

/** What is written down of a turn. A turn that decided nothing of its own is of the kind "other". */
export async function askedRecord(
  turn: Turn,
  talk: Parameters<typeof decided>[0],
  what?: Decided,
): Promise<AskedRecord> {
  const known = what ?? decided(talk, 'other');
  const { question, language } = known;
  return {
    ...known,
    turnId: turn.id,
    conversation: turn.conversation,
    at: turn.at,
    question: question === null ? null : kept((await maskPrivate(question, language)).text),
  };
}

/** The cut may go through a character of two halves. */
function kept(text: string): string {
  return text.trim().slice(0, keptQuestionLength).toWellFormed();
}
