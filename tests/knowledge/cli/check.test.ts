import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { annotation } from '../../../knowledge/cli/annotation.ts';
import { runCommand } from '../../support/runCommand.ts';
import { joiningWith } from '../files.ts';
import { sampleFolder } from './sampleFolder.ts';

const check = (...args: string[]) => runCommand(['knowledge/cli/check.ts', ...args]);
const broken = joiningWith('[fees]', '[fee]');
const complaint = '"joining" is related to "fee", which does not exist. Did you mean "fees"?';

describe('The check as a command', () => {
  it('ends with 0 when nothing is wrong, and sums up', async () => {
    const { status, stdout } = await check(await sampleFolder());
    expect(status).toBe(0);
    expect(stdout).toContain('2 entries, 2 facts');
  });

  it('ends with 1 and names each place from where it runs', async () => {
    const folder = await sampleFolder(broken);
    const { status, stdout } = await check(folder);
    expect(status).toBe(1);
    expect(stdout).toContain(`${relative('.', folder)}/entries/iclei.yaml:6:13 ${complaint}`);
    expect(stdout).not.toContain('::error');
  });

  it('adds annotations where they are asked for', async () => {
    const folder = await sampleFolder(broken);
    const { status, stdout } = await check('--github', folder);
    expect(status).toBe(1);
    const file = `${relative('.', folder)}/entries/iclei.yaml`;
    expect(stdout.split('\n')).toContain(`::error file=${file},line=6,col=13::${complaint}`);
    expect(stdout).toContain(`::warning file=${file},line=1,col=7::"joining" is not told in`);
    expect(stdout).toContain(`${file}:6:13 ${complaint}`);
  });

  it('refuses to mix annotations and JSON', async () => {
    const { status, stderr } = await check('--github', '--json');
    expect(status).toBe(2);
    expect(stderr).toContain('Choose one of --json and --github.');
  });
});

describe('An annotation', () => {
  it('escapes what would end a command or a property', () => {
    const message = '50 %: a, b::c\r\nd';
    expect(annotation({ severity: 'fault', path: 'a:b,c%.yaml', line: 2, column: 3, message })).toBe(
      '::error file=a%3Ab%2Cc%25.yaml,line=2,col=3::50 %25: a, b::c%0D%0Ad',
    );
  });
});

describe('Continuous integration', () => {
  const line = readFileSync('.ci/run', 'utf8')
    .split('\n')
    .find((command) => command.startsWith('npm run knowledge:check'));

  /** What npm is called with there. */
  const called = (environment: Readonly<Record<string, string>>) =>
    execFileSync('bash', ['-c', `set -euo pipefail\nnpm() { echo "$*"; }\n${line}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH ?? '', ...environment },
      encoding: 'utf8',
    }).trim();

  it('asks for annotations in GitHub Actions only', () => {
    expect(called({ GITHUB_ACTIONS: 'true' })).toBe('run knowledge:check -- --github');
    expect(called({})).toBe('run knowledge:check --');
    expect(called({ GITHUB_ACTIONS: 'false' })).toBe('run knowledge:check --');
  });
});
