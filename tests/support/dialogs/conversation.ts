// One visitor talking to the assistant: texts and pressed buttons in, replies out, the state carried along as JSON.
import {
  type Action,
  type AskedRecord,
  type Assistant,
  type CollectionCodes,
  createAssistant,
  type DialogState,
  emptyState,
  type OpeningHours,
  parseDialogState,
  type Reply,
  type Turn,
} from '../../../dialogs/index.ts';
import type { KnowledgeBase, Language, Matcher } from '../../../knowledge/index.ts';
import { createScriptedMatcher, type Script, smallKnowledge } from './knowledge.ts';
import { createMemoryEscalationStore, type MemoryEscalationStore } from './memoryEscalationStore.ts';

export interface Conversation {
  readonly assistant: Assistant;
  readonly escalations: MemoryEscalationStore;
  readonly feedback: Recorded[];
  /** What was written down of each turn. */
  readonly asked: AskedRecord[];
  state(): DialogState;
  /** Says something, `after` seconds after the turn before (60 unless told); `locale` is the language picked by now. */
  says(
    text: string,
    options?: { readonly after?: number; readonly id?: string; readonly locale?: Language },
  ): Promise<readonly Reply[]>;
  presses(action: Action): Promise<readonly Reply[]>;
  /** Presses the button with this label in the last replies. */
  pressesButton(label: string): Promise<readonly Reply[]>;
  turn(text: string, action?: Action | null): Turn;
}

export interface Recorded {
  readonly answer: string;
  readonly entry: string;
  readonly helpful: boolean;
}

interface Options {
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly base?: KnowledgeBase;
  readonly matcher?: Matcher;
  readonly escalations?: MemoryEscalationStore;
  readonly locale?: Language;
  readonly id?: string;
  readonly visitorId?: string;
  readonly hours?: OpeningHours;
  readonly codes?: CollectionCodes;
  readonly reference?: string;
  readonly onFault?: (fault: Error) => void;
  /** What the log of questions throws. */
  readonly askedFault?: Error;
  readonly mailsReplies?: boolean;
}

export function startConversation(options: Options = {}): Conversation {
  const escalations = options.escalations ?? createMemoryEscalationStore();
  const feedback: Recorded[] = [];
  const asked: AskedRecord[] = [];
  const matcher = options.matcher ?? createScriptedMatcher(options.scripts ?? {});
  const base = options.base ?? smallKnowledge;
  const assistant = createAssistant({
    knowledge: () => ({ base, matcher }),
    escalations,
    mailsReplies: options.mailsReplies ?? false,
    feedback: {
      async record({ answer, entry, helpful }) {
        feedback.push({ answer, entry, helpful });
      },
    },
    asked: {
      record: async (record) => {
        if (options.askedFault) throw options.askedFault;
        asked.push(record);
      },
    },
    privacyUrl: 'https://example.org/privacy',
    ...(options.codes ? { codes: options.codes } : {}),
    ...(options.hours ? { hours: options.hours } : {}),
    ...(options.onFault ? { onFault: options.onFault } : {}),
  });
  const conversationId = options.id ?? 'c1';
  let state = emptyState;
  let last: readonly Reply[] = [];
  let clock = Date.UTC(2026, 10, 24, 9);
  let count = 0;

  function turn(text: string, action: Action | null = null, id?: string): Turn {
    count += 1;
    return {
      id: id ?? `${conversationId}-t${count}`,
      conversation: { channel: 'directline', id: conversationId },
      visitorId: options.visitorId ?? `visitor-of-${conversationId}`,
      at: new Date(clock),
      text,
      action,
      locale: options.locale ?? null,
      reference: options.reference ?? '{}',
    };
  }

  async function take(next: Turn): Promise<readonly Reply[]> {
    const outcome = await assistant.handle(state, next);
    // The state goes through JSON, as it does in the database.
    state = parseDialogState(JSON.parse(JSON.stringify(outcome.state)));
    last = outcome.replies;
    return outcome.replies;
  }

  return {
    assistant,
    escalations,
    feedback,
    asked,
    state: () => state,
    turn,
    says(text, { after = 60, id, locale } = {}) {
      clock += after * 1000;
      const said = turn(text, null, id);
      return take(locale ? { ...said, locale } : said);
    },
    presses(action) {
      clock += 60_000;
      return take(turn('', action));
    },
    pressesButton(label) {
      clock += 60_000;
      const choice = last.flatMap(({ choices }) => choices).find((offered) => offered.label === label);
      if (!choice) throw new Error(`No button "${label}" in sight`);
      return take(turn('', choice.action));
    },
  };
}

/** The one reply of a turn; a test that expects one fails on none or several. */
export function only(replies: readonly Reply[]): Reply {
  const [reply] = replies;
  if (!reply || replies.length > 1) throw new Error(`Expected one reply, got ${replies.length}`);
  return reply;
}

export function labelsOf(reply: Reply): string[] {
  return reply.choices.map(({ label }) => label);
}
