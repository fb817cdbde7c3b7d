// Teaching, put together: the store, the live knowledge, and rehearsals in a thread of their own.
import type { TeachingStore } from '../dialogs/index.ts';
import { figureNames, type Language } from '../knowledge/index.ts';
import type { KnowledgeChange } from './console/insight/source.ts';
import type { TeachOptions } from './console/teach/options.ts';
import type { LiveKnowledge } from './knowledge/liveKnowledge.ts';
import { rehearseInThread } from './knowledge/rehearseThread.ts';

/** What visitors asked lately, personal data masked, the newest first. */
export type RecentQuestions = (
  limit: number,
) => Promise<readonly { readonly question: string; readonly language: Language }[]>;

/** Questions that are asked again before anything is published. */
const replayedQuestions = 1_000;

export interface TeachingOptions {
  readonly teachings: TeachingStore;
  readonly live: Pick<LiveKnowledge, 'current' | 'standings'>;
  readonly recentQuestions: RecentQuestions;
  readonly settings: {
    readonly knowledgeFolder: string;
    readonly modelCacheFile: string;
    readonly teachingNeedsSecond: boolean;
  };
  readonly now: () => Date;
  readonly onRehearsed: () => void;
}

export function createTeaching(options: TeachingOptions): TeachOptions {
  const { teachings, live, recentQuestions, now, onRehearsed } = options;
  const { knowledgeFolder: folder, modelCacheFile: cacheFile, teachingNeedsSecond } = options.settings;
  return {
    teachings,
    knowledge: live.current,
    standings: live.standings,
    figureNames: () => figureNames(folder),
    needsSecond: teachingNeedsSecond,
    onRehearsed,
    rehearse: async (change) => {
      const [taught, asked] = await Promise.all([teachings.served(), recentQuestions(replayedQuestions)]);
      const today = now().toISOString().slice(0, 'YYYY-MM-DD'.length);
      return rehearseInThread({ folder, cacheFile, taught, change, asked, today });
    },
  };
}

/** Changes of the knowledge that the figures name, at most. */
const namedChanges = 500;

/** What was taught and is served, for the figures. */
export async function taughtChanges(
  teachings: Pick<TeachingStore, 'list'>,
): Promise<readonly KnowledgeChange[]> {
  const taught = await teachings.list(['published', 'exported'], namedChanges);
  return taught.flatMap(({ publishedAt, change }) =>
    publishedAt === null
      ? []
      : [
          {
            at: publishedAt,
            kind: change.kind === 'newEntry' ? 'published' : 'phrasing',
            entry: change.kind === 'newEntry' ? change.entry.id : change.entry,
          },
        ],
  );
}
