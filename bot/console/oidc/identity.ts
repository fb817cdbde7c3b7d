// From the claims of a checked ID token to who somebody is here, and what they may do.
import { z } from 'zod';
import { type Grant, type Identity, nameLimit } from '../people.ts';

export interface ClaimRules {
  /** The issuer as it is configured: openid-client has compared it with the token's. */
  readonly issuer: string;
  readonly roleRules: readonly Grant[];
  /** The claim that lists groups; app roles ("roles") are read as well. */
  readonly groupsClaim: string;
}

export type IdentityResult =
  | { readonly kind: 'known'; readonly identity: Identity }
  /** Vouched for, but in no group that has a role here. */
  | { readonly kind: 'noRole'; readonly identity: Identity }
  /** Entra leaves groups out when there are too many: then nobody knows which roles are missing. */
  | { readonly kind: 'tooManyGroups' }
  | { readonly kind: 'unreadable' };

const text = z.string().min(1).max(255);
const subjectSchema = z.object({ sub: text });
const entraSchema = z.object({ iss: z.string(), tid: z.guid(), oid: z.guid() });
const overageSchema = z.union([
  z.object({ hasgroups: z.union([z.literal(true), z.literal('true')]) }),
  z.object({ _claim_names: z.record(z.string(), z.unknown()) }),
]);
const listSchema = z.union([z.array(z.unknown()), z.string().transform((one) => [one])]).catch([]);
const optional = z.string().trim().min(1).nullable().catch(null);
const email = z.email().max(254).nullable().catch(null);

/** @param claims of an ID token whose signature, issuer, audience, times and nonce were checked */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  { issuer, roleRules, groupsClaim }: ClaimRules,
): IdentityResult {
  const who = subjectSchema.safeParse(claims);
  if (!who.success) return { kind: 'unreadable' };
  if (groupsLeftOut(claims, groupsClaim)) return { kind: 'tooManyGroups' };
  const named = [claims[groupsClaim], claims.roles].flatMap((list) => listSchema.parse(list));
  const grants = roleRules.filter(({ group }) => named.includes(group));
  const identity: Identity = {
    issuer,
    subject: entraSubject(claims) ?? who.data.sub,
    name: shownName(claims),
    email: email.parse(claims.email),
    grants,
  };
  return grants.length > 0 ? { kind: 'known', identity } : { kind: 'noRole', identity };
}

/**
 * Entra's `sub` is another one for every application; tenant and object id stay when the registration is made anew. Only where the
 * issuer itself names the tenant: elsewhere these claims may be anybody's choice.
 */
function entraSubject(claims: Readonly<Record<string, unknown>>): string | null {
  const read = entraSchema.safeParse(claims);
  if (!read.success) return null;
  const { iss, tid, oid } = read.data;
  return entraIssuer.exec(iss)?.[1] === tid ? `${tid}/${oid}` : null;
}
const entraIssuer =
  /^https:\/\/login\.(?:microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn)\/([\da-f-]{36})\/v2\.0$/u;

function groupsLeftOut(claims: Readonly<Record<string, unknown>>, groupsClaim: string): boolean {
  const read = overageSchema.safeParse(claims);
  if (!read.success) return false;
  return 'hasgroups' in read.data || Object.hasOwn(read.data._claim_names, groupsClaim);
}

/** Visitors see it: what could turn or break a line is left out. An address is no name, so none is ever taken for one. */
function shownName(claims: Readonly<Record<string, unknown>>): string {
  const { name, given_name: given, family_name: family } = claims;
  const both = [given, family].map((part) => optional.parse(part) ?? '').join(' ');
  return [optional.parse(name) ?? '', both].map(cleanName).find((one) => one !== '') ?? 'Staff';
}

function cleanName(raw: string): string {
  const clean = raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (clean.includes('@')) return '';
  return Array.from(clean)
    .reduce((kept, character) => (kept.length + character.length > nameLimit ? kept : kept + character), '')
    .trimEnd();
}
