// The knowledge as it stood at a revision of git: the one place of knowledge/ that runs another program.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { KnowledgeFile } from '../yamlFile.ts';

const run = promisify(execFile);

export type RevisionResult =
  | { readonly kind: 'files'; readonly commit: string; readonly files: readonly KnowledgeFile[] }
  /** No git, no checkout, or no commit yet. */
  | { readonly kind: 'noHistory'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Reads the files that the knowledge is loaded from.
 * @param folder the knowledge folder of the working tree
 * @param revision anything that names a commit: HEAD, main, v1.2, 3f2a91c
 */
export async function readRevision(folder: string, revision: string): Promise<RevisionResult> {
  const git = async (...args: readonly string[]): Promise<string | null> => {
    try {
      // A file may have 1 MiB, see yamlFile.ts; a list of files is shorter.
      const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 4 * 1024 * 1024 });
      return stdout;
    } catch {
      return null;
    }
  };
  if ((await git('rev-parse', '--is-inside-work-tree')) === null)
    return { kind: 'noHistory', reason: `${folder} is not in a git checkout` };
  // Resolved first, so that nothing typed can be read as an option below.
  const commit = (await git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`))?.trim();
  if (!commit && revision === 'HEAD') return { kind: 'noHistory', reason: 'the checkout has no commit yet' };
  if (!commit) return { kind: 'unknown', reason: `git knows no commit "${revision}"` };

  // Both commands are relative to the folder, wherever in the checkout it is.
  const listed = (await git('ls-tree', '-r', '-z', '--name-only', commit))?.split('\0') ?? [];
  const paths = listed.filter((path) =>
    /^(?:facts|glossary|out-of-scope|entries\/[^./][^/]*)\.yaml$/u.test(path),
  );
  if (paths.length === 0) return { kind: 'noHistory', reason: `${revision} has no knowledge in this folder` };
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: (await git('show', `${commit}:./${path}`)) ?? '' })),
  );
  return { kind: 'files', commit, files };
}
