// How every endpoint answers: one error shape (Direct Line's), a request id, headers that keep browsers careful.
import type { Response } from 'restify';

/**
 * Sends JSON that no cache keeps.
 * @param body anything JSON can carry
 */
export function sendJson(res: Response, status: number, body: unknown): void {
  sendText(res, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

/** Sends a text of a media type; not cached. */
function sendText(res: Response, status: number, type: string, text: string): void {
  // Through restify, which otherwise believes that the answer is still to be sent.
  res.sendRaw(status, text, { 'Content-Type': type });
}

/**
 * Sends a refusal. The text is ours and fixed: nothing of the request is repeated in it.
 * @param code Direct Line style: "BadArgument", "TokenExpired"
 * @param message one sentence for the developer of the client
 */
export function sendError(res: Response, status: number, code: string, message: string): void {
  // What is left of a refused body must not be read as the next request.
  if (status === 413 || status === 415) res.setHeader('Connection', 'close');
  sendText(res, status, 'application/json; charset=utf-8', errorText(code, message));
}

/** The one shape of an error, as text. */
export function errorText(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}
