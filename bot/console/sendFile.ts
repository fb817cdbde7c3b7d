// Sends a file to be kept, piece by piece; whoever takes it slowly makes it be made slowly.
import { once } from 'node:events';
import type { Response } from 'restify';
import type { Answer } from './visit.ts';

/**
 * Sends a file.
 * @throws what making it throws; before its first piece was sent that can still be told to whoever asked
 */
export async function sendFile(
  res: Response,
  { type, name, body }: Extract<Answer, { kind: 'file' }>,
): Promise<void> {
  let gone = false;
  const left = new Promise<void>((resolve) => {
    res.once('close', () => {
      gone = true;
      resolve();
    });
  });
  for await (const piece of body) {
    if (gone) return;
    if (!res.headersSent) begin();
    if (!res.write(piece)) await Promise.race([once(res, 'drain'), left]);
  }
  if (!res.headersSent) begin();
  res.end();

  function begin(): void {
    res.setHeader('Content-Type', type);
    res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    res.writeHead(200);
  }
}
