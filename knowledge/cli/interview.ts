// Asks a curator for an entry, part by part, and refuses what the check would refuse as soon as it is told.
import { draftFaults } from '../check/draft.ts';
import type { Curated } from '../curate.ts';
import { type Topic, topics } from '../entry.ts';
import { type Language, languages, parseLanguage } from '../language.ts';
import type { Matcher } from '../matcher.ts';
import type { CuratedText } from '../schema.ts';
import type { NewEntry } from '../write/entryYaml.ts';
import { nearestEntries, suggestId } from '../write/suggest.ts';
import { askText, type Refuse } from './askText.ts';
import type { Dialogue } from './dialogue.ts';

const suggestedRelated = 3;

/** What the interview goes by: the knowledge there is, its matcher, and the day. */
export interface Workbench {
  readonly curated: Curated;
  readonly matcher: Matcher;
  readonly now: Date;
}

/** @returns an entry in which nothing is wrong by itself */
export async function interview(dialogue: Dialogue, { curated, matcher, now }: Workbench): Promise<NewEntry> {
  const today = dayOf(now);
  const refuse: Refuse = (draft) => {
    const faults = draftFaults(draft, curated, today);
    for (const fault of faults) dialogue.say(`  ! ${fault}`);
    return faults.length > 0;
  };
  const inLanguage = (language: Language) => askText(dialogue, refuse, matcher, language);

  const en = await inLanguage('en');
  const source = await askSource(dialogue, refuse);
  const near = nearestEntries([en.question, ...en.phrasings], matcher, suggestedRelated);
  const topic = await askTopic(dialogue, topicOf(near[0], curated));
  const related = await askRelated(dialogue, refuse, near, curated);
  const id = await askId(dialogue, refuse, suggestId(en.question, idsOf(curated)));
  const others: { [language in Language]?: CuratedText } = {};
  for (const language of await askLanguages(dialogue)) others[language] = await inLanguage(language);
  return {
    ...{ id, topic, asOf: source.date, checkedOn: today, reviewBy: nextReview(now), related },
    ...{ sources: [source], en, ...others },
  };
}

async function askSource(dialogue: Dialogue, refuse: Refuse): Promise<NewEntry['sources'][0]> {
  const blank = { title: 'Source', url: 'https://example.org/', date: 'undated' };
  const askPart = async (part: keyof typeof blank, prompt: string): Promise<string> => {
    for (;;) {
      const value = await dialogue.ask(prompt);
      if (!refuse({ sources: [{ ...blank, [part]: value }] })) return value;
    }
  };
  dialogue.say('\nSource');
  return {
    title: await askPart('title', 'Title: '),
    url: await askPart('url', 'Address (https://…): '),
    date: await askPart('date', 'Date, as the source gives it (2017-08-02, 2025, undated): '),
  };
}

async function askTopic(dialogue: Dialogue, suggested: Topic | undefined): Promise<Topic> {
  dialogue.say(
    `\nTopic\n${topics.map((topic, index) => `${String(index + 1).padStart(4)}  ${topic}`).join('\n')}`,
  );
  const enter = suggested ? `, or Enter for ${suggested}` : '';
  for (;;) {
    const typed = await dialogue.ask(`Number or name${enter}: `);
    const topic =
      typed === '' ? suggested : topics.find((name, index) => typed === name || typed === `${index + 1}`);
    if (topic) return topic;
    dialogue.say(`  ! Type a number from 1 to ${topics.length}.`);
  }
}

async function askRelated(
  dialogue: Dialogue,
  refuse: Refuse,
  near: readonly string[],
  { entries }: Curated,
): Promise<string[]> {
  dialogue.say('\nRelated entries: what one may want to ask next, one to four');
  for (const id of near)
    dialogue.say(`  ${id}: ${entries.find(({ entry }) => entry.id === id)?.entry.en.question ?? ''}`);
  const enter = near.length > 0 ? `, or Enter for ${near.join(' ')}` : '';
  for (;;) {
    const typed = await dialogue.ask(`Ids, with blanks between${enter}: `);
    const related = typed === '' ? [...near] : typed.split(/[\s,]+/u);
    if (!refuse({ related })) return related;
  }
}

async function askId(dialogue: Dialogue, refuse: Refuse, suggested: string): Promise<string> {
  for (;;) {
    const id = (await dialogue.ask(`\nId of the entry, or Enter for ${suggested}: `)) || suggested;
    if (!refuse({ id })) return id;
  }
}

async function askLanguages(dialogue: Dialogue): Promise<Language[]> {
  const others = languages.filter((language) => language !== 'en');
  for (;;) {
    const typed = await dialogue.ask(
      `\nOther languages to write now (${others.join(' ')}, with blanks between, or Enter for none): `,
    );
    const named = typed === '' ? [] : typed.split(/[\s,]+/u).map(parseLanguage);
    if (named.every((language) => language !== null && language !== 'en'))
      return others.filter((language) => named.includes(language));
    dialogue.say(`  ! Type some of ${others.join(', ')}.`);
  }
}

function topicOf(id: string | undefined, { entries }: Curated): Topic | undefined {
  return entries.find(({ entry }) => entry.id === id)?.entry.topic;
}

function idsOf({ entries, outOfScope }: Curated): ReadonlySet<string> {
  return new Set([...entries.map(({ entry }) => entry.id), ...(outOfScope?.value ?? []).map(({ id }) => id)]);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** In a year, as for the entries there are. */
function nextReview(now: Date): string {
  const next = new Date(now);
  next.setUTCFullYear(now.getUTCFullYear() + 1);
  return dayOf(next);
}
