// The conversation as the widget knows it: a value, and functions that give the next one. No DOM, no network.
import type { WireActivity, WireBatch, WireReply } from './wire.ts';

export type SendState = 'queued' | 'sending' | 'sent' | 'failed';

export interface Outgoing {
  readonly clientActivityId: string;
  readonly text: string;
  /** The action of a pressed button, else null. */
  readonly value: unknown;
  readonly at: string;
  readonly state: SendState;
}

export type Message =
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly at: string;
      readonly text: string;
      readonly clientActivityId: string | null;
      readonly value: unknown;
    }
  | { readonly kind: 'bot'; readonly id: string; readonly at: string; readonly reply: WireReply };

export type Connection = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline';

/** Why own messages are not on their way: no server was reached, or it asked for a pause. */
export type Holdup = 'network' | 'limit';

export interface ChatState {
  /** What the server has stored, in its order. */
  readonly messages: readonly Message[];
  /** Own messages that have not come back from the server yet, oldest first. */
  readonly pending: readonly Outgoing[];
  /** null: what waits is only waiting for its turn. */
  readonly holdup: Holdup | null;
  readonly watermark: string | null;
  readonly typing: boolean;
  readonly connection: Connection;
  /** The stored conversation could not be continued and a new one has begun. */
  readonly replaced: boolean;
}

export const emptyChat: ChatState = {
  messages: [],
  pending: [],
  holdup: null,
  watermark: null,
  typing: false,
  connection: 'idle',
  replaced: false,
};

/** Takes in what the server sent. Safe to repeat: known ids and own echoes are not doubled. */
export function receive(state: ChatState, batch: WireBatch): ChatState {
  const known = new Set(state.messages.map((message) => message.id));
  const fresh: Message[] = [];
  let typing = state.typing;
  for (const activity of batch.activities) {
    if (activity.kind === 'typing') {
      typing = true;
      continue;
    }
    if (known.has(activity.id)) continue;
    known.add(activity.id);
    fresh.push(activity);
    if (activity.kind === 'bot') typing = false;
  }
  const watermark = laterWatermark(state.watermark, batch.watermark);
  if (!fresh.length) return { ...state, typing, watermark };
  const echoed = new Set(fresh.map(clientIdOf));
  return {
    ...state,
    messages: [...state.messages, ...fresh],
    pending: state.pending.filter((own) => !echoed.has(own.clientActivityId)),
    typing,
    watermark,
  };
}

function clientIdOf(activity: WireActivity): string | null {
  return activity.kind === 'own' ? activity.clientActivityId : null;
}

/** Watermarks are counters in text; an answer that was overtaken must not set us back. */
function laterWatermark(current: string | null, next: string | null): string | null {
  if (next === null) return current;
  if (current === null) return next;
  return Number(next) < Number(current) ? current : next;
}

/** Adds an own message at the end, unless it is there already. */
export function enqueue(state: ChatState, message: Outgoing): ChatState {
  const there =
    state.pending.some((own) => own.clientActivityId === message.clientActivityId) ||
    state.messages.some((own) => own.kind === 'own' && own.clientActivityId === message.clientActivityId);
  return there ? state : { ...state, pending: [...state.pending, message] };
}

/** Notes how far an own message has come. */
export function markPending(state: ChatState, clientActivityId: string, sendState: SendState): ChatState {
  return {
    ...state,
    pending: state.pending.map((own) =>
      own.clientActivityId === clientActivityId ? { ...own, state: sendState } : own,
    ),
  };
}

export interface FeedbackGiven {
  readonly answer: string;
  readonly helpful: boolean;
}

/** Reads an own message's value as feedback on an answer, or null. */
export function feedbackOf(value: unknown): FeedbackGiven | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('action' in value) || value.action !== 'feedback') return null;
  if (!('answer' in value) || typeof value.answer !== 'string') return null;
  if (!('helpful' in value) || typeof value.helpful !== 'boolean') return null;
  return { answer: value.answer, helpful: value.helpful };
}

/** The visitor's latest verdict on each answer, sent or on its way. */
export function feedbackByAnswer(state: ChatState): ReadonlyMap<string, boolean> {
  const own = [
    ...state.messages.flatMap((m) => (m.kind === 'own' ? m.value : [])),
    ...state.pending.map((m) => m.value),
  ];
  return new Map(
    own.flatMap((value) => {
      const given = feedbackOf(value);
      return given ? [[given.answer, given.helpful] as const] : [];
    }),
  );
}

/** The bot message whose buttons are the next step: the newest with buttons, while no own message follows it. */
export function prominentChoices(state: ChatState): string | null {
  if (state.pending.some((own) => !feedbackOf(own.value))) return null;
  for (const message of state.messages.toReversed()) {
    if (message.kind === 'own' && !feedbackOf(message.value)) return null;
    if (message.kind === 'bot' && message.reply.choices.length) return message.id;
  }
  return null;
}
