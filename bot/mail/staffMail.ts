// Mail to staff: what the service itself has to tell them.
import type { Mailer } from './smtpMailer.ts';

export interface StaffMail {
  /**
   * @param mail the same id is the same mail, however often it is sent
   * @throws when it was not taken, or may not have been: the message says why
   */
  send(mail: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
}

/** Milliseconds a mail server has to take one. */
const limitMs = 25_000;

export function createStaffMail(mailer: Mailer): StaffMail {
  return {
    async send(mail) {
      const sent = await mailer.send(mail, AbortSignal.timeout(limitMs));
      if (!sent.ok) throw new Error(`A mail to staff was not sent. ${sent.note}`);
    },
  };
}
