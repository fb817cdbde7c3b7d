// The form of a teaching, for a new one and for a draft.
import type { Escalation, Teaching } from '../../../dialogs/index.ts';
import type { Door } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { type Problem, readChange } from './form.ts';
import { createRoutes, pathOf, root, versionOf } from './found.ts';
import { nearest, oneEntry, search } from './search.ts';
import {
  emptyValues,
  languageOf,
  type Values,
  valuesFromReply,
  valuesFromTeaching,
  valuesOf,
} from './values.ts';
import { formPage } from './views/formPage.ts';

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

export function mountForms(
  door: Door,
  { escalations, teach, now }: Pick<ConsoleOptions, 'escalations' | 'teach' | 'now'>,
): void {
  const { teachings, knowledge } = teach;
  const routes = createRoutes(door, teachings);
  const today = () => now().toISOString().slice(0, 'YYYY-MM-DD'.length);

  async function escalationOf(id: string | null | undefined): Promise<Escalation | null> {
    return id ? escalations.byId(id.slice(0, 100)) : null;
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
        action: draft ? `${pathOf(draft)}/edit` : `${root}/new`,
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
        const draft = await teachings.add({ author, escalation, change: made, at: now() });
        return seeOther(pathOf(draft));
      });
    },
    'curator',
  );

  routes.page('/edit', async (visit, draft) => {
    if (draft.state !== 'draft') return seeOther(pathOf(draft));
    const { escalation } = draft;
    return form(visit, { status: 200, values: valuesFromTeaching(draft, today()), escalation, draft });
  });

  routes.form('edit', (visit, draft, fields, t) =>
    sent(visit, fields, { escalation: draft.escalation, draft }, async (made) => {
      const command = { kind: 'edit', staff: visit.session.name, change: made } as const;
      const result = await teachings.change(draft.id, command, now(), versionOf(fields));
      const current = await teachings.byId(draft.id);
      if (result.ok || current?.state !== 'draft') return seeOther(pathOf(draft));
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
}
