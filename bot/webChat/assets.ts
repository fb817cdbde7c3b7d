// The files of the widget as a browser needs them: TypeScript made JavaScript once at start, in memory; nothing is built.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import type { EmbedAssets } from './client/embedTypes.ts';
import { widgetTexts } from './client/texts.ts';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

export interface WebChatAssets {
  /** Names this exact set of files, for addresses that may be cached for ever. */
  readonly version: string;
  /** By file name: "widget.js", "widget.css", "icon.svg". */
  readonly files: ReadonlyMap<string, Asset>;
  readonly embed: Asset;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What embed.js is made of: it has to be one file. */
const embedded = ['earlierVisit.js', 'launcher.js'];
/** Has no code of its own, or is sent as embed.js, or belongs to the home page: not part of the widget. */
const notWidget = new Set(['embedTypes.js', 'home.js', ...embedded]);

/** Reads client/ and makes what is served of it. */
export function loadWebChatAssets(): WebChatAssets {
  const folder = new URL('client/', import.meta.url);
  const files = new Map<string, Asset>();
  for (const name of readdirSync(folder).toSorted()) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const served = name.replace(/\.ts$/u, '.js');
    const text = name.endsWith('.ts') ? toJavaScript(source) : source;
    const type = types[extname(served)];
    if (type)
      files.set(served, { type, body: Buffer.from(extname(served) === '.css' ? shorten(text) : text) });
  }
  const hash = createHash('sha256');
  for (const [name, asset] of files) hash.update(name).update('\0').update(asset.body);
  const version = hash.digest('base64url').slice(0, 16);
  return { version, files, embed: embedScript(files, version) };
}

function embedScript(files: ReadonlyMap<string, Asset>, version: string): Asset {
  const assets: EmbedAssets = {
    version,
    modules: [...files.keys()].filter((name) => name.endsWith('.js') && !notWidget.has(name)),
    css: text(files, 'launcher.css'),
    labels: {
      en: widgetTexts.en.launcher,
      es: widgetTexts.es.launcher,
      pt: widgetTexts.pt.launcher,
      fr: widgetTexts.fr.launcher,
      de: widgetTexts.de.launcher,
    },
  };
  const code = embedded.map((name) =>
    text(files, name).replace(/^(?:import [^;]*;$|export (?:\{\};$)?)/gmu, ''),
  );
  return {
    type: types['.js'] ?? '',
    body: Buffer.from(`(()=>{const assets=${JSON.stringify(assets)};${code.join('\n')}})();\n`),
  };
}

function text(files: ReadonlyMap<string, Asset>, name: string): string {
  const asset = files.get(name);
  if (!asset)
    throw new Error(
      `bot/webChat/client/${name} is missing: restore it, the web chat cannot start without it.`,
    );
  return asset.body.toString('utf8');
}

/** Types become blanks, imports name the served files, and what only readers of the source need stays here. */
function toJavaScript(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' })
    .replace(/(\bfrom ['"]\.\/\w+)\.ts(['"])/gu, '$1.js$2')
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gmu, '')
    .replace(/^\s*\/\/.*$/gmu, '')
    .replace(/[ \t]+$/gmu, '')
    .replace(/^ +/gmu, '')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

function shorten(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([{};,]) ?/gu, '$1')
    .trim();
}
