// Reads a posted form, within limits.
import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/body.ts';

/** 4,000 characters take at most 36,000 bytes in a form (three bytes, each written %XX). */
export const maxFormBytes = 64 * 1024;

export type FormResult =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/**
 * Reads application/x-www-form-urlencoded from the raw request, which nothing else may have read before.
 * @returns the fields (of a repeated one, the last), with line ends as \n; or why the body was not taken
 */
export async function readForm(request: IncomingMessage): Promise<FormResult> {
  const body = await readBody(request, 'application/x-www-form-urlencoded', maxFormBytes);
  if (!body.ok) return { ok: false, status: body.status };
  const fields = new URLSearchParams(body.text);
  return {
    ok: true,
    fields: Object.fromEntries([...fields].map(([name, value]) => [name, value.replace(/\r\n?/gu, '\n')])),
  };
}
