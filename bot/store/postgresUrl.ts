// The address of a PostgreSQL database: it has a password in it, so it is never shown whole.

/** Is this the address of a PostgreSQL database? Otherwise it is the name of a file. */
export function isPostgresUrl(place: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(place);
}

/** Where the database is, without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
