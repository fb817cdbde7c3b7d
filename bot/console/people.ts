// Who works at the console: the port to where people are kept, and what is true of them wherever that is.
import { z } from 'zod';
import type { Language } from '../../knowledge/index.ts';
import type { Role } from './roles.ts';

/** The issuer of those who came by a one-time link. */
export const linkIssuer = 'link';

export const nameLimit = 60;
/** Visitors see it: no control or direction-changing characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(nameLimit)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

/** Two names with the same key are one name: "Anna  Berg" and "anna berg". */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** Which roles a group, or an app role, of the provider gives. */
export interface Grant {
  readonly group: string;
  readonly roles: readonly Role[];
}

export interface Person {
  readonly id: string;
  readonly issuer: string;
  /** What colleagues and visitors see. Claims and replies are known by it, so nobody else has it. */
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** Where the roles come from; empty for those who came by a link. */
  readonly grants: readonly Grant[];
  /** The console's language for this person; null: the browser's. */
  readonly language: Language | null;
  readonly active: boolean;
  /** When the person signed in or used the console last. */
  readonly seenAt: Date;
}

/** What a provider said about somebody who signs in. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly grants: readonly Grant[];
}

export interface ListedPerson extends Person {
  /** Sessions that are not over. */
  readonly openSessions: number;
}

export type PeopleChange = 'done' | 'notFound' | 'lastAdministrator';

export interface People {
  byId(id: string): Promise<Person | null>;
  byName(name: string): Promise<Person | null>;
  /** Everybody, by name. @param sessions which sessions are not over: made, and last used, after these times */
  list(sessions: { readonly madeAfter: Date; readonly seenAfter: Date }): Promise<readonly ListedPerson[]>;
  /**
   * Somebody a provider vouches for: known or new, with the roles of today. A name that somebody else has gets a number.
   * A person who is deactivated stays as they were.
   */
  meet(identity: Identity, at: Date): Promise<Person>;
  /** Somebody a provider gives no role any more, if they are known. */
  dropRoles(issuer: string, subject: string): Promise<void>;
  /** Somebody new who came by a link. @returns null when somebody has the name meanwhile */
  addByLink(name: string, roles: readonly Role[], at: Date): Promise<Person | null>;
  /** @returns false when somebody else has this name. What the person has claimed goes along with the new name. */
  rename(id: string, name: string): Promise<boolean>;
  setLanguage(id: string, language: Language | null): Promise<void>;
  /** Only for those who came by a link: others have the roles their provider tells. */
  setRoles(id: string, roles: readonly Role[], canSignIn: readonly string[]): Promise<PeopleChange>;
  /**
   * Nobody can be the last to go: without an administrator who can sign in nobody could undo it.
   * @param canSignIn the issuers whose people can sign in
   */
  deactivate(id: string, at: Date, canSignIn: readonly string[]): Promise<PeopleChange>;
  activate(id: string): Promise<PeopleChange>;
  endSessions(id: string): Promise<void>;
}
