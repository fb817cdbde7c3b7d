// Which tables a database has: what a backup goes through. None is named here, so none can be forgotten.
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';

export interface TableInfo {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that numbers its rows by itself. */
  readonly numbered: string | null;
}

/** All tables but Kysely's own; each comes after those it refers to. */
export async function listTables(db: Database): Promise<readonly TableInfo[]> {
  const schema = isPostgres(db)
    ? (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name
    : undefined;
  const found = (await db.introspection.getTables()).filter(
    (table) => !table.isView && table.schema === schema,
  );
  const references = await listReferences(db);
  const ordered: TableInfo[] = [];
  const add = (name: string, above: readonly string[]) => {
    const table = found.find((one) => one.name === name);
    if (!table || above.includes(name) || ordered.some((one) => one.name === name)) return;
    for (const { source, target } of references) if (source === name) add(target, [...above, name]);
    const numbered = table.columns.find(({ isAutoIncrementing }) => isAutoIncrementing)?.name ?? null;
    ordered.push({ name, columns: table.columns.map((column) => column.name), numbered });
  };
  for (const { name } of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) add(name, []);
  return ordered;
}

/** Which table refers to which. */
async function listReferences(db: Database): Promise<readonly { source: string; target: string }[]> {
  const query = isPostgres(db)
    ? sql<{ source: string; target: string }>`
        select a.relname as source, b.relname as target from pg_constraint as c
        join pg_class as a on a.oid = c.conrelid join pg_class as b on b.oid = c.confrelid
        where c.contype = 'f'`
    : sql<{ source: string; target: string }>`
        select t.name as source, f."table" as target from sqlite_master as t, pragma_foreign_key_list(t.name) as f
        where t.type = 'table'`;
  return (await query.execute(db)).rows;
}
