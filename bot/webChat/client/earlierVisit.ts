// Part of embed.js: what this browser knows of an earlier visit, before anything of the widget is loaded.

export interface StoredChat {
  readonly conversationId?: string;
  readonly resumeSecret?: string;
  readonly open?: boolean;
  readonly seen?: number;
  readonly language?: string;
}

/** Only reads: the widget writes, once the visitor has opened it. */
export function readStored(): StoredChat {
  try {
    return JSON.parse(localStorage.getItem('iclei-chat') ?? '{}');
  } catch {
    return {};
  }
}

/** Has something been said since the visitor was last here? One request, and only of those who have used the chat. */
export async function countUnread(base: URL, stored: StoredChat): Promise<number> {
  try {
    const { conversationId, resumeSecret } = stored;
    const response = await fetch(new URL('v3/directline/replies', base), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ conversationId, resumeSecret }),
      credentials: 'omit',
    });
    const { replies }: { replies?: unknown } = await response.json();
    return typeof replies === 'number' ? Math.max(0, replies - (stored.seen ?? 0)) : 0;
  } catch {
    // Nothing is lost: opening the chat shows what there is.
    return 0;
  }
}
