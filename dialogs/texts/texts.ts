// Every sentence a visitor can read from the bot. One language is one file; the compiler sees that none is missing.

import type { EscalationCause, EscalationStatus } from '../escalation/escalation.ts';
import type { PrivateKind } from '../escalation/privateKinds.ts';
import type { Wait } from '../escalation/waitingTime.ts';

/** How an event lies to the turn's day. */
export type EventTime = 'over' | 'now' | 'coming';

export interface Texts {
  /** First thing in a conversation: what this is, what it can do, what is stored, how to reach a person. */
  welcome(privacyUrl: string | null): string;
  readonly greeting: string;
  readonly help: string;
  readonly thanks: string;
  readonly bye: string;
  readonly isBot: string;
  /** To whoever insults the bot or is angry with it. */
  readonly comfort: string;
  readonly startOver: string;
  /** A "yes" or "no" that answers nothing, or an "ok". */
  readonly goAhead: string;
  readonly cancelled: string;
  readonly languageSwitched: string;
  /** Asks for a question, and nothing before it. */
  readonly whatToKnow: string;

  /** Goes before an answer that exists in English only. */
  readonly englishOnly: string;
  /** Above an answer that may not be what was asked for: how the question was understood. */
  takenAs(question: string): string;
  readonly didYouMean: string;
  /** The same of a single question, which ends with its own question mark. */
  doYouMean(question: string): string;
  readonly rephrase: string;

  /** Events of a period: those whose days we know, which need not be all. `when` is part of a sentence: "in June 2024", "from 3 to 10 May 2024". */
  readonly events: {
    /** Goes before the list of those that are over, on or to come; `count` is how many there are of them. */
    list(time: EventTime, when: string, count: number): string;
    /** When there were more than the list shows. */
    readonly onlyNearest: string;
    none(when: string): string;
    /** Goes before the one event that lies nearest to a period without any. */
    nearest(time: EventTime): string;
    /** That our list is not complete, and where dates are announced. */
    readonly mayBeMore: string;
  };

  /** Why a question goes to staff; `unknown` is a word we know nothing about. One sentence. */
  handoffLead(cause: EscalationCause, unknown: string | null): string;
  readonly passedOn: string;
  /** The reference, and where the reply will be. */
  yourReference(reference: string): string;
  /** How soon staff usually reply: half of the latest replies came within that. */
  usualWait(wait: Wait): string;
  /** Nobody is there now; `when` is a day and a time: "Monday, 30 November at 09:00 CET". */
  closedUntil(when: string): string;
  readonly mayRephrase: string;
  /** Asks for the question that goes to staff. */
  readonly whatIsTheQuestion: string;
  alreadyWithStaff(reference: string): string;
  /** Too many escalations in an hour; the references that still wait, possibly none. */
  tooManyQuestions(references: readonly string[]): string;
  /** Buttons where several questions may be meant. */
  addDetailsTo(reference: string): string;
  withdrawNamed(reference: string): string;

  /** What stands in the place of what was taken out of a text. */
  readonly removed: Readonly<Record<PrivateKind, string>>;
  /** That something was taken out, and what is stored. */
  storedAs(text: string): string;
  /** Asks for a new wording of a question. */
  askForEdit(reference: string): string;
  edited(reference: string, text: string): string;
  /** The code that opens the question from elsewhere; told once. */
  yourCode(code: string): string;
  /** Unknown and wrong codes get the same words. */
  readonly wrongCode: string;
  readonly tooManyCodes: string;
  /** Replies come into this conversation from now on. */
  answeredHere(reference: string): string;
  /** A staff reply did not help: the question waits again; asks what is missing. */
  reopened(reference: string): string;
  /** Goes before a staff reply in another language than the question; a language's name as it stands in a sentence. */
  writtenIn(language: string): string;

  readonly feedbackThanks: string;
  readonly feedbackSorry: string;

  askForDetails(reference: string): string;
  detailsAdded(reference: string): string;
  /** No mail is sent by the service: the address is for staff, and the reply comes into the conversation. */
  askForEmail(reference: string): string;
  readonly askForEmailAgain: string;
  readonly noEmail: string;
  readonly emailNotNeeded: string;
  emailSaved(email: string, reference: string): string;
  withdrawn(reference: string): string;
  /** The reference is unknown or belongs to somebody else: the same words for both. From elsewhere the whole code is needed. */
  readonly notYours: string;
  /** Asked how their question stands, without one. */
  readonly noQuestionYet: string;
  readonly alreadyAnswered: string;
  readonly alreadyClosed: string;
  readonly alreadyWithdrawn: string;
  status(reference: string, status: EscalationStatus): string;

  /** A person talks with the visitor from now on; the bot is silent. */
  takenOver(name: string): string;
  /** The person has gone, and the bot answers again. */
  readonly handedBack: string;

  /** Which question something is about; no full stop at its end. */
  youAsked(question: string): string;
  referenceLine(reference: string): string;

  readonly attachment: string;
  readonly empty: string;
  readonly tooLong: string;
  readonly outdatedButton: string;
  readonly storageFailure: string;
  readonly failure: string;

  /** What buttons say. */
  readonly buttons: {
    readonly person: string;
    readonly sendToPerson: string;
    readonly noneOfThese: string;
    /** The same of a single question. */
    readonly notThis: string;
    readonly addDetails: string;
    readonly addMore: string;
    readonly leaveEmail: string;
    readonly withdraw: string;
    /** Under a question that was asked elsewhere. */
    readonly answerHere: string;
    /** Under a staff reply. */
    readonly replyHelped: string;
    readonly replyDidNotHelp: string;
    /** Another wording of one's question. */
    readonly editQuestion: string;
    readonly otherQuestion: string;
    readonly cancel: string;
  };
  readonly labels: {
    readonly sources: string;
    dates(asOf: string, checkedOn: string): string;
    readonly wasThisHelpful: string;
    readonly yes: string;
    readonly no: string;
    readonly automaticAnswer: string;
    staffName(name: string): string;
  };
}
