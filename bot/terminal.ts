// The bot without a channel: the same dialogs over a throw-away database, one conversation per name.
import { randomUUID } from 'node:crypto';
import {
  createAssistant,
  type DialogState,
  emptyState,
  type Reply,
  type ReplyKind,
  type Turn,
} from '../dialogs/index.ts';
import {
  decide,
  type Knowledge,
  knowledgeOn,
  type Language,
  type MatchResult,
  type Verdict,
} from '../knowledge/index.ts';
import { renderPlainText } from './render/plainText.ts';
import { openDatabase } from './store/database.ts';
import { createSqlEscalationStore } from './store/sqlEscalationStore.ts';
import { createSqlFeedbackStore } from './store/sqlFeedbackStore.ts';

/** How a turn looks in a terminal or as a line of JSON. */
export interface TerminalTurn {
  readonly kind: Exclude<ReplyKind, 'staff'>;
  readonly entry: string | null;
  readonly confidence: number | null;
  readonly language: Language;
  /** The whole visible text of all bubbles, link targets and button labels included. */
  readonly reply: string;
  readonly escalation: string | null;
}

export interface Terminal {
  welcome(language: Language): string;
  say(conversation: string, text: string, locale: Language | null): Promise<TerminalTurn>;
  /** What the matcher makes of a text in the conversation as it stands; changes nothing. */
  why(
    conversation: string,
    text: string,
    locale: Language | null,
  ): { readonly result: MatchResult; readonly verdict: Verdict };
  close(): Promise<void>;
}

/** Which of several bubbles names the turn: the weightiest. */
const weight: readonly ReplyKind[] = ['answer', 'didYouMean', 'noAnswer', 'other', 'smallTalk'];

/** @param choices whether the buttons have the numbers that press them: a conversation that ends at once has no use for them */
export async function createTerminal(
  knowledge: Knowledge,
  now: () => Date,
  choices: 'numbered' | 'listed' = 'numbered',
): Promise<Terminal> {
  const { db, close } = await openDatabase(':memory:');
  const assistant = createAssistant({
    knowledge: () => knowledge,
    escalations: createSqlEscalationStore(db, () => undefined),
    feedback: createSqlFeedbackStore(db),
    privacyUrl: null,
  });
  const states = new Map<string, DialogState>();
  const visible = (replies: readonly Reply[]) =>
    replies.map((reply) => renderPlainText(reply, choices)).join('\n\n');

  return {
    welcome: (language) => visible(assistant.welcome(language)),

    say: async (conversation, text, locale) => {
      const turn: Turn = {
        id: randomUUID(),
        conversation: { channel: 'terminal', id: conversation },
        visitorId: `terminal-${conversation}`,
        at: now(),
        text,
        action: null,
        locale,
        reference: '{}',
      };
      const handled = await assistant.handle(states.get(conversation) ?? emptyState, turn);
      states.set(conversation, handled.state);
      const language = handled.state.language ?? locale ?? 'en';
      return { ...summarise(handled.replies, language), reply: visible(handled.replies) };
    },

    why: (conversation, text, locale) => {
      const state = states.get(conversation) ?? emptyState;
      const language = state.language ?? locale;
      const served = knowledgeOn(knowledge, now().toISOString().slice(0, 10));
      const result = served.matcher.match(text, {
        ...(language === null ? {} : { language }),
        ...(state.lastEntry === null ? {} : { context: state.lastEntry }),
      });
      return { result, verdict: decide(result) };
    },

    close,
  };
}

function summarise(replies: readonly Reply[], language: Language): Omit<TerminalTurn, 'reply'> {
  const main = replies.toSorted((a, b) => weight.indexOf(a.kind) - weight.indexOf(b.kind)).at(0);
  return {
    kind: main === undefined || main.kind === 'staff' ? 'other' : main.kind,
    entry: main?.entry ?? null,
    confidence: main?.confidence ?? null,
    language: main?.language ?? language,
    escalation: replies.find((reply) => reply.escalation !== null)?.escalation ?? null,
  };
}
