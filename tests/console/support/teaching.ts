// Teaching over the small sample knowledge, without threads: what is published is live when the test says so.
import type { TeachOptions } from '../../../bot/console/teach/options.ts';
import type { Database } from '../../../bot/store/database.ts';
import { createSqlTeachings } from '../../../bot/store/sqlTeaching.ts';
import {
  createMatcher,
  type Knowledge,
  type KnowledgeFile,
  type Language,
  layOver,
  parseKnowledge,
  rehearse,
  type Standing,
} from '../../../knowledge/index.ts';
import { files } from '../../knowledge/files.ts';

export interface TestTeachingOptions {
  readonly needsSecond?: boolean;
  /** What visitors asked lately. */
  readonly asked?: readonly { readonly question: string; readonly language: Language }[];
}

export interface TestTeaching {
  readonly options: TeachOptions;
  /** Makes live what is published. */
  goLive(): Promise<void>;
  /** Waits until no rehearsal is under way. */
  rehearsed(): Promise<void>;
  /** The next rehearsal fails. */
  breakDown(): void;
}

export function createTestTeaching(
  db: Database,
  clock: { readonly now: Date },
  onChange: () => void,
  { needsSecond = false, asked = [] }: TestTeachingOptions = {},
): TestTeaching {
  const teachings = createSqlTeachings(db, onChange);
  let live: Knowledge | null = null;
  let standings: readonly Standing[] = [];
  let underWay: Promise<unknown> = Promise.resolve();
  let broken = false;
  const knowledge = () => {
    live ??= knowledgeOf(files());
    return live;
  };
  return {
    options: {
      teachings,
      knowledge,
      standings: () => standings,
      figureNames: async () => ['Local Agenda 21'],
      needsSecond,
      onRehearsed: onChange,
      rehearse: (change) => {
        const run = async () => {
          if (broken) {
            broken = false;
            throw new Error('broken');
          }
          const taught = await teachings.served();
          const today = clock.now.toISOString().slice(0, 'YYYY-MM-DD'.length);
          const order = { files: files(), questionFiles: [], taught, change, asked, today };
          const { version } = knowledge().base;
          return { ...(await rehearse(order, createMatcher)), knowledge: version };
        };
        const result = run();
        underWay = result.catch(() => null);
        return result;
      },
    },
    goLive: async () => {
      const overlaid = layOver(files(), await teachings.served());
      live = knowledgeOf(overlaid.files);
      standings = overlaid.standings;
      onChange();
    },
    rehearsed: async () => {
      await underWay;
    },
    breakDown: () => {
      broken = true;
    },
  };
}

function knowledgeOf(all: readonly KnowledgeFile[]): Knowledge {
  const loaded = parseKnowledge(all);
  if (!loaded.ok) throw new Error('The sample has no fault.');
  return { base: loaded.knowledge, matcher: createMatcher(loaded.knowledge) };
}
