// Personal data: what administrators find, hand out and erase. Each of it is written into the record, without what it was about.
import { createHash } from 'node:crypto';
import type { Audit } from '../../audit.ts';
import type { FoundVisitor, PersonalData } from '../../privacy/personalData.ts';
import type { Retention } from '../../privacy/retention.ts';
import { UnavailableError } from '../../unavailable.ts';
import type { Door } from '../door.ts';
import { type Answer, pageAnswer, type StaffVisit, seeOther } from '../visit.ts';
import { privacyTexts } from './texts.ts';
import { type PrivacyNotice, privacyPage } from './views.ts';

export interface PrivacyOptions {
  readonly data: PersonalData;
  readonly audit: Audit;
  readonly retention: Retention;
}

interface Needed {
  readonly privacy: PrivacyOptions;
  readonly now: () => Date;
}

/** Lines of the record on the page. */
const auditShown = 50;
/** Characters of what is searched for: an e-mail address has at most 254, ids of channels more. */
const longestTerm = 500;

export function mountPrivacy(door: Door, { privacy, now }: Needed): void {
  const { data, audit, retention } = privacy;

  door.staff('/console/privacy', (visit) => show(visit, '', 200, doneNotice(visit)), 'administrator');

  // A form, though it changes nothing: an address is somebody's, and would stay in histories and logs.
  door.staffForm(
    '/console/privacy/find',
    (visit, fields) => show(visit, termOf(fields.find), 200, null),
    'administrator',
  );

  for (const path of ['find', 'export', 'erase'])
    door.staff(`/console/privacy/${path}`, async () => seeOther('/console/privacy'), 'administrator');

  door.staffForm(
    '/console/privacy/export',
    async (visit, fields) => {
      const term = termOf(fields.find);
      const found = await data.find(term);
      if (found.length === 0) return show(visit, term, 404, null);
      const at = now();
      const visitors = await Promise.all(found.map((each) => data.exportOf(each)));
      await audit.record({
        at,
        actor: visit.session.name,
        action: 'personExported',
        subject: pseudonym(found),
      });
      return {
        kind: 'file',
        name: `visitor-${at.toISOString().slice(0, 10)}.json`,
        type: 'application/json; charset=utf-8',
        body: once(JSON.stringify({ exportedAt: at.toISOString(), visitors }, null, 2)),
      };
    },
    'administrator',
  );

  door.staffForm(
    '/console/privacy/erase',
    async (visit, fields) => {
      const term = termOf(fields.find);
      const found = await data.find(term);
      const { eraseWord } = privacyTexts[visit.words.language];
      if (found.length === 0) return show(visit, term, 404, null);
      if (fields.expected !== digestOf(found)) return show(visit, term, 409, 'changed');
      if ((fields.word ?? '').trim().toLocaleUpperCase(visit.words.language) !== eraseWord)
        return show(visit, term, 422, 'notConfirmed');
      const done = await data.erase(found).then(
        () => 'erased',
        (error: unknown) => {
          if (error instanceof UnavailableError) return 'stillThere';
          throw error;
        },
      );
      await audit.record({
        at: now(),
        actor: visit.session.name,
        action: 'personErased',
        subject: pseudonym(found),
      });
      return seeOther(`/console/privacy?done=${done}`);
    },
    'administrator',
  );

  async function show(
    { words, session }: StaffVisit,
    term: string,
    status: number,
    notice: PrivacyNotice | null,
  ): Promise<Answer> {
    const found = term === '' ? [] : await data.find(term);
    return pageAnswer(
      status,
      privacyPage({
        words,
        session,
        term,
        found,
        expected: digestOf(found),
        notice,
        retention,
        record: await audit.latest(auditShown),
      }),
    );
  }
}

function doneNotice({ query }: StaffVisit): PrivacyNotice | null {
  const done = query.get('done');
  return done === 'erased' || done === 'stillThere' ? done : null;
}

function termOf(typed: string | undefined): string {
  return (typed ?? '').trim().slice(0, longestTerm);
}

/** One person's data is small: it is sent as one piece. */
async function* once(text: string): AsyncIterable<string> {
  yield text;
}

/** Tells whether what is erased is what was looked at. */
function digestOf(found: readonly FoundVisitor[]): string {
  return createHash('sha256').update(JSON.stringify(found)).digest('base64url').slice(0, 22);
}

/** Of whom there is nothing left, the record must not have anything either: a hash of the ids, and how much it was. */
function pseudonym(found: readonly FoundVisitor[]): string {
  return found
    .map(({ channel, visitorId, holdings: { conversations, messages, questions } }) => {
      const id = createHash('sha256')
        .update(JSON.stringify([channel, visitorId]))
        .digest('hex')
        .slice(0, 12);
      return `${id}: ${conversations}/${messages}/${questions}`;
    })
    .join(', ');
}
