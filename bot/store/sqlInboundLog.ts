// Which activities of /api/messages were handled, for a day, with the response they got (reliability S9).
import type { InboundLog } from '../gate/inboundLog.ts';
import type { Database } from './database.ts';

export function createSqlInboundLog(db: Database): InboundLog {
  return {
    async find(key) {
      const row = await db.selectFrom('inbound').selectAll().where('key', '=', key).executeTakeFirst();
      return row?.status == null ? null : { status: row.status, body: row.body };
    },
    async done(key, response, at) {
      const values = { at: at.toISOString(), status: response.status, body: response.body };
      await db
        .insertInto('inbound')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute();
    },
    async forgetBefore(time) {
      await db.deleteFrom('inbound').where('at', '<', time.toISOString()).execute();
    },
  };
}
