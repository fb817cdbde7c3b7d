// The audit trail in the SQL database.
import { z } from 'zod';
import { type Audit, auditActions } from '../audit.ts';
import type { Database } from './database.ts';

const actionSchema = z.enum(auditActions);

export function createSqlAudit(db: Database): Audit {
  return {
    async record({ at, actor, action, subject }) {
      await db.insertInto('audit').values({ at: at.toISOString(), actor, action, subject }).execute();
    },
    async latest(limit) {
      const rows = await db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(({ at, actor, action, subject }) => ({
        at: new Date(at),
        actor,
        action: actionSchema.parse(action),
        subject,
      }));
    },
  };
}
