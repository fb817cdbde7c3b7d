// The door of every console route: who comes, is the form ours, and one place where faults become a kind page.
import type { Request, Response, Server } from 'restify';
import { sameSecret } from '../secrets.ts';
import { tryAgainSeconds, UnavailableError } from '../unavailable.ts';
import { readSessionCookie } from './cookie.ts';
import { readForm } from './form.ts';
import type { ConsoleOptions } from './options.ts';
import type { Role } from './roles.ts';
import { isSameOrigin } from './sameOrigin.ts';
import { sendFile } from './sendFile.ts';
import type { SignIn } from './signIn.ts';
import type { StaffSession } from './staffSessions.ts';
import { type Words, wordsFor } from './texts/texts.ts';
import { messagePage } from './views/page.ts';
import { howToSignIn, keptText } from './views/signIn.ts';
import { type Answer, type Fields, pageAnswer, type StaffVisit, seeOther, type Visit } from './visit.ts';

export interface Door {
  /** A page for anybody. */
  open(path: string, handle: (visit: Visit) => Promise<Answer>): void;
  /** A form for anybody, if our own page sent it. */
  openForm(path: string, handle: (visit: Visit, fields: Fields) => Promise<Answer>): void;
  /** A page for those signed in who have the role; others are sent to the page that says how to sign in, or told that it is not theirs. */
  staff(path: string, handle: (visit: StaffVisit) => Promise<Answer>, role?: Role): void;
  /** A form for those signed in who have the role, if our own page sent it with the session's token. */
  staffForm(path: string, handle: (visit: StaffVisit, fields: Fields) => Promise<Answer>, role?: Role): void;
  /** Who sent this request; waiting for news is not use and keeps nobody signed in. */
  watcher(request: Request): Promise<StaffSession | null>;
}

export function createDoor(server: Server, options: ConsoleOptions, signIn: SignIn): Door {
  const ownOrigin = () => new URL(options.publicUrl()).origin;
  const sessionOf = async (request: Request, use: boolean) => {
    const id = readSessionCookie(request, ownOrigin().startsWith('https:'));
    return id === null ? null : signIn.session(id, use);
  };
  const handler = (handle: (visit: Visit) => Promise<Answer>) => async (req: Request, res: Response) => {
    const words = wordsFor(req.headers['accept-language']);
    try {
      await send(res, await handle({ request: req, words, query: new URLSearchParams(req.getQuery()) }));
    } catch (error) {
      options.log.error({ err: error, requestId: res.getHeader('X-Request-Id') }, 'console request failed');
      if (res.headersSent) res.destroy();
      else await send(res, failure(words, error));
    }
  };
  const ownForm = async (visit: Visit): Promise<{ fields: Fields } | { refused: Answer }> => {
    const form = await readForm(visit.request);
    if (!form.ok) return { refused: unread(visit.words, form.status) };
    if (!isSameOrigin(visit.request, ownOrigin())) return { refused: forged(visit.words) };
    return { fields: form.fields };
  };
  return {
    watcher: (request) => sessionOf(request, false),
    open: (path, handle) => {
      server.get(path, handler(handle));
    },
    openForm: (path, handle) => {
      const answer = async (visit: Visit) => {
        const form = await ownForm(visit);
        return 'refused' in form ? form.refused : handle(visit, form.fields);
      };
      server.post(path, handler(answer));
    },
    staff: (path, handle, role = 'staff') => {
      const answer = async (visit: Visit) => {
        // A page that renews itself says so: that is not use either.
        const use = visit.request.headers['x-console-live'] === undefined;
        const session = await sessionOf(visit.request, use);
        if (!session) return seeOther('/console/sign-in');
        return session.roles.includes(role)
          ? handle({ ...visit, session })
          : notAllowed(visit.words, session);
      };
      server.get(path, handler(answer));
    },
    staffForm: (path, handle, role = 'staff') => {
      const answer = async (visit: Visit) => {
        const session = await sessionOf(visit.request, true);
        const form = await ownForm(visit);
        if ('refused' in form) return session ? form.refused : notSignedIn(visit.words, {});
        if (!session) return notSignedIn(visit.words, form.fields);
        if (!sameSecret(form.fields.csrf ?? '', session.csrf)) return forged(visit.words);
        if (!session.roles.includes(role)) return notAllowed(visit.words, session);
        return handle({ ...visit, session }, form.fields);
      };
      server.post(path, handler(answer));
    },
  };
}

async function send(res: Response, answer: Answer): Promise<void> {
  if (answer.kind === 'file') return sendFile(res, answer);
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
  if (answer.kind === 'seeOther') {
    res.setHeader('Location', answer.path);
    res.writeHead(303);
    res.end();
    return;
  }
  // What is left of a refused body must not be read as the next request.
  if (answer.status === 413 || answer.status === 415) res.setHeader('Connection', 'close');
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.writeHead(answer.status);
  res.end(answer.html.toString());
}

/** The same for everything that is not there, whoever asks. */
export function notFound(words: Words, session: StaffSession | null): Answer {
  return pageAnswer(404, messagePage({ words, session }, words.t.notFoundTitle, words.t.notFoundLead));
}

function notAllowed(words: Words, session: StaffSession): Answer {
  return pageAnswer(403, messagePage({ words, session }, words.t.notAllowedTitle, words.t.notAllowedLead), {
    'X-Error-Code': 'NotAllowed',
  });
}

function forged(words: Words): Answer {
  return pageAnswer(403, messagePage({ words, session: null }, words.t.csrfTitle, words.t.csrfLead), {
    'X-Error-Code': 'CsrfFailed',
  });
}

function unread(words: Words, status: number): Answer {
  return pageAnswer(status, messagePage({ words, session: null }, words.t.badFormTitle, words.t.badFormLead));
}

function notSignedIn(words: Words, fields: Fields): Answer {
  // The longest text of a form: a reply, or an answer to be taught.
  const text = fields.text || fields.answer;
  const kept = text ? keptText(words, text) : undefined;
  return pageAnswer(401, howToSignIn(words, words.t.expiredTitle, words.t.expiredLead, kept));
}

function failure(words: Words, error: unknown): Answer {
  const page = messagePage({ words, session: null }, words.t.errorTitle, words.t.errorLead);
  return error instanceof UnavailableError
    ? pageAnswer(503, page, { 'Retry-After': tryAgainSeconds.toString() })
    : pageAnswer(500, page);
}
