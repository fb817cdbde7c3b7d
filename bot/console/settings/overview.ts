// What is configured, in words an administrator reads: never a secret, never a path of the machine.
import type { Fault, KnowledgeBase, Language } from '../../../knowledge/index.ts';
import { count } from '../texts/texts.ts';
import { settingsTexts } from './texts.ts';

export interface OverviewRow {
  readonly label: string;
  readonly value: string;
}

export interface OverviewSource {
  readonly publicUrl: () => string;
  /** The OpenID provider's issuer, if there is one. */
  readonly issuer: string | null;
  readonly signInLinks: boolean;
  /** Whether the Bot Framework is registered. */
  readonly channels: boolean;
  readonly webChatOrigins: readonly string[];
  readonly knowledge: () => Pick<KnowledgeBase, 'entries' | 'version'>;
  readonly knowledgeFaults: () => readonly Fault[];
}

/** @returns the rows, in the reader's language */
export function createOverview(source: OverviewSource): (language: Language) => readonly OverviewRow[] {
  return (language) => {
    const t = settingsTexts[language];
    const { issuer, webChatOrigins } = source;
    const knowledge = source.knowledge();
    const by = issuer === null ? t.signInLinks : source.signInLinks ? t.signInBoth : t.signInOrganisation;
    return [
      { label: t.publicAddress, value: source.publicUrl() },
      { label: t.signIn, value: by.replace('{issuer}', () => issuer ?? '') },
      { label: t.database, value: t.databaseFile },
      { label: t.channels, value: source.channels ? t.channelsOn : t.channelsOff },
      { label: t.webChat, value: webChatOrigins.length === 0 ? t.none : webChatOrigins.join(', ') },
      {
        label: t.knowledge,
        value: t.knowledgeState
          .replace('{entries}', () => count(knowledge.entries.length, language))
          .replace('{version}', () => knowledge.version.slice(0, 12)),
      },
      { label: t.faults, value: count(source.knowledgeFaults().length, language) },
    ];
  };
}
