import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../support/runCommand.ts';
import { joiningWith } from '../files.ts';
import { emptyFolder, sampleFolder } from './sampleFolder.ts';

const report = (...args: string[]) => runCommand(['--no-warnings', 'knowledge/cli/report.ts', ...args]);

describe('The report as a command', () => {
  it('writes the page, and says where', async () => {
    const out = join(await emptyFolder(), 'page.html');
    expect(await report('--out', out, await sampleFolder())).toEqual({
      status: 0,
      stdout: `${out}\n`,
      stderr: '',
    });
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('How can a city join ICLEI?');
    // The check has been asked, too.
    expect(page).toContain('Warnings (2)');
  });

  it('names the faults of knowledge that cannot be loaded, and writes nothing', async () => {
    const folder = await sampleFolder(joiningWith('topic: membership', 'topic: members'));
    const out = join(folder, 'page.html');
    const { status, stdout, stderr } = await report('--out', out, folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${relative('.', folder)}/entries/iclei.yaml:2:10`);
    expect(stderr).toContain('A report needs knowledge that can be loaded.');
    expect(existsSync(out)).toBe(false);
  });

  it('says that the page cannot be written', async () => {
    const folder = await sampleFolder();
    const { status, stderr } = await report('--out', join(folder, 'nowhere', 'page.html'), folder);
    expect(status).toBe(1);
    expect(stderr).toContain('Name another file with --out.');
  });

  it('explains itself', async () => {
    expect(await report('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--out FILE'),
    });
    expect(await report('--nonsense')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage:'),
    });
    expect(await report('one', 'two')).toMatchObject({ status: 2 });
  });
});
