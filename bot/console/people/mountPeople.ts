// Who works at this console, for administrators: roles, sessions, and access switched off and on.
import { z } from 'zod';
import { type Door, notFound } from '../door.ts';
import { type ConsoleOptions, issuersOf } from '../options.ts';
import { linkIssuer, type PeopleChange, type Person } from '../people.ts';
import { roles } from '../roles.ts';
import { absoluteLimit, idleLimit } from '../signIn.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { type PeopleTexts, peopleTexts } from './texts.ts';
import { type PeopleDone, peoplePage } from './view.ts';

const idSchema = z.object({ id: z.uuid() });
const doneSchema = z.enum(['roles', 'sessions', 'deactivate', 'activate']).nullable().catch(null);

export function mountPeople(door: Door, options: ConsoleOptions): void {
  const { people, now } = options;
  const path = '/console/people';

  async function show(visit: StaffVisit, status: number, problem: keyof PeopleTexts | null): Promise<Answer> {
    const { words, session, query } = visit;
    const at = now().getTime();
    const list = await people.list({
      madeAfter: new Date(at - absoluteLimit),
      seenAfter: new Date(at - idleLimit),
    });
    const what = problem === null ? doneSchema.parse(query.get('done')) : null;
    const name = list.find(({ id }) => id === query.get('to'))?.name;
    return pageAnswer(
      status,
      peoplePage({
        words,
        session,
        people: list,
        done: what && name !== undefined ? { what, name } : null,
        problem: problem === null ? null : peopleTexts[words.language][problem],
      }),
    );
  }

  async function find({ request }: StaffVisit): Promise<Person | null> {
    const params: unknown = request.params;
    const read = idSchema.safeParse(params);
    return read.success ? people.byId(read.data.id) : null;
  }

  /** A form about somebody; `change` does it, or says in which words it is refused. */
  function change(
    action: string,
    done: PeopleDone,
    change: (person: Person, visit: StaffVisit, fields: Fields) => Promise<PeopleChange | keyof PeopleTexts>,
  ): void {
    door.staffForm(
      `${path}/:id/${action}`,
      async (visit, fields) => {
        const person = await find(visit);
        if (!person) return notFound(visit.words, visit.session);
        const result = await change(person, visit, fields);
        if (result === 'notFound') return notFound(visit.words, visit.session);
        if (result === 'lastAdministrator') return show(visit, 409, 'refusedLast');
        if (result !== 'done') return show(visit, 409, result);
        options.log.info({ action }, 'somebody’s access to the console was changed');
        return seeOther(`${path}?done=${done}&to=${person.id}`);
      },
      'administrator',
    );
  }

  door.staff(path, (visit) => show(visit, 200, null), 'administrator');
  // The address of a refused form, opened again, leads to the page it was on.
  door.staff(`${path}/:id/:action`, async () => seeOther(path), 'administrator');

  change('deactivate', 'deactivate', async (person, { session }) =>
    person.id === session.personId ? 'refusedSelf' : people.deactivate(person.id, now(), issuersOf(options)),
  );
  change('activate', 'activate', (person) => people.activate(person.id));
  change('end-sessions', 'sessions', async (person) => {
    await people.endSessions(person.id);
    return 'done';
  });
  change('roles', 'roles', async (person, { session }, fields) => {
    if (person.issuer !== linkIssuer) return 'refusedProvider';
    const given = roles.filter((role) => fields[role] === '1');
    if (person.id === session.personId && !given.includes('administrator')) return 'refusedSelf';
    return people.setRoles(person.id, given, issuersOf(options));
  });
}
