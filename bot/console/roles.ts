// What people at the console may do. A role says what for, not how much: administrators of a small team have all three.

export const roles = ['staff', 'curator', 'administrator'] as const;
/** staff answer questions; curators teach and see figures; administrators manage people, settings and personal data. */
export type Role = (typeof roles)[number];

/** Whom a page is for: those with a role, or everybody who is signed in. */
export type Audience = Role | 'everybody';

export function belongsTo(held: readonly Role[], audience: Audience): boolean {
  return audience === 'everybody' || held.includes(audience);
}
