// Which period a question for events asks about, read on Tuesday, 24 November 2026.
import { describe, expect, test } from '@jest/globals';
import { asksWhatIsOn, readWhatsOn } from '../../../dialogs/reading/whatsOn.ts';
import type { Language } from '../../../knowledge/index.ts';

const today = '2026-11-24';
async function read(text: string, language: Language, on = today): Promise<string | null> {
  const period = await readWhatsOn(text, on, language);
  return period && `${period.from} ${period.to}`;
}

describe.each<[Language, readonly (readonly [string, string])[]]>([
  [
    'en',
    [
      ['what events are there in June', '2027-06-01 2027-06-30'],
      ['What is on in December?', '2026-12-01 2026-12-31'],
      ['events in November', '2026-11-01 2026-11-30'],
      ['which events were in May', '2026-05-01 2026-05-31'],
      ['which events were in December', '2025-12-01 2025-12-31'],
      ['events next May', '2027-05-01 2027-05-31'],
      ['events last June', '2026-06-01 2026-06-30'],
      ['events in june next year', '2027-06-01 2027-06-30'],
      ["what's on next month", '2026-12-01 2026-12-31'],
      ['ICLEI events next week', '2026-11-30 2026-12-06'],
      ['what is happening this weekend', '2026-11-28 2026-11-29'],
      ['what is on today?', '2026-11-24 2026-11-24'],
      ['any meetings tomorrow', '2026-11-25 2026-11-25'],
      ['events in 2024', '2024-01-01 2024-12-31'],
      ['conferences that took place from 2012 to 2018', '2012-01-01 2018-12-31'],
      ['events last summer', '2026-06-01 2026-08-31'],
      ['events next summer', '2027-06-01 2027-08-31'],
      ['events in the winter', '2026-12-01 2027-02-28'],
      ['events in the next 3 months', '2026-11-24 2027-02-24'],
      ['events between May and July 2024', '2024-05-01 2024-07-31'],
      ['events from November to February 2027', '2026-11-01 2027-02-28'],
      ['events on 18 June 2024', '2024-06-18 2024-06-18'],
      ['events June 18 to 21, 2024', '2024-06-18 2024-06-21'],
      ['events on 2024-06-18', '2024-06-18 2024-06-18'],
      ['events on 18/06/2024', '2024-06-18 2024-06-18'],
      ['events in Septmber', '2027-09-01 2027-09-30'],
      ['events on 31 June 2024', '2024-06-01 2024-06-30'],
    ],
  ],
  [
    'de',
    [
      ['welche Veranstaltungen gibt es im Mai', '2027-05-01 2027-05-31'],
      ['was ist im Mai los', '2027-05-01 2027-05-31'],
      ['Was gibt es im März?', '2027-03-01 2027-03-31'],
      ['Was war im Juni los?', '2026-06-01 2026-06-30'],
      ['Gibt es nächste Woche Veranstaltungen?', '2026-11-30 2026-12-06'],
      ['Veranstaltungen im Jahr 2024', '2024-01-01 2024-12-31'],
      ['Welche Veranstaltungen gab es letztes Jahr?', '2025-01-01 2025-12-31'],
      ['Veranstaltungen in den nächsten drei Monaten', '2026-11-24 2027-02-24'],
      ['Welche Tagungen finden diesen Sommer statt?', '2026-06-01 2026-08-31'],
      ['Veranstaltungen vom 18. bis 21. Juni 2024', '2024-06-18 2024-06-21'],
      ['Veranstaltungen am 18.6.2024', '2024-06-18 2024-06-18'],
    ],
  ],
  [
    'es',
    [
      ['¿Qué eventos hay en junio?', '2027-06-01 2027-06-30'],
      ['¿Qué hay en mayo?', '2027-05-01 2027-05-31'],
      ['eventos el mes que viene', '2026-12-01 2026-12-31'],
      ['eventos el año pasado', '2025-01-01 2025-12-31'],
      ['¿Qué eventos hubo en abril de 2015?', '2015-04-01 2015-04-30'],
      ['qué eventos habrá la próxima semana', '2026-11-30 2026-12-06'],
      ['eventos del 18 al 21 de junio de 2024', '2024-06-18 2024-06-21'],
      ['qué hay este fin de semana', '2026-11-28 2026-11-29'],
    ],
  ],
  [
    'pt',
    [
      ['quais eventos em 2025', '2025-01-01 2025-12-31'],
      ['O que há em junho?', '2027-06-01 2027-06-30'],
      ['eventos no mês que vem', '2026-12-01 2026-12-31'],
      ['que eventos aconteceram em março', '2026-03-01 2026-03-31'],
      ['eventos na semana que vem', '2026-11-30 2026-12-06'],
      ['Quais são os eventos de 18 a 21 de junho de 2024?', '2024-06-18 2024-06-21'],
    ],
  ],
  [
    'fr',
    [
      ['quels événements en mai prochain', '2027-05-01 2027-05-31'],
      ['quels événements le mois prochain ?', '2026-12-01 2026-12-31'],
      ['Qu’y a-t-il en juin ?', '2027-06-01 2027-06-30'],
      ['quels événements ont eu lieu l’année dernière', '2025-01-01 2025-12-31'],
      ['événements en été', '2027-06-01 2027-08-31'],
      ['événements cet été', '2026-06-01 2026-08-31'],
      ['événements d’avril 2015', '2015-04-01 2015-04-30'],
      ['événements du 1er au 3 juin 2024', '2024-06-01 2024-06-03'],
      ['que se passe-t-il ce week-end', '2026-11-28 2026-11-29'],
      ['événements dans les prochains mois', '2026-11-24 2027-02-24'],
    ],
  ],
])('In %s', (language, texts) => {
  test.each(texts)('%s: %s', async (text, period) => {
    expect(await read(text, language)).toBe(period);
    expect(asksWhatIsOn(text)).toBe(true);
  });
});

test('A text in another language than the conversation’s is read as well', async () => {
  expect(await read('was ist im Mai los', 'en')).toBe('2027-05-01 2027-05-31');
});

describe('What our own reading does not know is recognised', () => {
  test.each<[string, Language, string | null]>([
    ['events in the second half of 2024', 'en', '2024-07-01 2024-12-31'],
    ['events in the next 10 days', 'en', '2026-11-25 2026-12-04'],
    ['eventos en el primer trimestre de 2024', 'es', '2024-01-01 2024-03-31'],
    // Of this the recogniser understands only "2024": better nothing than something else.
    ['eventos en la primera mitad de 2024', 'es', null],
    // No model: it would be read as English.
    ['Events second half of 2024', 'de', null],
  ])('%s', async (text, language, period) => {
    expect(await read(text, language)).toBe(period);
  });
});

describe('At the ends of a year and of a month', () => {
  test.each([
    ['what is on next month', '2026-12-31', '2027-01-01 2027-01-31'],
    ['what is on next week', '2026-12-31', '2027-01-04 2027-01-10'],
    ['what is on this week', '2026-11-29', '2026-11-23 2026-11-29'],
    ['events in the next 3 months', '2026-11-30', '2026-11-30 2027-02-28'],
    ['events this winter', '2026-12-31', '2026-12-01 2027-02-28'],
    ['events in January', '2026-12-31', '2027-01-01 2027-01-31'],
  ])('%s, on %s', async (text, on, period) => {
    expect(await read(text, 'en', on)).toBe(period);
  });
});

describe('Something else is asked', () => {
  test.each<[string, Language]>([
    ['What was Metropolitan Solutions in 2016?', 'en'],
    ['how many members in 2025', 'en'],
    ['when was the World Congress in 2015', 'en'],
    ['ICLEI World Congress 2024', 'en'],
    ['Who was elected at the congress in June 2024?', 'en'],
    ['What conferences does ICLEI hold in Europe in 2025?', 'en'],
    ['What is Daring Cities 2025?', 'en'],
    ['upcoming events', 'en'],
    ['Where do I find the dates of events?', 'en'],
    ['may I bring my team to your events', 'en'],
    ['events that may interest a small city', 'en'],
    ['Which cities march ahead at conferences?', 'en'],
    ['What does ICLEI plan for 2030?', 'en'],
    ['What happened in 1990?', 'en'],
    ['what is a smart city in 2026', 'en'],
    ['What is on the agenda of smart cities this year?', 'en'],
    ['the report of 2014', 'en'],
    ['what is ICLEI working on this year', 'en'],
    ['how do fairs help cities find companies', 'en'],
    ['talk to a person about the event in June', 'en'],
    ['Wie viele Mitglieder hatte ICLEI 2018?', 'de'],
    ['Was war die Global Town Hall 2014?', 'de'],
    ['Was kostet die Mitgliedschaft im Jahr 2026?', 'de'],
    ['Wann ist die nächste Veranstaltung?', 'de'],
    ['Was gibt es Neues bei ICLEI?', 'de'],
    ['¿Cuántos miembros tenía ICLEI en 2018?', 'es'],
    ['¿Qué hay que hacer para ser miembro este año?', 'es'],
    ['¿Quién preside ICLEI este año?', 'es'],
    ['O que é o Congresso Mundial de 2024?', 'pt'],
    ['Quantos membros o ICLEI tinha em 2018?', 'pt'],
    ['Que s’est-il passé au congrès de Malmö en 2022 ?', 'fr'],
    ['Combien de membres en 2025 ?', 'fr'],
    ['mes prochains événements', 'fr'],
    ['Quel événement a été organisé ?', 'fr'],
  ])('%s', async (text, language) => {
    expect(await read(text, language)).toBeNull();
    expect(asksWhatIsOn(text)).toBe(false);
  });

  test('in a long text, and in none', async () => {
    expect(await read(`events in June ${'and so on '.repeat(30)}`, 'en')).toBeNull();
    expect(await read('', 'en')).toBeNull();
  });
});
