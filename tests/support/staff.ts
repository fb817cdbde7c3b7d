// A member of staff who works in the console without a browser: forms over HTTP.
import { z } from 'zod';

export interface Staff {
  /** Ids of the escalations in the queue, in its order. */
  queue(): Promise<string[]>;
  page(path: string): Promise<string>;
  /** Replies to an escalation, also once more. @returns the status after the redirect was not followed */
  reply(id: string, text: string): Promise<number>;
  /** Takes an escalation. @returns the status after the redirect was not followed, and what was shown */
  claim(id: string): Promise<{ readonly status: number; readonly html: string }>;
  /** Keeps a page open. @returns what resolves when the page is told that something changed */
  watch(): Promise<{ readonly changed: Promise<void> }>;
  /** Sends one of the other forms of an escalation's page. @returns the same */
  does(id: string, action: string, fields?: Readonly<Record<string, string>>): Promise<number>;
  /** Sends a form with the session's token. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

const cookie = z.string().transform((text) => text.split(';')[0] ?? '');

/** Opens a one-time link and signs in by name. */
export async function signIn(link: string, name: string): Promise<Staff> {
  const { origin, searchParams } = new URL(link);
  const form = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const signedIn = await form('/console/sign-in', { token: searchParams.get('token') ?? '', name }, {});
  const session = { cookie: cookie.parse(signedIn.headers.get('set-cookie')) };
  const page = async (path: string) => (await fetch(`${origin}${path}`, { headers: session })).text();
  const field = (html: string, name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
  return {
    page,
    send: async (path, fields) =>
      form(path, { csrf: field(await page('/console'), 'csrf'), ...fields }, session),
    queue: async () => [
      ...new Set(
        [...(await page('/console')).matchAll(/\/console\/escalations\/([\w-]+)/gu)].map(
          (found) => found[1] ?? '',
        ),
      ),
    ],
    watch: async () => {
      const { body } = await fetch(`${origin}/console/events`, { headers: session });
      return { changed: toldOfChange(body) };
    },
    claim: async (id) => {
      const path = `/console/escalations/${id}`;
      const csrf = field(await page(path), 'csrf');
      const response = await form(`${path}/claim`, { csrf }, session);
      return { status: response.status, html: await response.text() };
    },
    reply: async (id, text) => {
      const path = `/console/escalations/${id}`;
      const html = await page(path);
      const response = await form(
        `${path}/reply`,
        { csrf: field(html, 'csrf'), version: field(html, 'version'), again: field(html, 'again'), text },
        session,
      );
      return response.status;
    },
    does: async (id, action, fields = {}) => {
      const path = `/console/escalations/${id}`;
      const html = await page(path);
      const sent = { csrf: field(html, 'csrf'), version: field(html, 'version'), ...fields };
      return (await form(`${path}/${action}`, sent, session)).status;
    },
  };
}

async function toldOfChange(events: ReadableStream<Uint8Array> | null): Promise<void> {
  let told = '';
  for await (const chunk of events ?? []) {
    told += Buffer.from(chunk).toString();
    if (told.includes('event: changed')) return;
  }
}
