// Where the packages we measure against are installed: beside what else can be made again, not among the project's own.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const lists = join(import.meta.dirname, 'peers');
export const peersFolder = join(import.meta.dirname, '../../node_modules/.cache/iclei-question-bot/peers');

/** Installs them if what is there is not of this list of packages; none of their scripts is run. */
export function installPeers(): void {
  const lock = 'package-lock.json';
  const installed = join(peersFolder, 'node_modules', '.package-lock.json');
  const isThere = existsSync(installed);
  if (isThere && readFileSync(join(peersFolder, lock), 'utf8') === readFileSync(join(lists, lock), 'utf8'))
    return;
  mkdirSync(peersFolder, { recursive: true });
  // What is cut off must not look finished the next time.
  rmSync(installed, { force: true });
  for (const name of ['package.json', lock]) copyFileSync(join(lists, name), join(peersFolder, name));
  console.error('Installing the packages to measure against (once, about 200 MB)…');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
