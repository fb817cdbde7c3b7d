// `npm run db:restore`: what a backup has, into the database, while no service runs on it.
import { parseArgs } from 'node:util';
import { checkBackup, restoreBackup } from '../store/backup.ts';
import { openForReplacing } from '../store/openForCommand.ts';
import { databasePlace, runCommand, WrongCall } from './command.ts';

const help = `Brings a backup back: all of it or, when anything is wrong, nothing.

Usage: npm run db:restore -- FILE [--yes]

  FILE    what npm run db:backup wrote, from SQLite or from PostgreSQL
  --yes   delete what is in the database; without it only an empty one is filled
  --help  print this

The database is the service's: DATABASE_URL or DATABASE_FILE, from the environment or .env; it is made if need be. Stop the service
first, all instances of it. To move from SQLite to PostgreSQL: stop the service, back up, set DATABASE_URL, restore, start it.

A file that was cut off or changed, or is of another version of the service, is refused before anything is touched.

Exit code: 0 when it is restored, 1 when it can't be, 2 when the command was called wrongly.`;

await runCommand(help, async (args) => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongCall('Name one file to restore. See --help.');
  const place = databasePlace();
  const { at } = await checkBackup(file);
  const { db, close } = await openForReplacing(place);
  try {
    const rows = await restoreBackup(db, file, values.yes);
    console.log(`${rows} rows are restored, as they were at ${at}.`);
  } finally {
    await close();
  }
});
