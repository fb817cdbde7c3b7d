// The console's style, script and pictures, read once; TypeScript becomes what browsers run by leaving its types out.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Request, Response, Server } from 'restify';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
} as const;
const files = [
  ['console', '.css'],
  ['console', '.ts'],
  ['bulk', '.ts'],
  ['draft', '.ts'],
  ['live', '.ts'],
  ['reply', '.ts'],
  ['shortcuts', '.ts'],
  ['textModules', '.ts'],
  ['times', '.ts'],
  ['undo', '.ts'],
  ['icon', '.svg'],
  ['done', '.svg'],
  ['none', '.svg'],
] as const;

export function mountAssets(server: Server): void {
  for (const [name, ending] of files) serve(server, name, ending, new URL('client/', import.meta.url));
  serve(server, 'insight', '.css', new URL('insight/', import.meta.url));
  serve(server, 'teach', '.css', new URL('teach/', import.meta.url));
  serve(server, 'people', '.css', new URL('people/', import.meta.url));
  // The preview reads Markdown exactly as the visitors' web chat does, with the same file.
  serve(server, 'markdown', '.ts', new URL(webChatClient, new URL('client/', import.meta.url)));
}

const webChatClient = '../../webChat/client/';

function serve(server: Server, name: string, ending: keyof typeof types, folder: URL): void {
  const source = readFileSync(new URL(`${name}${ending}`, folder), 'utf8');
  const body = ending === '.ts' ? stripTypeScriptTypes(source).replaceAll(webChatClient, './') : source;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  server.get(`/console/assets/${name}${ending}`, async (req: Request, res: Response) => {
    // Nothing in here is anybody's data: browsers may keep it, and ask whether it is still the same.
    res.setHeader('Cache-Control', 'no-cache');
    res.setHeader('ETag', etag);
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304);
      res.end();
      return;
    }
    res.setHeader('Content-Type', types[ending]);
    res.writeHead(200);
    res.end(body);
  });
}
