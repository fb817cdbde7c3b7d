// Which group of the provider gives which roles: OIDC_ROLES, read once.
import { z } from 'zod';
import type { Grant } from '../people.ts';
import { type Role, roles } from '../roles.ts';

const role = z.enum(roles);

/**
 * Reads "ICLEI Staff=staff;Leads=staff+curator+administrator".
 * @returns the grants, or what is wrong with which part; values are not repeated
 */
export function parseRoleRules(
  text: string,
): { readonly ok: true; readonly rules: readonly Grant[] } | { readonly ok: false; readonly fault: string } {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const rules: Grant[] = [];
  for (const [index, part] of parts.entries()) {
    const read = parseRule(part);
    if (typeof read === 'string') return { ok: false, fault: `must be right in part ${index + 1}: ${read}` };
    if (rules.some(({ group }) => group === read.group))
      return { ok: false, fault: `must name each group once: part ${index + 1} names one again` };
    rules.push(read);
  }
  return rules.some((rule) => rule.roles.includes('administrator'))
    ? { ok: true, rules }
    : {
        ok: false,
        fault: 'must give the role administrator to some group, as in "Group A=staff+administrator"',
      };
}

function parseRule(part: string): Grant | string {
  // A group's name may hold "=", a role can't.
  const at = part.lastIndexOf('=');
  if (at < 1) return 'it lacks a group and "=" before its roles';
  const named: Role[] = [];
  for (const name of part.slice(at + 1).split('+')) {
    const read = role.safeParse(name.trim());
    if (!read.success) return `after "=" it needs ${roles.join(', ')}, or several of them joined by "+"`;
    if (!named.includes(read.data)) named.push(read.data);
  }
  return { group: part.slice(0, at).trim(), roles: named };
}
