// The arrows between the folders, the SDK's place and the environment's place.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const folders = ['knowledge', 'dialogs', 'bot'] as const;
type Folder = (typeof folders)[number];

/** Which folders a folder may use besides itself. */
const allowed: Readonly<Record<Folder, readonly Folder[]>> = {
  knowledge: [],
  dialogs: ['knowledge'],
  bot: ['dialogs', 'knowledge'],
};

interface Import {
  readonly file: string;
  readonly from: string;
}

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map((found) => ({
    file,
    from: found[1] ?? '',
  })),
);

function folderOf(path: string): Folder | undefined {
  return folders.find((folder) => path.startsWith(`${folder}/`));
}

function targetOf({ file, from }: Import): string | null {
  return from.startsWith('.') ? relative('.', join(dirname(file), from)) : null;
}

test('There is something to look at', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
});

test('Folders use each other one way only, through index.ts', () => {
  const wrong = imports.filter((one) => {
    const target = targetOf(one);
    const own = folderOf(one.file);
    const other = target === null ? undefined : folderOf(target);
    if (target === null || own === undefined || other === undefined || own === other) return false;
    return !allowed[own].includes(other) || target !== `${other}/index.ts`;
  });
  expect(wrong).toEqual([]);
});

test('The Bot Framework SDK and restify are used in bot/ only, the SDK in few files of it', () => {
  const sdk = imports.filter(({ from }) => from.startsWith('botbuilder') || from.startsWith('botframework'));
  expect(sdk.filter(({ file }) => folderOf(file) !== 'bot')).toEqual([]);
  expect(imports.filter(({ file, from }) => from === 'restify' && folderOf(file) !== 'bot')).toEqual([]);
  expect(new Set(sdk.map(({ file }) => file)).size).toBeLessThanOrEqual(10);
});

test('The knowledge knows no network, and neither it nor the dialogs know the database', () => {
  const outside = /^(node:(http|https|net|sqlite)|kysely|ws|pino|restify)$/u;
  expect(imports.filter(({ file, from }) => folderOf(file) !== 'bot' && outside.test(from))).toEqual([]);
});

test('The knowledge runs no program and asks nobody, but for the commands of its curators', () => {
  const outside = /^node:(child_process|readline(\/promises)?|stream\/consumers)$/u;
  const users = imports.filter(({ file, from }) => folderOf(file) !== 'bot' && outside.test(from));
  expect(users.filter(({ file }) => !file.startsWith('knowledge/cli/'))).toEqual([]);
  const runners = users.filter(({ from }) => from === 'node:child_process').map(({ file }) => file);
  expect(runners).toEqual(['knowledge/cli/gitRevision.ts']);
});

test('The environment is read with the settings, and nowhere else', () => {
  const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
  expect(readers).toEqual(['bot/settings.ts']);
});
