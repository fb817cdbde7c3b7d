// Text modules: read, added, changed, deleted.
import { z } from 'zod';
import type { Door } from '../door.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import {
  type TextModuleDraft,
  type TextModuleResult,
  type TextModules,
  textModuleSchema,
} from './textModules.ts';
import { type TextModulesModel, textModulesPage } from './views.ts';

const path = '/console/text-modules';
const identitySchema = z.object({
  id: z.string().min(1).max(100),
  version: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number),
});
const doneSchema = z.enum(['saved', 'removed']).nullable().catch(null);

export function mountTextModules(
  door: Door,
  { textModules, now }: { readonly textModules: TextModules; readonly now: () => Date },
): void {
  door.staff(path, (visit) => show(visit, 200, {}));
  for (const action of ['add', 'change', 'remove'])
    door.staff(`${path}/${action}`, async () => seeOther(path));

  door.staffForm(`${path}/add`, (visit, fields) => save(visit, fields, (draft) => textModules.add(draft)));

  door.staffForm(`${path}/change`, (visit, fields) =>
    save(visit, fields, async (draft) => {
      const identity = identitySchema.safeParse(fields);
      return identity.success ? textModules.change(identity.data.id, identity.data.version, draft) : 'stale';
    }),
  );

  door.staffForm(`${path}/remove`, async (visit, fields) => {
    const identity = identitySchema.safeParse(fields);
    const result = identity.success
      ? await textModules.remove(identity.data.id, identity.data.version)
      : 'stale';
    return result === 'done' ? seeOther(`${path}?done=removed`) : show(visit, 409, { problem: 'stale' });
  });

  async function save(
    visit: StaffVisit,
    fields: Fields,
    write: (draft: TextModuleDraft) => Promise<TextModuleResult>,
  ): Promise<Answer> {
    const read = textModuleSchema.safeParse(fields);
    const { id = null, keyword = '', language = '', text = '' } = fields;
    const input = { id, keyword, language, text };
    if (!read.success) return show(visit, 422, { problem: 'unfit', input });
    const result = await write({ ...read.data, changedBy: visit.session.name, changedAt: now() });
    return result === 'done' ? seeOther(`${path}?done=saved`) : show(visit, 409, { problem: result, input });
  }

  async function show(
    { words, session, query }: StaffVisit,
    status: number,
    { problem = null, input = null }: Partial<Pick<TextModulesModel, 'problem' | 'input'>>,
  ): Promise<Answer> {
    const done = problem ? null : doneSchema.parse(query.get('done'));
    const modules = await textModules.all();
    return pageAnswer(status, textModulesPage({ words, session, modules, done, problem, input }));
  }
}
