// One request to the console, and what it is answered with: the routes are functions from the one to the other.
import type { Request } from 'restify';
import type { Html } from '../html.ts';
import type { StaffSession } from './staffSessions.ts';
import type { Words } from './texts/texts.ts';

export interface Visit {
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly words: Words;
}

/** A visit by somebody who is signed in. */
export interface StaffVisit extends Visit {
  readonly session: StaffSession;
}

/** A form that came from our own page; for a staff visit, with the session's token. */
export type Fields = Readonly<Record<string, string>>;

export type Answer =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly html: Html;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Something to keep: it is sent as it comes, so that it may be long. */
  | {
      readonly kind: 'file';
      readonly type: string;
      /** Of letters, digits, dots and dashes. */
      readonly name: string;
      readonly body: AsyncIterable<string>;
    }
  /** 303: the browser goes on with GET, so that a reload sends nothing twice. */
  | { readonly kind: 'seeOther'; readonly path: string; readonly headers?: Readonly<Record<string, string>> };

export function pageAnswer(status: number, html: Html, headers?: Readonly<Record<string, string>>): Answer {
  return { kind: 'page', status, html, ...(headers && { headers }) };
}

export function seeOther(path: string, headers?: Readonly<Record<string, string>>): Answer {
  return { kind: 'seeOther', path, ...(headers && { headers }) };
}
