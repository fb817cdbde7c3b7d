// Mail to staff: the port through which it goes out.

export interface StaffMail {
  /**
   * Hands a mail over to be sent.
   * @param mail `id` is the mail's own: handed over twice, it is sent once
   */
  send(mail: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
}
