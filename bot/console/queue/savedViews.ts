// Views of the queue that somebody keeps under a name: the port to where they are kept.
import { z } from 'zod';

export const viewLimit = 20;
export const viewNameLimit = 40;

export const viewNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(viewNameLimit)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

export interface SavedView {
  readonly name: string;
  /** What follows the "?" of the queue's address; it may be empty. */
  readonly query: string;
}

export interface SavedViews {
  /** By name. */
  of(owner: string): Promise<readonly SavedView[]>;
  /** One of the same name is replaced. @returns false when there is no room for one more */
  save(owner: string, view: SavedView): Promise<boolean>;
  remove(owner: string, name: string): Promise<void>;
}
