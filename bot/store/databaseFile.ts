// The file under the database: there, writable, under its one true name, and ours alone.
import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** The database can't be used; the message says which and why, in words for whoever runs the service. */
export class DatabaseUnusableError extends Error {
  constructor(file: string, cause: unknown) {
    super(`The database ${file} can't be used: ${reasonOf(cause)}.`, { cause });
  }
}

/** The database's server does not answer; it may later. */
export class DatabaseUnreachableError extends Error {
  constructor(place: string, cause: unknown) {
    super(`The database ${place} does not answer.`, { cause });
  }
}

/** Another process has the database open for service. */
export class DatabaseHeldError extends Error {
  constructor(file: string, cause: unknown) {
    super(`another instance holds ${file}`, { cause });
  }
}

/**
 * Makes the file, and its folder, if need be.
 * @returns its name without any symbolic link, so that one database has one name, whatever way leads to it
 */
export function makeFile(file: string): string {
  makeFolder(dirname(file));
  closeSync(openSync(file, 'a'));
  return realpathSync(file);
}

/** Step by step: Node's own way with `recursive` never returns where the system refuses a folder without saying so (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Keeps other processes off a database. The system itself gives the lock back when the process dies: it is an exclusive
 * transaction on a file beside the database.
 * @throws DatabaseHeldError
 */
export function holdLock(file: string): DatabaseSync {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw sqliteError.safeParse(error).data?.errcode === sqliteBusy
      ? new DatabaseHeldError(file, error)
      : error;
  }
  return lock;
}

/** https://www.sqlite.org/rescode.html */
const sqliteBusy = 5;
const sqliteNotADatabase = 26;
const sqliteError = z.object({ errcode: z.number() });

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'its folder can not be made',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EACCES: 'this process may not write it',
  EPERM: 'this process may not write it',
  EROFS: 'it is on a file system that can only be read',
};
const systemError = z.object({ code: z.string() });

function reasonOf(error: unknown): string {
  if (sqliteError.safeParse(error).data?.errcode === sqliteNotADatabase) return 'it is not a SQLite database';
  const reason = reasons[systemError.safeParse(error).data?.code ?? ''];
  return reason ?? z.object({ message: z.string() }).safeParse(error).data?.message ?? 'for a reason unknown';
}
