// Many hands at one queue, on two instances (reliability F8).
import { describe, expect, test } from '@jest/globals';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';
import type { EscalationDraft } from '../../../dialogs/index.ts';
import { databaseKinds, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');
const questions = 200;
const staff = ['Anna', 'Bela', 'Carla', 'Dario'];

const draft = (number: number): EscalationDraft => ({
  turnId: `turn-${number}`,
  conversation: { channel: 'directline', id: `c${number}` },
  visitorId: 'v1',
  conversationReference: '{}',
  question: 'Does ICLEI lend bicycles?',
  language: 'en',
  tried: { cause: 'noAnswer', reason: 'No answer.', matches: [], rejected: [], unknownWords: [] },
  at,
});

describe.each(databaseKinds)('Four members of staff at two instances on %s', (kind) => {
  test('who take and answer the same 200 questions at the same time have one winner for each', async () => {
    const { db, another, close } = await openTestDatabase(kind);
    const stores = [db, (await another()).db].map((one) => createSqlEscalationStore(one, () => undefined));
    const storeOf = (index: number) => stores[index % 2] ?? stores[0];
    const ids: string[] = [];
    for (let number = 0; number < questions; number++) {
      const opened = await storeOf(number)?.open(draft(number));
      ids.push(opened?.id ?? '');
    }
    const race = async (command: 'claim' | 'reply', id: string) => {
      const results = await Promise.all(
        staff.map((name, index) =>
          storeOf(index)?.change(
            id,
            command === 'claim'
              ? { kind: 'claim', staff: name }
              : { kind: 'reply', staff: name, text: 'No.' },
            at,
            null,
          ),
        ),
      );
      const winners = staff.filter((_, index) => results[index]?.ok);
      const told = results.flatMap((result) => (result && !result.ok ? [result.refusal] : []));
      return { winners, told: told.map(({ code, by }) => `${code}: ${by}`) };
    };
    for (const [command, refusal] of [
      ['claim', 'claimedByOther'],
      ['reply', 'answered'],
    ] as const) {
      for (let begin = 0; begin < questions; begin += 10) {
        const races = await Promise.all(ids.slice(begin, begin + 10).map((id) => race(command, id)));
        for (const { winners, told } of races) {
          expect(winners).toHaveLength(1);
          expect(told).toEqual(Array(3).fill(`${refusal}: ${winners[0]}`));
        }
      }
    }
    expect(await createSqlOutbox(db, () => undefined).due(at)).toHaveLength(questions);
    await close();
  });
});
