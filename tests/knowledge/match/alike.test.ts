// Which questions are answered by one reply: pairs that the bound (dialogs/escalation/group.ts) was chosen on.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMatcher, type Matcher } from '../../../knowledge/index.ts';
import { shippedKnowledge } from '../shipped.ts';

let matcher: Matcher;
beforeAll(async () => {
  matcher = createMatcher(await shippedKnowledge());
});
const likeness = (one: string, other: string) => matcher.likeness?.(one, other) ?? Number.NaN;

const same = [
  ['Does ICLEI lend bicycles?', 'does iclei lend bicycles'],
  ['Does ICLEI lend bicycles?', 'Do you know if ICLEI lends bicycles, please?'],
  ['Is there a discount for small towns?', 'Is there a discount for a small town'],
  [
    'What does ICLEI think about nuclear power?',
    'I would like to know what ICLEI thinks about nuclear power',
  ],
  ['Who is the mayor of Malmö?', 'who is the mayor of Malmo?'],
  ['Where can I download the annual report?', 'Where could we download the annual reports?'],
  ['What does greenhouse gas accounting cost?', 'What do GHG accounting cost'],
  ['¿Quién paga la auditoría?', 'Hola, ¿quién paga las auditorías?'],
  ['Quem paga a auditoria?', 'quem paga as auditorias'],
  ['Est-ce qu’ICLEI prête des vélos ?', 'ICLEI prête-t-il des vélos ?'],
  ['Wer bezahlt das Audit?', 'Wer bezahlt die Audits, bitte?'],
  ['Verleiht ICLEI Fahrräder?', 'Hallo, verleiht ICLEI ein Fahrrad?'],
  ['Wann findet der nächste Weltkongress statt?', 'wann findet denn der naechste Weltkongress statt'],
  ['When is the next World Congress?', 'When is the next world congress please'],
  ['Qui paie l’audit ?', 'Bonjour, qui paie les audits ?'],
  [
    'Quelles villes du Kenya utilisent le Solutions Gateway ?',
    'quelles villes du Kenya utilisent le solutions gateway',
  ],
];

const other = [
  ['who pays for it', 'who pays for the audit'],
  ['Who pays for the audit?', 'Who pays for the training?'],
  ['Who pays for the audit?', 'Who pays for the audit of the training?'],
  ['Who pays for the audit?', 'When do you pay for the audit?'],
  ['Who pays for the audit?', 'Who does not pay for the audit?'],
  ['Can cities pay companies?', 'Can companies pay cities?'],
  ['Must a town pay for the audit?', 'Can a town pay for the audit?'],
  ['Is the congress in 2026?', 'Is the congress in 2027?'],
  ['Where is my invoice?', 'Where is my invoice?'],
  ['Does ICLEI lend bicycles?', 'Does ICLEI sell bicycles?'],
  ['Does ICLEI lend bicycles?', 'Does ICLEI lend boats?'],
  ['Is there a discount for small towns?', 'Is there a discount for large towns?'],
  ['Which cities in Kenya use the Solutions Gateway?', 'Which cities in Ghana use the Solutions Gateway?'],
  ['Which cities in Kenya use the Solutions Gateway?', 'Which companies in Kenya use the Solutions Gateway?'],
  ['How can I join?', 'How can I leave?'],
  ['How do I use the gateway?', 'How do I find the gateway?'],
  ['What do members pay in Europe?', 'What do members pay in Africa?'],
  ['What do members pay in Europe?', 'What are members paid in Europe?'],
  ['Who is the mayor of Malmö?', 'Who was the mayor of Bonn?'],
  ['Is ICLEI paid by cities?', 'Is ICLEI paid for cities?'],
  ['Can towns with a mayor join?', 'Can towns without a mayor join?'],
  ['Can a town join before the audit?', 'Can a town join after the audit?'],
  ['What does the training cost?', 'What does the training cover?'],
  ['Which grants are open for schools in rural areas?', 'Which grants are open for schools in urban areas?'],
  [
    'Which grants are open for schools and kindergartens in rural areas of northern Spain?',
    'Which grants are open for schools in rural areas of northern Spain?',
  ],
  ['How can a small town in Bavaria join the covenant?', 'How can a small town join the covenant?'],
  ['Does ICLEI lend bicycles?', '¿Presta ICLEI bicicletas?'],
  ['¿Quién paga la auditoría?', '¿Quién paga la formación?'],
  ['¿Quién paga la auditoría?', '¿Cuándo se paga la auditoría?'],
  ['Quem paga a auditoria?', 'Quem não paga a auditoria?'],
  ['Qui paie l’audit ?', 'Qui paie la formation ?'],
  ['Qui paie l’audit ?', 'Qui ne paie pas l’audit ?'],
  ['Wer bezahlt das Audit?', 'Wer bezahlt die Schulung?'],
  ['Wer bezahlt das Audit?', 'Wen bezahlt das Audit?'],
  ['Wann ist der Kongress?', 'Wo ist der Kongress?'],
  ['Dürfen Städte mit Unternehmen zusammenarbeiten?', 'Müssen Städte mit Unternehmen zusammenarbeiten?'],
  ['bicycles', 'bicycles'],
  ['I applied last week and nobody answered', 'I applied last week and nobody answered yet'],
  ['Call [phone number removed] about the llamas', 'Call [phone number removed] about the llamas'],
  ['Can our town lend bicycles?', 'Can our town lend bicycles?'],
  ['What is planned for Lagos in the coming years?', 'What is planned for Accra in the coming years?'],
  ['Who leads the office in Bonn?', 'Who leads the office in Berlin?'],
  ['Can I do an internship at ICLEI?', 'Can I do a PhD at ICLEI?'],
  ['How long does the membership last?', 'How much does the membership cost?'],
  ['Are there more events in spring?', 'Are there fewer events in spring?'],
  ['Is the report free?', 'Is the report printed?'],
  ['When did the congress take place?', 'When will the congress take place?'],
  ['Who is the mayor of Bonn?', 'Who was the mayor of Bonn?'],
  ['¿Es gratis mi audit?', '¿Es gratis mi audit?'],
  ['Kostet unsere Mitgliedschaft etwas?', 'Kostet unsere Mitgliedschaft etwas?'],
  [`${'x'.repeat(300)}?`, `${'x'.repeat(300)}?`],
  ['???', '???'],
  ['', ''],
];

describe('The same in other words', () => {
  test.each(same)('%s = %s', (one, another) => {
    expect(likeness(one, another)).toBeGreaterThanOrEqual(0.85);
    expect(likeness(another, one)).toBeCloseTo(likeness(one, another));
  });
});

/** The last ones are equal, and a matter of somebody's own, or no question that can be understood alone. */
describe('Near, and asks something else', () => {
  test.each(other)('%s ≠ %s', (one, another) => {
    expect(likeness(one, another)).toBeLessThan(0.75);
    expect(likeness(another, one)).toBeLessThan(0.75);
  });
});

/** Missed rather than risked: what these have in common, near pairs have as well. */
test.each([
  ['How do I become a member?', 'How can we become members?'],
  ['How many people work at the Bonn office?', 'How many people work in the Bonn office?'],
  ['Who pays for the audit?', 'Who is paying for the audit?'],
])('%s: a second look for "%s"', (one, another) => {
  expect(likeness(one, another)).toBeLessThan(0.8);
});
