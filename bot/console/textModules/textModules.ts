// Texts that staff write again and again, under a short name: the port to where they are kept.
import { z } from 'zod';
import { languages } from '../../../knowledge/index.ts';
import { replyLimit } from '../limits.ts';

export const keywordLimit = 30;

/** What staff fill in: read by this schema at the door. */
export const textModuleSchema = z.object({
  /** What is typed after a slash. */
  keyword: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}-]*$/u)
    .max(keywordLimit),
  language: z.enum(languages),
  text: z.string().trim().min(1).max(replyLimit),
});

export interface TextModule extends z.infer<typeof textModuleSchema> {
  readonly id: string;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}
export type TextModuleDraft = Pick<TextModule, 'keyword' | 'language' | 'text' | 'changedBy' | 'changedAt'>;

/** "taken": another one of that language has the keyword. "stale": it was changed or deleted meanwhile. */
export type TextModuleResult = 'done' | 'taken' | 'stale';

export interface TextModules {
  /** By keyword, then language. */
  all(): Promise<readonly TextModule[]>;
  add(draft: TextModuleDraft): Promise<TextModuleResult>;
  change(id: string, version: number, draft: TextModuleDraft): Promise<TextModuleResult>;
  remove(id: string, version: number): Promise<TextModuleResult>;
}
