// What administrators did with other people's data, for those who have to answer for it. Only added to; of visitors it has no text.

export const auditActions = [
  'personExported',
  'personErased',
  'retention',
  'figuresExported',
  'signedIn',
  'personDeactivated',
  'personActivated',
  'rolesChanged',
  'teachingPublished',
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly at: Date;
  /** Display name; the service itself is null. */
  readonly actor: string | null;
  readonly action: AuditAction;
  /** What it was done to, as a pseudonym or a plain fact: "3 conversations, 2 questions". */
  readonly subject: string;
}

export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  /** The newest first. */
  latest(limit: number): Promise<readonly AuditEntry[]>;
}
