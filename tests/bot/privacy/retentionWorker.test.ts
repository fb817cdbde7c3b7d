import { expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../bot/audit.ts';
import { defaultRetention } from '../../../bot/privacy/retention.ts';
import { startRetentionWorker } from '../../../bot/privacy/retentionWorker.ts';

const at = new Date('2026-11-25T10:00:00Z');
const none = { chats: 0, questions: 0, addresses: 0, figures: 0, audit: 0 };

async function swept(sweep: () => Promise<typeof none>) {
  const record: AuditEntry[] = [];
  const errors: unknown[] = [];
  const worker = startRetentionWorker({
    data: { sweep },
    audit: { record: async (entry) => void record.push(entry), latest: async () => record },
    retention: defaultRetention,
    now: () => at,
    log: { info: () => undefined, error: (what: unknown) => void errors.push(what) },
  });
  await worker.stop();
  return { record, errors };
}

test('A sweep at the start is written into the record, as numbers', async () => {
  const { record } = await swept(async () => ({ ...none, chats: 3, addresses: 1 }));
  expect(record).toEqual([{ at, actor: null, action: 'retention', subject: 'chats: 3, addresses: 1' }]);
});

test('When nothing was old enough, there is nothing to record', async () => {
  expect((await swept(async () => none)).record).toEqual([]);
});

test('A database that fails does not end the service', async () => {
  const { record, errors } = await swept(async () => {
    throw new Error('disk I/O error');
  });
  expect(record).toEqual([]);
  expect(errors).toHaveLength(1);
});
