// "What is on in June?": the events of that period that the knowledge has days of, told as past, running or coming.
import { type DatedEvent, type Entry, formatDays } from '../knowledge/index.ts';
import { decided, unanswered } from './decided.ts';
import { settle } from './escalate.ts';
import { dayOf, daysBetween, overlap, type Period } from './reading/calendar.ts';
import { readWhatsOn } from './reading/whatsOn.ts';
import { askChoice, personChoice, say, withdrawChoice } from './replies.ts';
import type { Choice } from './reply.ts';
import type { AskedQuestion } from './state.ts';
import type { Outcome, Talk } from './talk.ts';
import { during } from './texts/dates.ts';
import type { EventTime } from './texts/texts.ts';

interface Dated {
  readonly entry: Entry;
  readonly event: DatedEvent;
}

interface Ending {
  readonly kind: 'answer' | 'noAnswer';
  readonly more: readonly Choice[];
  /** What is still on the table: who asks for a person now means this question. */
  readonly asked: AskedQuestion | null;
}

/** A list longer than this is not read. */
const maxListed = 4;
/** Tells where dates are announced: no list of ours is complete. */
const datesEntry = 'iclei-events-dates';
const times: readonly EventTime[] = ['over', 'now', 'coming'];

/**
 * Answers a question for the events of a period.
 * @param asked the question as staff would get it: still on the table when nothing is known
 * @returns null when the text asks for something else
 */
export async function answerWhatsOn(talk: Talk, text: string, asked: AskedQuestion): Promise<Outcome | null> {
  const today = dayOf(talk.turn.at);
  const period = await readWhatsOn(text, today, talk.language);
  if (!period) return null;
  const known = talk.base.entries.flatMap((entry) => (entry.events ?? []).map((event) => ({ entry, event })));
  const found = known.filter(({ event }) => overlap(event, period));
  if (found.length === 0) {
    return { ...noneKnown(talk, period, known, asked), decided: unanswered(talk, 'declined', asked) };
  }
  const outcome = listed(talk, period, found);
  const { lastEntry: entry } = outcome.state;
  return { ...outcome, decided: decided(talk, 'answered', { question: asked.text, entry, confidence: 1 }) };
}

function listed(talk: Talk, period: Period, found: readonly Dated[]): Outcome {
  const { words, language, turn, state } = talk;
  const today = dayOf(turn.at);
  const shown = nearest(found, { from: today, to: today }).slice(0, maxListed);
  const when = during(period, language);
  const parts = times.flatMap((time) => {
    const of = (events: readonly Dated[]) => events.filter(({ event }) => timeOf(event, today) === time);
    const lines = inOrder(of(shown)).map((dated) => line(talk, dated));
    return lines.length > 0 ? [words.events.list(time, when, of(found).length), lines.join('\n')] : [];
  });
  if (shown.length < found.length) parts.push(words.events.onlyNearest);
  parts.push(words.events.mayBeMore);
  const withdraw = state.justEscalated === null ? [] : [withdrawChoice(language, state.justEscalated)];
  return reply(talk, parts, shown, { kind: 'answer', more: withdraw, asked: null });
}

function noneKnown(talk: Talk, period: Period, known: readonly Dated[], asked: AskedQuestion): Outcome {
  const { words, language, turn } = talk;
  const near = nearest(known, period).slice(0, 1);
  const parts = [
    words.events.none(during(period, language)),
    ...near.flatMap((dated) => [
      words.events.nearest(timeOf(dated.event, dayOf(turn.at))),
      line(talk, dated),
    ]),
    words.events.mayBeMore,
  ];
  return reply(talk, parts, near, { kind: 'noAnswer', more: [personChoice(language)], asked });
}

function reply(
  talk: Talk,
  parts: readonly string[],
  shown: readonly Dated[],
  { kind, more, asked }: Ending,
): Outcome {
  const { base, language, state } = talk;
  const dates = base.byId.get(datesEntry);
  const entries = new Set([...inOrder(shown).map(({ entry }) => entry), ...(dates ? [dates] : [])]);
  const sources = new Map(inOrder(shown).map(({ event }) => [event.source.url, event.source]));
  const choices: Choice[] = [...entries].map((entry) => askChoice(entry, language));
  const [only] = new Set(shown.map(({ entry }) => entry.id));
  return {
    state: {
      ...settle(state),
      asked,
      unanswered: null,
      justEscalated: null,
      lastEntry: only !== undefined && shown.every(({ entry }) => entry.id === only) ? only : null,
    },
    replies: [
      say(language, parts.join('\n\n'), {
        kind,
        sources: [...sources.values()],
        choices: [...choices, ...more],
      }),
    ],
  };
}

function line({ language }: Talk, { event: { name, place, from, to } }: Dated): string {
  const where = place ? `, ${place[language]}` : '';
  return `- **${name[language]}**${where}: ${formatDays(from, to, language)}`;
}

function timeOf({ from, to }: Period, today: string): EventTime {
  return to < today ? 'over' : from > today ? 'coming' : 'now';
}

function nearest(events: readonly Dated[], to: Period): Dated[] {
  return [...events].sort((a, b) => daysBetween(a.event, to) - daysBetween(b.event, to));
}

function inOrder(events: readonly Dated[]): Dated[] {
  return [...events].sort((a, b) => (a.event.from < b.event.from ? -1 : a.event.from > b.event.from ? 1 : 0));
}
