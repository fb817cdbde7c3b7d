// What is to be done once, whichever instance does it.

export interface DeskMarks {
  /**
   * Takes something on. Whoever took it on and did not finish it, because it ended meanwhile, loses it after ten minutes.
   * @returns false when it is done, or somebody is at it
   */
  take(name: string, at: Date): Promise<boolean>;
  finish(name: string): Promise<void>;
  /** Gives it up, to be taken on again. */
  release(name: string): Promise<void>;
}
