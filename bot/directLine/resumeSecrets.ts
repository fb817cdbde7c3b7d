// The port behind "come back to my conversation": secrets of one use each, known by their hashes only.

/**
 * Milliseconds for which a used secret may be presented once more. The answer that carried its successor may have been lost, and
 * the client then tries again within seconds.
 */
export const resumeGraceMs = 60_000;

export interface ResumeSecrets {
  /** Keeps the first secret of a conversation. */
  begin(conversationId: string, hash: string): Promise<void>;
  /**
   * Exchanges a secret for the next one. A used one is taken once more within the grace, as long as no successor was used; the
   * successors given out before stay good. Later it can only be a copy: then all secrets of the conversation are void, for nobody
   * can tell who holds which.
   * @returns whether it was exchanged
   */
  exchange(conversationId: string, presented: string, next: string, at: Date): Promise<boolean>;
  /** Whether a secret would be exchanged. Changes nothing. */
  fits(conversationId: string, presented: string, at: Date): Promise<boolean>;
}
