// The port behind the gate's memory of what it has already let in.

export interface StoredResponse {
  readonly status: number;
  /** JSON text, or null for an empty response. */
  readonly body: string | null;
}

export interface InboundLog {
  /** The response an activity got, or null when it is new (or was cut off before it was done). */
  find(key: string): Promise<StoredResponse | null>;
  done(key: string, response: StoredResponse, at: Date): Promise<void>;
  forgetBefore(time: Date): Promise<void>;
}
