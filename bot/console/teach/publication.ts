// One teaching: its page with the rehearsal, and what becomes of it.
import type { Teaching, TeachingCommand } from '../../../dialogs/index.ts';
import { type Door, notFound } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { createRoutes, pathOf, versionOf } from './found.ts';
import { createRehearsals } from './rehearsals.ts';
import { type TeachTexts, teachWords } from './texts.ts';
import { teachingPage } from './views/teachingPage.ts';

export function mountPublication(
  door: Door,
  { teach, now, log }: Pick<ConsoleOptions, 'teach' | 'now' | 'log'>,
): void {
  const { teachings, standings } = teach;
  const rehearsals = createRehearsals(teach, log);
  const routes = createRoutes(door, teachings);

  function show(
    { words, session, query }: StaffVisit,
    teaching: Teaching,
    status = 200,
    problem: string | null = null,
  ): Answer {
    const rehearsal = teaching.state === 'draft' ? rehearsals.of(teaching, query.has('again')) : null;
    const standing = standings().find(({ id }) => id === teaching.id) ?? null;
    const { needsSecond } = teach;
    return pageAnswer(
      status,
      teachingPage({ words, session, teaching, rehearsal, standing, needsSecond, problem }),
    );
  }

  /** Carries out a command on the version that was seen. */
  async function change(
    visit: StaffVisit,
    teaching: Teaching,
    command: TeachingCommand,
    fields: Fields,
  ): Promise<Answer> {
    const result = await teachings.change(teaching.id, command, now(), versionOf(fields));
    if (result.ok) return seeOther(pathOf(teaching));
    const current = await teachings.byId(teaching.id);
    if (!current) return notFound(visit.words, visit.session);
    const t = teachWords(visit.words);
    return show(visit, current, 409, result.refusal === 'ownDraft' ? t.secondNeeded : t.stale);
  }

  routes.page('', async (visit, teaching) => show(visit, teaching));

  // The address of a refused form, opened again, leads to the page it was on.
  routes.page('/:action', async (_visit, teaching) => seeOther(pathOf(teaching)));

  /** What may be done only with a draft that was tried: nothing is wrong with it, and what would be lost was seen. */
  function tried(visit: StaffVisit, teaching: Teaching, fields: Fields, t: TeachTexts): Answer | null {
    if (teaching.state !== 'draft') return show(visit, teaching, 409, t.stale);
    const state = rehearsals.of(teaching);
    if (state.kind !== 'done') return show(visit, teaching, 409, t.notTried);
    if (state.rehearsal.faults.length > 0) return show(visit, teaching, 422, t.faultsTitle);
    if (state.rehearsal.lost.length > 0 && fields.lost !== 'confirmed')
      return show(visit, teaching, 422, t.mustConfirm);
    return null;
  }

  routes.form('send', async (visit, teaching, fields, t) => {
    const refused = tried(visit, teaching, fields, t);
    return refused ?? change(visit, teaching, { kind: 'send', staff: visit.session.name }, fields);
  });

  routes.form('publish', async (visit, teaching, fields, t) => {
    const { needsSecond } = teach;
    const refused = tried(visit, teaching, fields, t);
    return (
      refused ?? change(visit, teaching, { kind: 'publish', staff: visit.session.name, needsSecond }, fields)
    );
  });

  routes.form('discard', (visit, teaching, fields) =>
    change(visit, teaching, { kind: 'discard', staff: visit.session.name }, fields),
  );
}
