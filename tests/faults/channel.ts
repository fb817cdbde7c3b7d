// A channel's connector on loopback that remembers what its users see, and can let the service die while it posts.
import { createServer } from 'node:http';
import { z } from 'zod';

export interface Channel {
  readonly url: string;
  /** What the users of a conversation see, in order. */
  seen(conversation: string): readonly string[];
  /** What happens when the next activity has come in, before it is answered. */
  onNext(what: (() => Promise<void>) | null): void;
  close(): void;
}

const posted = z.looseObject({ text: z.string().default('') });

export async function startChannel(): Promise<Channel> {
  const seen = new Map<string, string[]>();
  let onNext: (() => Promise<void>) | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const conversation = decodeURIComponent(/conversations\/([^/]+)/u.exec(request.url ?? '')?.[1] ?? '');
      const { text } = posted.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      seen.set(conversation, [...(seen.get(conversation) ?? []), text]);
      const now = onNext;
      onNext = null;
      await now?.();
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"posted"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    seen: (conversation) => seen.get(conversation) ?? [],
    onNext: (what) => {
      onNext = what;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
