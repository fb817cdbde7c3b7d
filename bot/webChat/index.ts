// The web chat's pages and files: the home page at /, the launcher at /embed.js, the widget below /webchat/.
import type { Next, Request, Response, Server } from 'restify';
import { createOrigins, type Origins } from '../directLine/origins.ts';
import { sendError } from '../http/respond.ts';
import { loadWebChatAssets } from './assets.ts';
import { chooseHomeLanguage, createHomePage } from './homePage.ts';
import { respond } from './respond.ts';

export interface WebChatOptions {
  /** Address of a privacy page (https), linked from the notice before the first message. */
  readonly privacyUrl?: string | null;
  /** The origin the client used to reach us; without it a loopback address. */
  readonly ownOrigin?: Origins['own'];
}

/** The widget's files are public and are loaded by other sites' pages. */
const forAnySite = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
const askAgain = { 'Cache-Control': 'no-cache' };
const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** A website's visitors get a new version within this time. */
const fiveMinutes = { 'Cache-Control': 'public, max-age=300, must-revalidate' };

/**
 * Adds the routes of the web chat.
 * @param server a restify server; its query parser is not needed
 */
export function mountWebChat(server: Server, options: WebChatOptions = {}): void {
  const assets = loadWebChatAssets();
  const ownOrigin = options.ownOrigin ?? createOrigins(null, []).own;
  const homePage = createHomePage(assets.version, options.privacyUrl ?? null);

  function home(request: Request, response: Response, next: Next): void {
    const wish = new URLSearchParams(request.getQuery()).get('lang');
    const language = chooseHomeLanguage(wish, request.headers['accept-language']);
    const headers = { ...askAgain, 'Content-Language': language, Vary: 'Accept-Language' };
    respond(request, response, homePage(language), headers, ownOrigin(request));
    next(false);
  }

  function embed(request: Request, response: Response, next: Next): void {
    respond(request, response, assets.embed, { ...fiveMinutes, ...forAnySite }, ownOrigin(request));
    next(false);
  }

  function file(request: Request, response: Response, next: Next): void {
    const { version, name } = request.params;
    const asset = assets.files.get(String(name));
    if (asset) {
      // Any other name gets the same files: a launcher of yesterday asks by the old one, a second attempt by a new one.
      const caching = version === assets.version ? forEver : askAgain;
      respond(request, response, asset, { ...caching, ...forAnySite }, ownOrigin(request));
    } else sendError(response, 404, 'NotFound', 'There is no such file.');
    next(false);
  }

  for (const [path, handler] of [
    ['/', home],
    ['/embed.js', embed],
    ['/webchat/:version/:name', file],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
}
