// Small knowledge files for the tests of loading and checking.
import type { KnowledgeFile } from '../../knowledge/yamlFile.ts';

/** An entry without a fault; `{answer}` and the like are replaced by the tests. */
export const joining = `- id: joining
  topic: membership
  asOf: '2025'
  checkedOn: 2026-11-23
  reviewBy: 2027-11-23
  related: [fees]
  sources:
    - title: Join ICLEI
      url: https://iclei.org/join/
      date: 2025
  en:
    question: How can a city join ICLEI?
    phrasings:
      - become a member
      - join ICLEI
      - apply for membership
    answer: >-
      A city applies to the **World Secretariat**.
      In {{size-year}} there were {{size}} members.
`;

export const fees = `- id: fees
  topic: membership
  asOf: 2017-08-02
  checkedOn: 2026-11-23
  reviewBy: 2027-11-23
  related: [joining]
  sources:
    - { title: Fees, url: https://iclei.org/fees/, date: undated }
  en:
    question: What does membership cost?
    phrasings: [membership fee, annual fee, price of membership]
    answer: Ask the office, or read [the list](https://iclei.org/fees/2025).
`;

export const facts = `names:
  - Local Agenda 21
facts:
  size: { value: 2500, kind: number, asOf: '2025', source: { title: Profile, url: https://iclei.org/, date: 2025 } }
  size-year: { value: 2025, kind: year, asOf: '2025', source: { title: Profile, url: https://iclei.org/, date: 2025 } }
`;

export const glossary = `- term: Member
  alsoTyped: [membership]
  misspellings: [memeber]
`;

const reply = (text: string) => `{ reply: ${text}, phrasings: [${text} one, ${text} two, ${text} three] }`;
export const outOfScope = `- id: weather
  note: The weather anywhere
  next: decline
  en: ${reply('rain')}
  es: ${reply('lluvia')}
  pt: ${reply('chuva')}
  fr: ${reply('pluie')}
  de: ${reply('regen')}
`;

/** Files as the loader sees them; what is given replaces or adds. */
export function files(changed: Readonly<Record<string, string>> = {}): KnowledgeFile[] {
  const all = {
    'entries/fees.yaml': fees,
    'entries/iclei.yaml': joining,
    'facts.yaml': facts,
    'glossary.yaml': glossary,
    'out-of-scope.yaml': outOfScope,
    ...changed,
  };
  return Object.entries(all).map(([path, text]) => ({ path, text }));
}

/** The joining entry with one piece of its text replaced. */
export function joiningWith(old: string, replacement: string): Record<string, string> {
  if (!joining.includes(old)) throw new Error(`The sample has no "${old}".`);
  return { 'entries/iclei.yaml': joining.replace(old, replacement) };
}
