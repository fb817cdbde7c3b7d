import { expect, test } from '@jest/globals';
import { comparedAtMost, searchEscalations } from '../../../bot/console/queue/search.ts';
import type { Escalation } from '../../../dialogs/index.ts';
import { startConsole } from '../support/startConsole.ts';

/** Escalations as the store has them. */
async function asked(questions: readonly string[]): Promise<Escalation[]> {
  const desk = await startConsole();
  const all: Escalation[] = [];
  for (const question of questions) all.push(await desk.ask(question));
  await desk.stop();
  return all;
}

test('Questions are found by their words, misspelt, without accents and in part', async () => {
  const all = await asked([
    'Does ICLEI lend bicycles?',
    '¿Quién paga la certificación?',
    'Wer zahlt die Gebühr?',
  ]);
  const found = (term: string) => searchEscalations(term, all).map(({ question }) => question)[0];
  expect(found('bicycles')).toBe('Does ICLEI lend bicycles?');
  expect(found('bicylces')).toBe('Does ICLEI lend bicycles?');
  expect(found('certificacion')).toBe('¿Quién paga la certificación?');
  expect(found('gebuhr')).toBe('Wer zahlt die Gebühr?');
  expect(found('penguin')).toBeUndefined();
});

test('A reference, also one misread, finds its question only', async () => {
  const [first, second] = await asked(['First?', 'Second?']);
  if (!first || !second) throw new Error('nothing was asked');
  const all = [
    { ...first, reference: 'ICL-7F3K-9Q' },
    { ...second, reference: 'ICL-ABCD-EF' },
  ];
  for (const term of ['ICL-7F3K-9Q', 'icl 7f3k 9q', 'ICL-7F3K-9O']) {
    expect(searchEscalations(term, all).map(({ question }) => question)).toEqual(['First?']);
  }
});

test('What was added, replied and by whom counts, the question most', async () => {
  const [first, second] = await asked(['Where is the office?', 'Who opens it?']);
  if (!first || !second) throw new Error('nothing was asked');
  const replied = { ...second, details: ['It is the office in Bonn'], claimedBy: 'Annabella' };
  expect(searchEscalations('office', [replied, first])[0]?.question).toBe('Where is the office?');
  expect(searchEscalations('bonn', [first, replied])[0]?.question).toBe('Who opens it?');
  expect(searchEscalations('annabella', [first, replied])[0]?.question).toBe('Who opens it?');
});

test('It looks at no more than it can rank while others wait', async () => {
  const [first] = await asked(['Where is the office?']);
  if (!first) throw new Error('nothing was asked');
  const many = Array.from({ length: comparedAtMost + 10 }, (_, i) => ({ ...first, id: `${i}` }));
  expect(searchEscalations('office', many)).toHaveLength(comparedAtMost);
});
