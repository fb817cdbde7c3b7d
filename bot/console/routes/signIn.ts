// Signing in with a one-time link, and signing out.
import { z } from 'zod';
import { createLimit } from '../../http/limits.ts';
import { endedCookie, readSessionCookie, sessionCookie } from '../cookie.ts';
import { type Door, deactivated } from '../door.ts';
import { mountOrganisation, signedOutPath } from '../oidc/routes.ts';
import { signInTexts } from '../oidc/texts.ts';
import { type ConsoleOptions, waysOf } from '../options.ts';
import { linkIssuer, nameLimit, nameSchema } from '../people.ts';
import type { SignIn } from '../signIn.ts';
import type { SignInLinks } from '../signInLinks.ts';
import type { Words } from '../texts/texts.ts';
import { tooMany } from '../tooMany.ts';
import { howToSignIn, signInForm } from '../views/signIn.ts';
import { type Answer, pageAnswer, seeOther, type Visit } from '../visit.ts';
import { afterSignIn } from '../wantedPage.ts';

/** Tries with bad links, and in how many seconds (reliability S8). */
const tries = { most: 5, seconds: 15 * 60 };

const tokenSchema = z.string().regex(/^[\w-]{43}$/u);

export function mountSignIn(
  door: Door,
  options: ConsoleOptions,
  signIn: SignIn,
  links: Pick<SignInLinks, 'showNext'>,
): void {
  const { organisation, signInLinks } = options;
  const badTries = createLimit(tries.most, tries.seconds);
  const ways = waysOf(options);
  const cookieKind = () => ({
    secure: options.publicUrl().startsWith('https:'),
    // Who comes back from a provider comes from another site, and must be known at once (reliability S11).
    sameSite: organisation ? ('Lax' as const) : ('Strict' as const),
  });

  door.open('/console/sign-in', async ({ query, words }) => {
    const token = query.get('token');
    if (token !== null) {
      const good = signInLinks && tokenSchema.safeParse(token).success && (await signIn.tokenIsGood(token));
      return good ? pageAnswer(200, signInForm(words, token, '', null)) : linkUsed(words, 410);
    }
    const lead = query.get('done') === 'signedOut' ? words.t.signedOut : undefined;
    return pageAnswer(200, howToSignIn(words, ways, undefined, lead));
  });

  door.openForm('/console/sign-in', async (visit, fields) => {
    const { words } = visit;
    const token = tokenSchema.safeParse(fields.token);
    const name = nameSchema.safeParse(fields.name);
    if (!signInLinks || !token.success) return badTry(visit);
    const again = (problem: string) =>
      pageAnswer(422, signInForm(words, token.data, (fields.name ?? '').slice(0, nameLimit), problem));
    if (!name.success) return again(words.t.nameMissing);
    const result = await signIn.byLink(token.data, name.data);
    switch (result.kind) {
      case 'badLink':
        return badTry(visit);
      case 'nameTaken':
        return again(signInTexts[words.language].nameTaken);
      case 'deactivated':
        return deactivated(words, 403);
      case 'signedIn': {
        await endOldSession(visit);
        options.log.info('staff signed in');
        await links.showNext();
        const next = afterSignIn(visit.request, cookieKind().secure, result.roles);
        return seeOther(next.path, {
          'Set-Cookie': [sessionCookie(result.id, cookieKind()), ...next.cookies],
        });
      }
    }
  });

  if (organisation) mountOrganisation(door, options, organisation, signIn, endOldSession);

  door.staffForm(
    '/console/sign-out',
    async (visit) => {
      await endOldSession(visit);
      const there = organisation !== null && visit.session.issuer !== linkIssuer;
      return seeOther(there ? signedOutPath : '/console/sign-in?done=signedOut', {
        'Set-Cookie': endedCookie(cookieKind()),
      });
    },
    'everybody',
  );

  async function endOldSession({ request }: Visit): Promise<void> {
    const id = readSessionCookie(request, cookieKind().secure);
    if (id !== null) await signIn.signOut(id);
  }

  // A good link must open, whoever else tried bad ones from the same address: only bad ones count.
  async function badTry({ request, words }: Visit): Promise<Answer> {
    const wait = await badTries.take(options.clientAddress(request));
    return wait > 0 ? tooMany(words, wait) : linkUsed(words, 403);
  }

  function linkUsed(words: Words, status: number): Answer {
    const lead = signInLinks ? words.t.linkUsedLead : signInTexts[words.language].linksOff;
    return pageAnswer(status, howToSignIn(words, ways, words.t.linkUsedTitle, lead));
  }
}
