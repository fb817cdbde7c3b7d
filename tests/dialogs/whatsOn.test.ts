// What a visitor is told about the events of a period; conversations in tests begin on 24 November 2026.
import { describe, expect, test } from '@jest/globals';
import { during } from '../../dialogs/texts/dates.ts';
import { type Entry, type Language, languages, sealKnowledge } from '../../knowledge/index.ts';
import { shippedKnowledge } from '../knowledge/shipped.ts';
import { labelsOf, only, startConversation } from '../support/dialogs/conversation.ts';
import { type Script, smallKnowledge } from '../support/dialogs/knowledge.ts';

const inAll = (name: string) => ({ en: name, es: name, pt: name, fr: name, de: name });
const dated = (name: string, from: string, to: string, place: string | null = null) => ({
  name: inAll(name),
  place: place === null ? null : inAll(place),
  from,
  to,
  source: { title: `About ${name}`, url: `https://iclei.org/${name}`, date: '2025' },
});

const events: Readonly<Record<string, Entry['events']>> = {
  'what-is-iclei': [
    dated('Congress', '2024-06-18', '2024-06-21', 'São Paulo'),
    dated('Forum', '2026-11-23', '2026-11-25'),
  ],
  'solutions-gateway': [
    dated('Fair', '2026-12-08', '2026-12-08', 'Berlin'),
    dated('Talks', '2026-03-01', '2026-03-02'),
  ],
  'iclei-offices': [
    dated('Opening', '2026-10-30', '2026-11-02'),
    dated('Summit', '2026-01-10', '2026-01-12'),
  ],
};
const base = sealKnowledge({
  ...smallKnowledge,
  entries: [
    ...smallKnowledge.entries.map((entry) => ({ ...entry, events: events[entry.id] ?? [] })),
    ...smallKnowledge.entries
      .slice(0, 1)
      .map((entry) => ({ ...entry, id: 'iclei-events-dates', events: [] })),
  ],
});
const visitor = (scripts: Readonly<Record<string, Script>> = {}) => startConversation({ base, scripts });

describe('Events of a period', () => {
  test('that is over are told as past, with their entries as buttons and their sources', async () => {
    const reply = only(await visitor().says('What events were there in June 2024?'));
    expect(reply.kind).toBe('answer');
    expect(reply.text).toBe(
      [
        'I know the dates of one event that took place in June 2024:',
        '- **Congress**, São Paulo: 18 to 21 June 2024',
        'There may be others: ICLEI announces its dates on its own websites.',
      ].join('\n\n'),
    );
    expect(reply.choices.map(({ action }) => action)).toEqual([
      { action: 'ask', entry: 'what-is-iclei' },
      { action: 'ask', entry: 'iclei-events-dates' },
    ]);
    expect(reply.sources.map(({ title }) => title)).toEqual(['About Congress']);
  });

  test('are told as past, running or coming, each by the day of the turn', async () => {
    const reply = only(await visitor().says('what is on this month?'));
    expect(reply.text).toContain(
      'took place in November 2026:\n\n- **Opening**: 30 October to 2 November 2026',
    );
    expect(reply.text).toContain(
      'I know of one event going on right now:\n\n- **Forum**: 23 to 25 November 2026',
    );
    const next = only(await visitor().says("what's on next month?"));
    expect(next.text).toContain('still to come in December 2026:\n\n- **Fair**, Berlin: 8 December 2026');
  });

  test('are the four nearest to today when there are more, and it says so', async () => {
    const reply = only(await visitor().says('events in 2026'));
    expect([...reply.text.matchAll(/\*\*(\w+)\*\*/gu)].map(([, name]) => name)).toEqual([
      'Talks',
      'Opening',
      'Forum',
      'Fair',
    ]);
    expect(reply.text).toContain('3 events that took place in 2026');
    expect(reply.text).toContain('only the ones nearest to today');
    expect(reply.choices).toHaveLength(4);
  });

  test('"it" means the one event that was told', async () => {
    const talk = visitor();
    await talk.says('events in June 2024');
    expect(talk.state().lastEntry).toBe('what-is-iclei');
    await talk.says('events in 2026');
    expect(talk.state().lastEntry).toBeNull();
  });
});

describe('A period without a known event', () => {
  test('is no dead end: the nearest event, where dates are announced, a person', async () => {
    const talk = visitor();
    const reply = only(await talk.says('which events took place in May 2024?'));
    expect(reply.kind).toBe('noAnswer');
    expect(reply.text).toContain('I know the dates of no event in May 2024.');
    expect(reply.text).toContain('The nearest one that I know of is over:\n\n- **Congress**');
    expect(labelsOf(reply)).toEqual(['What is ICLEI?', 'What is ICLEI?', 'Talk to a person']);
    expect(talk.escalations.all).toHaveLength(0);
    await talk.pressesButton('Talk to a person');
    expect(talk.escalations.all[0]?.question).toBe('which events took place in May 2024?');
  });

  test('says so as well where no event is known at all', async () => {
    const reply = only(await startConversation().says('events in 2024'));
    expect(reply.text).toBe(
      'I know the dates of no event in 2024.\n\nThere may be others: ICLEI announces its dates on its own websites.',
    );
    expect(labelsOf(reply)).toEqual(['Talk to a person']);
  });
});

describe('Around it', () => {
  test('a greeting before it does not swallow it, and nobody waits for a second message', async () => {
    const talk = visitor();
    expect(only(await talk.says('Hallo! Was ist im Dezember los?')).text).toContain('**Fair**');
    expect(talk.assistant.waitsForMore(talk.state(), 'events in June')).toBe(false);
  });

  test('an entry that ended takes its events with it', async () => {
    const entries = base.entries.map((entry) =>
      entry.id === 'what-is-iclei' ? { ...entry, validTo: '2026-01-01' } : entry,
    );
    const talk = startConversation({ base: sealKnowledge({ ...base, entries }) });
    expect(only(await talk.says('events in June 2024')).text).toContain('no event in June 2024');
  });

  test('a question for something by name goes to the knowledge', async () => {
    const talk = visitor({ 'the Congress in June 2024': { matches: { 'what-is-iclei': 0.95 } } });
    expect(only(await talk.says('the Congress in June 2024')).entry).toBe('what-is-iclei');
  });
});

describe('With the shipped knowledge', () => {
  const shipped = shippedKnowledge();
  test.each<[Language, string, string, string]>([
    [
      'en',
      'What events took place in June 2024?',
      'I know the dates of one event that took place in June 2024:',
      '- **ICLEI World Congress**, São Paulo, Brazil: 18 to 21 June 2024',
    ],
    [
      'es',
      '¿Qué eventos hubo en 2015?',
      'Conozco las fechas de 2 eventos que tuvieron lugar en 2015:',
      '- **Congreso Mundial de ICLEI**, Seúl (República de Corea): del 8 al 12 de abril de 2015',
    ],
    [
      'pt',
      'quais eventos em 2025',
      'Conheço as datas de um evento que aconteceu em 2025:',
      '- **Daring Cities Bonn Dialogues**, Bonn, Alemanha: de 16 a 18 de junho de 2025',
    ],
    [
      'fr',
      'quels événements ont eu lieu en mai 2022 ?',
      'Je connais les dates d’un événement qui a eu lieu en mai 2022 :',
      'Malmö, Suède: du 11 au 13 mai 2022',
    ],
    [
      'de',
      'Was war im Juni 2016 los?',
      'Ich kenne den Termin einer Veranstaltung, die im Juni 2016 stattfand:',
      '- **Metropolitan Solutions**, Berlin: vom 31. Mai bis 2. Juni 2016',
    ],
  ])('in %s: %s', async (language, text, head, event) => {
    const reply = only(await startConversation({ base: await shipped, locale: language }).says(text));
    expect(reply).toMatchObject({ kind: 'answer', language });
    expect(reply.text.split('\n\n')[0]).toBe(head);
    expect(reply.text).toContain(event);
    expect(reply.choices.at(-1)?.action).toEqual({ action: 'ask', entry: 'iclei-events-dates' });
  });

  test.each<[Language, string, string]>([
    ['en', 'what is on in June?', 'I know the dates of no event in June 2027.'],
    ['es', '¿qué eventos hay en junio?', 'No conozco la fecha de ningún evento en junio de 2027.'],
    ['pt', 'o que há em junho?', 'Não conheço a data de nenhum evento em junho de 2027.'],
    ['fr', 'quels événements en mai prochain ?', 'Je ne connais la date d’aucun événement en mai 2027.'],
    ['de', 'Was gibt es im Mai?', 'Ich kenne keinen Veranstaltungstermin im Mai 2027.'],
  ])('in %s: %s', async (language, text, head) => {
    const reply = only(await startConversation({ base: await shipped, locale: language }).says(text));
    expect(reply.text.split('\n\n')[0]).toBe(head);
    expect(reply.text).toContain('Bonn Dialogues');
    expect(reply.choices).toHaveLength(3);
  });
});

test('A period is said as shortly as it can be', () => {
  const say = (from: string, to: string) => languages.map((language) => during({ from, to }, language));
  expect(say('2024-06-01', '2024-06-30')).toEqual([
    'in June 2024',
    'en junio de 2024',
    'em junho de 2024',
    'en juin 2024',
    'im Juni 2024',
  ]);
  expect(say('2024-01-01', '2024-12-31').at(-1)).toBe('im Jahr 2024');
  expect(say('2012-01-01', '2018-12-31').at(0)).toBe('from 2012 to 2018');
  expect(say('2027-06-01', '2027-08-31')).toEqual([
    'from June to August 2027',
    'de junio a agosto de 2027',
    'de junho a agosto de 2027',
    'de juin à août 2027',
    'von Juni bis August 2027',
  ]);
  expect(say('2026-12-01', '2027-02-28').at(1)).toBe('de diciembre de 2026 a febrero de 2027');
  expect(say('2024-06-18', '2024-06-18').at(-1)).toBe('am 18. Juni 2024');
  expect(say('2024-06-18', '2024-06-21').at(0)).toBe('from 18 to 21 June 2024');
});
