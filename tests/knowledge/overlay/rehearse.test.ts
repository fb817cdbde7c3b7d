import { describe, expect, test } from '@jest/globals';
import { createMatcher } from '../../../knowledge/match/createMatcher.ts';
import type { Change } from '../../../knowledge/overlay/change.ts';
import { type Rehearsal, rehearse } from '../../../knowledge/overlay/rehearse.ts';
import { files } from '../files.ts';
import { desks, phrasing, taught } from './taught.ts';

type Order = Parameters<typeof rehearse>[0];
function tryOut(change: Change, more: Partial<Order> = {}): Promise<Rehearsal> {
  return rehearse(
    { files: files(), questionFiles: [], taught: [], change, asked: [], today: '2026-11-25', ...more },
    createMatcher,
  );
}
const en = (...questions: string[]) => questions.map((question) => ({ question, language: 'en' as const }));

describe('A rehearsal', () => {
  test('shows what the question gets now and would get, and what the visitor would see', async () => {
    const { asked, shown, faults } = await tryOut({ ...desks, ask: 'hot desk for guests' });
    expect(faults).toEqual([]);
    expect(asked?.before.kind).not.toBe('answered');
    expect(asked?.after).toMatchObject({ kind: 'answered', found: [{ entry: 'desks' }] });
    expect(shown).toMatchObject({
      answer: 'Guests find 12 desks on the second floor.',
      sources: [{ title: 'Offices' }],
      asOf: '2026',
      language: 'en',
    });
  });

  test('asks what visitors asked lately of the knowledge without and with it', async () => {
    const asked = en('hot desk for guests', 'price of membership', 'rain one');
    const { replayed, newlyAnswered, changed, lost } = await tryOut({ ...desks, ask: 'hot desk' }, { asked });
    expect(replayed).toBe(3);
    expect(newlyAnswered.map(({ now }) => now.question)).toEqual(['hot desk for guests']);
    expect([changed, lost]).toEqual([[], []]);
  });

  test('tells what is lost, and what gets another answer', async () => {
    const asked = en('for a price', 'does it cost to apply', 'annual fee');
    const fee = await tryOut(phrasing('join for a fee'), { asked });
    expect(fee.newlyAnswered.map(({ now }) => now.question)).toEqual(['for a price']);
    expect(fee.lost).toMatchObject([
      { before: { kind: 'answered' }, now: { kind: 'clarified', question: 'does it cost to apply' } },
    ]);
    const other = await tryOut(phrasing('fee', { entry: 'joining' }), { asked: en('fee') });
    expect(other.changed).toMatchObject([
      { before: { found: [{ entry: 'fees' }] }, now: { found: [{ entry: 'joining' }] } },
    ]);
  });

  test('tells which wordings would find another entry than their own', async () => {
    const change = phrasing('annual fees', { entry: 'joining' });
    // As if everything were about the annual fee.
    const onFees: typeof createMatcher = (knowledge) => {
      const { match } = createMatcher(knowledge);
      return { match: (_question, options) => match('annual fee', options) };
    };
    const { faults } = await rehearse(
      { files: files(), questionFiles: [], taught: [], change, asked: [], today: '2026-11-25' },
      onFees,
    );
    expect(faults.join()).toContain('"annual fees" of "joining" finds "fees" first');
  });
});

describe('Faults are told in words', () => {
  test.each<[string, Change, string]>([
    ['a wording that is taken', phrasing('become a member'), 'stands in "joining"'],
    [
      'too few phrasings',
      { ...desks, entry: { ...desks.entry, en: { ...desks.entry.en, phrasings: ['a b'] } } },
      'has 1 phrasings in English',
    ],
    ['HTML', phrasing('<b>fee</b>'), 'has Markdown or HTML where plain text is shown'],
    [
      'a figure without a fact',
      {
        ...desks,
        figures: [],
        entry: { ...desks.entry, en: { ...desks.entry.en, answer: 'There are 12.' } },
      },
      'has the figure "12" written by hand',
    ],
    [
      'a related entry that is not there',
      { ...desks, entry: { ...desks.entry, related: ['gone'] } },
      'related to "gone", which does not exist',
    ],
    [
      'dates in the wrong order',
      { ...desks, entry: { ...desks.entry, reviewBy: '2020-01-01' } },
      'before it was checked',
    ],
  ])('%s', async (_name, change, sentence) => {
    const { faults, asked } = await tryOut(change);
    expect(faults.join()).toContain(sentence);
    expect(asked).toBeNull();
  });

  test('a question that would still not be answered', async () => {
    const { faults } = await tryOut(phrasing('how much is it', { ask: 'quantum flux' }));
    expect(faults.join()).toContain('The regression question "quantum flux" should get "fees"');
  });

  test('a regression question that would not get what it must any more', async () => {
    const questionFiles = [
      { path: 'questions/en.yaml', text: "- { language: en, ask: 'hot desk for guests', want: noAnswer }\n" },
    ];
    const { faults } = await tryOut({ ...desks, ask: 'may I work at your place' }, { questionFiles });
    expect(faults.join()).toContain('"hot desk for guests" should get no answer');
  });

  test('one that could not be right before is not held against it', async () => {
    const questionFiles = [
      { path: 'questions/en.yaml', text: "- { language: en, ask: 'quantum flux', want: fees }\n" },
    ];
    expect((await tryOut({ ...desks, ask: 'hot desk for guests' }, { questionFiles })).faults).toEqual([]);
  });

  test('what the knowledge has already', async () => {
    const known = [taught({ ...desks, ask: 'hot desk for guests' })];
    const { faults } = await tryOut({ ...desks, ask: 'hot desk for guests' }, { taught: known });
    expect(faults).toEqual(['The knowledge has this already.']);
  });

  test('an entry that is only told in English asks for attention, no more', async () => {
    const { faults, warnings } = await tryOut({ ...desks, ask: 'hot desk for guests' });
    expect(faults).toEqual([]);
    expect(warnings.join()).toContain('is not told in Español');
  });
});
