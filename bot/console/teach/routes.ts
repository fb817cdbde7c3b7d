// Teaching: the list, the form, the rehearsal, and the publication.
import { z } from 'zod';
import type { Escalation, Teaching, TeachingCommand } from '../../../dialogs/index.ts';
import { type Door, notFound } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { type Problem, readChange } from './form.ts';
import { createRehearsals } from './rehearsals.ts';
import { nearest, oneEntry, search } from './search.ts';
import { type TeachTexts, teachWords } from './texts.ts';
import {
  emptyValues,
  languageOf,
  type Values,
  valuesFromReply,
  valuesFromTeaching,
  valuesOf,
} from './values.ts';
import { formPage } from './views/formPage.ts';
import { listPage } from './views/listPage.ts';
import { teachingPage } from './views/teachingPage.ts';

const root = '/console/teach';
/** Teachings of a list: older ones have long been in the files. */
const mostListed = 300;
const idSchema = z.object({ id: z.string().min(1).max(100) });
const versionSchema = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);

export function mountTeach(door: Door, { escalations, teach, now, log }: ConsoleOptions): void {
  const { teachings, knowledge, standings } = teach;
  const rehearsals = createRehearsals(teach, log);
  const today = () => now().toISOString().slice(0, 'YYYY-MM-DD'.length);

  async function find({ request }: StaffVisit): Promise<Teaching | null> {
    const params: unknown = request.params;
    const parsed = idSchema.safeParse(params);
    return parsed.success ? teachings.byId(parsed.data.id) : null;
  }

  async function escalationOf(id: string | null | undefined): Promise<Escalation | null> {
    return id ? escalations.byId(id.slice(0, 100)) : null;
  }

  interface FormState {
    readonly status: number;
    readonly values: Values;
    readonly escalation: string | null;
    readonly problems?: readonly Problem[];
    readonly searched?: boolean;
    /** Why it was not taken, when no field is wrong. */
    readonly notice?: string;
    /** The draft that is edited. */
    readonly draft?: Teaching;
  }

  function form({ words, session }: StaffVisit, state: FormState): Answer {
    const { values, escalation, problems = [], searched = false, notice = null, draft } = state;
    const near = nearest(knowledge(), values.ask, languageOf(values), words.language);
    const found = searched ? search(knowledge(), values.search, words.language) : null;
    const listed = [...near, ...(found ?? [])].some(({ id }) => id === values.entry);
    const chosen = listed ? [] : oneEntry(knowledge(), values.entry, words.language);
    return pageAnswer(
      state.status,
      formPage({
        ...{ words, session, values, problems, notice, escalation },
        ...{ near: [...chosen, ...near], found },
        action: draft ? `${root}/${encodeURIComponent(draft.id)}/edit` : `${root}/new`,
        version: draft?.version ?? null,
      }),
    );
  }

  /** Reads a form that was sent: shows it again with what is wrong, or with what was searched for, or goes on with the change. */
  async function sent(
    visit: StaffVisit,
    fields: Fields,
    state: Omit<FormState, 'status' | 'values'>,
    goOn: (change: Teaching['change']) => Promise<Answer>,
  ): Promise<Answer> {
    const values = valuesOf(fields);
    if (fields.do === 'search')
      return form(visit, { ...state, status: 200, values, searched: values.search.trim() !== '' });
    const names = await teach.figureNames();
    const ownId = state.draft?.change.kind === 'newEntry' ? state.draft.change.entry.id : undefined;
    const read = readChange(values, { knowledge: knowledge(), names, today: today(), ownId });
    return read.ok
      ? goOn(read.change)
      : form(visit, { ...state, status: 422, values, problems: read.problems });
  }

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
    if (result.ok) return seeOther(`${root}/${encodeURIComponent(teaching.id)}`);
    const current = await teachings.byId(teaching.id);
    if (!current) return notFound(visit.words, visit.session);
    const t = teachWords(visit.words);
    return show(visit, current, 409, result.refusal === 'ownDraft' ? t.secondNeeded : t.stale);
  }

  /** A form about one teaching. */
  function about(
    action: string,
    handle: (visit: StaffVisit, teaching: Teaching, fields: Fields, t: TeachTexts) => Promise<Answer>,
  ): void {
    door.staffForm(
      `${root}/:id/${action}`,
      async (visit, fields) => {
        const teaching = await find(visit);
        return teaching
          ? handle(visit, teaching, fields, teachWords(visit.words))
          : notFound(visit.words, visit.session);
      },
      'curator',
    );
  }

  door.staff(
    root,
    async ({ words, session }) => {
      const list = await teachings.list(['draft', 'published', 'exported'], mostListed);
      return pageAnswer(200, listPage({ words, session, teachings: list, standings: standings() }));
    },
    'curator',
  );

  door.staff(
    `${root}/new`,
    async (visit) => {
      const escalation = await escalationOf(visit.query.get('escalation'));
      const values = escalation ? valuesFromReply(escalation, knowledge(), today()) : emptyValues(today());
      return form(visit, { status: 200, values, escalation: escalation?.id ?? null });
    },
    'curator',
  );

  door.staffForm(
    `${root}/new`,
    async (visit, fields) => {
      const escalation = (await escalationOf(fields.escalation))?.id ?? null;
      return sent(visit, fields, { escalation }, async (made) => {
        const author = visit.session.name;
        const { id } = await teachings.add({ author, escalation, change: made, at: now() });
        return seeOther(`${root}/${encodeURIComponent(id)}`);
      });
    },
    'curator',
  );

  door.staff(
    `${root}/:id`,
    async (visit) => {
      const teaching = await find(visit);
      return teaching ? show(visit, teaching) : notFound(visit.words, visit.session);
    },
    'curator',
  );

  door.staff(
    `${root}/:id/edit`,
    async (visit) => {
      const draft = await find(visit);
      if (!draft) return notFound(visit.words, visit.session);
      if (draft.state !== 'draft') return seeOther(`${root}/${encodeURIComponent(draft.id)}`);
      const { escalation } = draft;
      return form(visit, { status: 200, values: valuesFromTeaching(draft, today()), escalation, draft });
    },
    'curator',
  );

  // The address of a refused form, opened again, leads to the page it was on.
  door.staff(
    `${root}/:id/:action`,
    async (visit) => {
      const teaching = await find(visit);
      return teaching
        ? seeOther(`${root}/${encodeURIComponent(teaching.id)}`)
        : notFound(visit.words, visit.session);
    },
    'curator',
  );

  about('edit', (visit, draft, fields, t) =>
    sent(visit, fields, { escalation: draft.escalation, draft }, async (made) => {
      const command = { kind: 'edit', staff: visit.session.name, change: made } as const;
      const result = await teachings.change(draft.id, command, now(), versionOf(fields));
      const current = await teachings.byId(draft.id);
      if (result.ok || current?.state !== 'draft') return seeOther(`${root}/${encodeURIComponent(draft.id)}`);
      // What was typed stays; sent again, it is meant.
      const { escalation } = current;
      return form(visit, {
        status: 409,
        values: valuesOf(fields),
        escalation,
        draft: current,
        notice: t.stale,
      });
    }),
  );

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

  about('send', async (visit, teaching, fields, t) => {
    const refused = tried(visit, teaching, fields, t);
    return refused ?? change(visit, teaching, { kind: 'send', staff: visit.session.name }, fields);
  });

  about('publish', async (visit, teaching, fields, t) => {
    const { needsSecond } = teach;
    const refused = tried(visit, teaching, fields, t);
    return (
      refused ?? change(visit, teaching, { kind: 'publish', staff: visit.session.name, needsSecond }, fields)
    );
  });

  about('discard', (visit, teaching, fields) =>
    change(visit, teaching, { kind: 'discard', staff: visit.session.name }, fields),
  );
}

/** Versions count from 1: 0 is always refused. */
function versionOf(fields: Fields): number {
  const parsed = versionSchema.safeParse(fields.version);
  return parsed.success ? parsed.data : 0;
}
