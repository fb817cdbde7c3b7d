// The lock that all instances share while they serve from a PostgreSQL, and that what replaces everything takes alone.

/** A pair: PostgreSQL keeps these apart from the single numbers that stand for conversations. */
export const servingLock = [20112, 1] as const;
