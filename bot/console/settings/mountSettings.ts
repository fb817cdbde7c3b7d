// One's own settings, and what the service runs with.
import { z } from 'zod';
import { languages } from '../../../knowledge/index.ts';
import type { Door } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { nameLimit, nameSchema } from '../people.ts';
import { type Answer, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { settingsTexts } from './texts.ts';
import { type SettingsModel, settingsPage } from './view.ts';

const doneSchema = z.enum(['name', 'language']).nullable().catch(null);
const languageSchema = z.enum(languages).nullable().catch(null);

export function mountSettings(door: Door, { people, settingsOverview }: ConsoleOptions): void {
  const path = '/console/settings';

  function show(visit: StaffVisit, status: number, problem: SettingsModel['problem']): Answer {
    const { words, session, query } = visit;
    const overview = session.roles.includes('administrator') ? settingsOverview(words.language) : null;
    const done = problem ? null : doneSchema.parse(query.get('done'));
    return pageAnswer(status, settingsPage({ words, session, overview, done, problem }));
  }

  door.staff(path, async (visit) => show(visit, 200, null), 'everybody');
  // The address of a refused form, opened again, leads to the page it was on.
  door.staff(`${path}/:what`, async () => seeOther(path), 'everybody');

  door.staffForm(
    `${path}/name`,
    async (visit, fields) => {
      const typed = (fields.name ?? '').slice(0, nameLimit);
      const name = nameSchema.safeParse(fields.name);
      if (!name.success) return show(visit, 422, { sentence: visit.words.t.nameMissing, name: typed });
      const renamed = await people.rename(visit.session.personId, name.data);
      const taken = settingsTexts[visit.words.language].nameTaken;
      return renamed ? seeOther(`${path}?done=name`) : show(visit, 409, { sentence: taken, name: typed });
    },
    'everybody',
  );

  door.staffForm(
    `${path}/language`,
    async (visit, fields) => {
      await people.setLanguage(visit.session.personId, languageSchema.parse(fields.language));
      return seeOther(`${path}?done=language`);
    },
    'everybody',
  );
}
