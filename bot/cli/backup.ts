// `npm run db:backup`: everything in the database into a file, while the service runs.
import { parseArgs } from 'node:util';
import { writeBackup } from '../store/backup.ts';
import { openForReading } from '../store/openForCommand.ts';
import { databasePlace, runCommand, WrongCall } from './command.ts';

const help = `Writes everything in the database into a file, as it is at this moment, while the service runs.

Usage: npm run db:backup -- FILE

  FILE    is replaced if it is there, when the new one is whole; what takes long is not left half done
  --help  print this

The database is the service's: DATABASE_URL or DATABASE_FILE, from the environment or .env. The file has one JSON line a row, of
SQLite and PostgreSQL alike: npm run db:restore takes it back into either. It holds what visitors and staff have written, and the keys the
service made for itself: keep it as you keep the database.

Exit code: 0 when it is written, 1 when it can't be, 2 when the command was called wrongly.`;

await runCommand(help, async (args) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongCall('Name one file to write. See --help.');
  const { db, close } = await openForReading(databasePlace());
  try {
    const rows = await writeBackup(db, file, new Date());
    console.log(`${rows} rows are in ${file}.`);
  } finally {
    await close();
  }
});
