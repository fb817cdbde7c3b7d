// How a person stands in the table.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { parseLanguage } from '../../knowledge/index.ts';
import type { Person } from '../console/people.ts';
import { type Role, roles } from '../console/roles.ts';
import type { Tables } from './tables.ts';

const rolesSchema = z.array(z.enum(roles));
const grantsSchema = z.array(z.object({ group: z.string(), roles: rolesSchema }));

/** Roles as they stand in a column. */
export function storedRoles(text: string): readonly Role[] {
  return rolesSchema.parse(JSON.parse(text));
}

export type PersonRow = Selectable<Tables['people']>;

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    issuer: row.issuer,
    name: row.name,
    email: row.email,
    roles: storedRoles(row.roles),
    grants: grantsSchema.parse(JSON.parse(row.grants)),
    language: parseLanguage(row.language),
    active: row.active === 1,
    seenAt: new Date(row.seen_at),
  };
}
