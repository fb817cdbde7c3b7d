// The one thing this browser remembers, under one key: which conversation, and how to take it up again.
import type { WidgetLanguage } from './embedTypes.ts';

export const storageKey = 'iclei-chat';

export interface Unsent {
  readonly clientActivityId: string;
  readonly text: string;
  readonly value: unknown;
  readonly at: string;
}

export interface Stored {
  readonly conversationId: string | null;
  readonly resumeSecret: string | null;
  /** Was the dialog open when it was last seen? */
  readonly open: boolean;
  /** How many messages of bot and staff the visitor has seen in this conversation. */
  readonly seen: number;
  /** What the visitor picked in the widget, else null. */
  readonly language: WidgetLanguage | null;
  /** Own messages the server has not confirmed: a reload does not lose them, and sending twice has one effect. */
  readonly unsent: readonly Unsent[];
}

export const nothingStored: Stored = {
  conversationId: null,
  resumeSecret: null,
  open: false,
  seen: 0,
  language: null,
  unsent: [],
};

/** The part of localStorage that is used. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface ChatStore {
  read(): Stored;
  update(change: Partial<Stored>): void;
}

/** Wraps a storage that may refuse (private mode, full, forbidden): then the conversation lasts as long as the page. */
export function createChatStore(storage: KeyValue | null): ChatStore {
  let fallback: Stored = nothingStored;

  function read(): Stored {
    try {
      const text = storage?.getItem(storageKey);
      return storage ? readStored(text ? JSON.parse(text) : null) : fallback;
    } catch {
      return fallback;
    }
  }
  return {
    read,
    update(change) {
      const before = read();
      const same = change.conversationId === undefined || change.conversationId === before.conversationId;
      // In another conversation nothing has been seen, however it came about.
      fallback = { ...before, seen: same ? before.seen : 0, ...change };
      try {
        storage?.setItem(storageKey, JSON.stringify(fallback));
      } catch {
        // Remembered in `fallback` only: there is nothing better to do, and nothing the visitor could.
      }
    },
  };
}

/** Reads what was stored, perhaps by an older version of this file. */
export function readStored(value: unknown): Stored {
  if (typeof value !== 'object' || value === null) return nothingStored;
  const { conversationId, resumeSecret, open, seen, language, unsent }: Readonly<Record<string, unknown>> = {
    ...value,
  };
  return {
    conversationId: typeof conversationId === 'string' ? conversationId : null,
    resumeSecret: typeof resumeSecret === 'string' ? resumeSecret : null,
    open: open === true,
    seen: typeof seen === 'number' ? seen : 0,
    language:
      language === 'en' || language === 'es' || language === 'pt' || language === 'fr' || language === 'de'
        ? language
        : null,
    unsent: Array.isArray(unsent) ? unsent.flatMap((item) => readUnsent(item) ?? []) : [],
  };
}

function readUnsent(value: unknown): Unsent | null {
  if (typeof value !== 'object' || value === null) return null;
  const item: Readonly<Record<string, unknown>> = { ...value };
  if (
    typeof item.clientActivityId !== 'string' ||
    typeof item.text !== 'string' ||
    typeof item.at !== 'string'
  )
    return null;
  return { clientActivityId: item.clientActivityId, text: item.text, at: item.at, value: item.value ?? null };
}
