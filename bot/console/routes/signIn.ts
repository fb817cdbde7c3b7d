// Signing in and out.
import { z } from 'zod';
import { fill } from '../../html.ts';
import { createLimit } from '../../http/limits.ts';
import { endedCookie, readSessionCookie, sessionCookie } from '../cookie.ts';
import type { Door } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import type { SignIn } from '../signIn.ts';
import type { SignInLinks } from '../signInLinks.ts';
import { duration, type Words } from '../texts/texts.ts';
import { messagePage } from '../views/page.ts';
import { howToSignIn, nameLimit, signInForm } from '../views/signIn.ts';
import { type Answer, pageAnswer, seeOther, type Visit } from '../visit.ts';

/** Tries with bad links, and in how many seconds (reliability S8). */
const tries = { most: 5, seconds: 15 * 60 };

const tokenSchema = z.string().regex(/^[\w-]{43}$/u);
/** Visitors see it: no control or direction-changing characters. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(nameLimit)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

export function mountSignIn(
  door: Door,
  options: ConsoleOptions,
  signIn: SignIn,
  links: Pick<SignInLinks, 'showNext'>,
): void {
  const badTries = createLimit(tries.most, tries.seconds);
  const secure = () => options.publicUrl().startsWith('https:');

  door.open('/console/sign-in', async ({ query, words }) => {
    const token = query.get('token');
    if (token !== null) {
      const good = tokenSchema.safeParse(token).success && (await signIn.tokenIsGood(token));
      return good ? pageAnswer(200, signInForm(words, token, '', null)) : linkUsed(words, 410);
    }
    const lead = query.get('done') === 'signedOut' ? words.t.signedOut : undefined;
    return pageAnswer(200, howToSignIn(words, undefined, lead));
  });

  door.openForm('/console/sign-in', async (visit, fields) => {
    const { words } = visit;
    const token = tokenSchema.safeParse(fields.token);
    const name = nameSchema.safeParse(fields.name);
    if (token.success && !name.success) {
      const typed = (fields.name ?? '').slice(0, nameLimit);
      return pageAnswer(422, signInForm(words, token.data, typed, words.t.nameMissing));
    }
    const id = token.success && name.success ? await signIn.signIn(token.data, name.data) : null;
    if (id === null) {
      // Only now: a good link must open, whoever else tried bad ones from the same address.
      const wait = await badTries.take(options.clientAddress(visit.request));
      return wait > 0 ? tooMany(words, wait) : linkUsed(words, 403);
    }
    await endOldSession(visit);
    options.log.info('staff signed in');
    await links.showNext();
    return seeOther('/console', { 'Set-Cookie': sessionCookie(id, secure()) });
  });

  door.staffForm('/console/sign-out', async (visit) => {
    await endOldSession(visit);
    return seeOther('/console/sign-in?done=signedOut', { 'Set-Cookie': endedCookie(secure()) });
  });

  async function endOldSession({ request }: Visit): Promise<void> {
    const id = readSessionCookie(request, secure());
    if (id !== null) await signIn.signOut(id);
  }
}

function linkUsed(words: Words, status: number): Answer {
  return pageAnswer(status, howToSignIn(words, words.t.linkUsedTitle, words.t.linkUsedLead));
}

function tooMany(words: Words, seconds: number): Answer {
  const lead = fill(words.t.tooManyLead, { time: duration(seconds * 1000 + 59_000, words.language) });
  return pageAnswer(429, messagePage({ words, session: null }, words.t.tooManyTitle, lead), {
    'Retry-After': String(seconds),
  });
}
