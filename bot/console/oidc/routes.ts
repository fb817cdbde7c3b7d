// Signing in with the organisation's account, and leaving it.
import { z } from 'zod';
import { createLimit } from '../../http/limits.ts';
import { endedPassingCookie, passingCookie, readCookie, sessionCookie } from '../cookie.ts';
import { type Door, deactivated } from '../door.ts';
import type { ConsoleOptions, Organisation } from '../options.ts';
import type { SignIn } from '../signIn.ts';
import { tooMany } from '../tooMany.ts';
import { type Answer, pageAnswer, seeOther, type Visit } from '../visit.ts';
import { afterSignIn } from '../wantedPage.ts';
import { identityOf } from './identity.ts';
import { type FlowSecrets, ProviderDownError } from './provider.ts';
import { beginPath, isPersonal, type Outcome, outcomePage, signedOutPage, signOutPath } from './views.ts';

/** Registered with the provider. */
export const callbackPath = '/console/sign-in/callback';
/** Where somebody lands who has signed out, before the provider signs them out as well. */
export const signedOutPath = '/console/signed-out';

const cookieName = 'sign-in';
/** state.nonce.verifier */
const cookiePattern = /^[\w-]{43}\.[\w-]{43}\.[\w-]{43}$/u;
const statuses: Readonly<Record<Outcome, number>> = {
  startAgain: 400,
  denied: 403,
  refused: 403,
  down: 503,
  noRole: 403,
  tooManyGroups: 403,
};
const downSeconds = 30;
/** Answers from one address, and in how many seconds: each makes us ask the provider. A whole office may come at nine. */
const answers = { most: 100, seconds: 15 * 60 };

export function mountOrganisation(
  door: Door,
  options: ConsoleOptions,
  { provider, claimRules }: Organisation,
  signIn: SignIn,
  endOldSession: (visit: Visit) => Promise<void>,
): void {
  const { people, log, now } = options;
  const limit = createLimit(answers.most, answers.seconds);
  const secure = () => options.publicUrl().startsWith('https:');
  const address = (path: string) => new URL(path, options.publicUrl()).href;
  const signOutUrl = () => provider.signOutUrl(address('/console/sign-in?done=signedOut'));

  const outcome = async ({ words }: Visit, kind: Outcome): Promise<Answer> =>
    pageAnswer(statuses[kind], outcomePage(words, kind, isPersonal(kind) && (await signOutUrl()) !== null), {
      'Set-Cookie': endedPassingCookie(cookieName, secure()),
      ...(kind === 'down' && { 'Retry-After': String(downSeconds) }),
    });

  /** A provider that is down is no fault of ours; only its message is logged: what it sent may tell of people. */
  const whenUp = async (visit: Visit, work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProviderDownError)) throw error;
      log.error(
        { reason: error.message, code: codeOf(error.cause) },
        'nobody can sign in by OpenID Connect just now',
      );
      return outcome(visit, 'down');
    }
  };

  door.open(beginPath, (visit) =>
    whenUp(visit, async () => {
      const { url, secrets } = await provider.begin(address(callbackPath));
      const value = [secrets.state, secrets.nonce, secrets.verifier].join('.');
      return seeOther(url, { 'Set-Cookie': passingCookie(cookieName, value, secure()) });
    }),
  );

  door.open(callbackPath, (visit) =>
    whenUp(visit, async () => {
      const wait = await limit.take(options.clientAddress(visit.request));
      if (wait > 0) return tooMany(visit.words, wait);
      const answer = new URL(`${callbackPath}?${visit.query}`, options.publicUrl());
      const result = await provider.finish(answer, flowSecrets(visit, secure()));
      switch (result.kind) {
        case 'unknownFlow':
          return outcome(visit, 'startAgain');
        case 'denied':
          return outcome(visit, 'denied');
        case 'refused':
          log.warn({ code: result.code }, 'an answer of the OpenID provider was refused');
          return outcome(visit, 'refused');
        case 'claims':
          return enter(visit, result.claims);
      }
    }),
  );

  async function enter(visit: Visit, claims: Readonly<Record<string, unknown>>): Promise<Answer> {
    const result = identityOf(claims, claimRules);
    switch (result.kind) {
      case 'unreadable':
        log.warn({ code: 'no subject' }, 'an answer of the OpenID provider was refused');
        return outcome(visit, 'refused');
      case 'tooManyGroups':
        log.warn(
          'the OpenID provider leaves groups out: assign app roles, or only the groups of this application',
        );
        return outcome(visit, 'tooManyGroups');
      case 'noRole':
        // Who is known loses the roles of before, in other browsers too.
        await people.dropRoles(result.identity.issuer, result.identity.subject);
        return outcome(visit, 'noRole');
      case 'known': {
        const person = await people.meet(result.identity, now());
        if (!person.active) return deactivated(visit.words, 403);
        await endOldSession(visit);
        const id = await signIn.start(person.id);
        log.info('staff signed in');
        const next = afterSignIn(visit.request, secure(), person.roles);
        const cookie = sessionCookie(id, { secure: secure(), sameSite: 'Lax' });
        return seeOther(next.path, {
          'Set-Cookie': [cookie, endedPassingCookie(cookieName, secure()), ...next.cookies],
        });
      }
    }
  }

  // A page and not a redirect: the form that signs out may lead to our own pages only (form-action).
  door.open(signedOutPath, async ({ words }) =>
    pageAnswer(200, signedOutPage(words), { Refresh: `0; url=${signOutPath}` }),
  );

  door.open(signOutPath, async () => seeOther((await signOutUrl()) ?? '/console/sign-in?done=signedOut'));
}

function flowSecrets({ request }: Visit, secure: boolean): FlowSecrets | null {
  const [state, nonce, verifier] = readCookie(request, cookieName, secure, cookiePattern)?.split('.') ?? [];
  return state && nonce && verifier ? { state, nonce, verifier } : null;
}

const coded = z.object({ code: z.string() });
const caused = z.object({ cause: coded });

function codeOf(error: unknown): string | undefined {
  const own = coded.safeParse(error);
  if (own.success) return own.data.code;
  const inner = caused.safeParse(error);
  return inner.success ? inner.data.cause.code : undefined;
}
