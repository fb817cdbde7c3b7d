// The links the operator is shown: there is always one that still works.
import type { ConsoleOptions } from './options.ts';
import { linkLifetime, type SignIn } from './signIn.ts';

export interface SignInLinks {
  /** A one-time link. The caller shows it. */
  make(): Promise<string>;
  /** Makes one and shows it to the operator. */
  showNext(): Promise<void>;
  close(): void;
}

/** Milliseconds between two looks. Not one timer for the whole hour: a machine that slept in between would keep it waiting. */
const lookMs = 60_000;

export function createSignInLinks(
  signIn: SignIn,
  {
    publicUrl,
    now,
    log,
    showSignInLink,
    signInLinks,
  }: Pick<ConsoleOptions, 'publicUrl' | 'now' | 'log' | 'showSignInLink' | 'signInLinks'>,
): SignInLinks {
  let newest: Date | null = null;

  async function make(): Promise<string> {
    newest = now();
    return new URL(`/console/sign-in?token=${await signIn.newToken()}`, publicUrl()).href;
  }

  async function showNext(): Promise<void> {
    if (signInLinks && showSignInLink) showSignInLink(await make());
  }

  const timer = setInterval(() => {
    // One that was used was followed by another at once, so the newest that has run out was not used.
    if (newest === null || now().getTime() - newest.getTime() < linkLifetime) return;
    showNext().catch((error: unknown) => log.error({ err: error }, 'no fresh sign-in link could be made'));
  }, lookMs);
  timer.unref();

  return { make, showNext, close: () => clearInterval(timer) };
}
