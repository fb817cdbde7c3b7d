// What comes over Direct Line, read at the door: unknown in, our own shapes out, and null for what is neither.

export interface WireChoice {
  readonly label: string;
  /** Sent back as it came: the widget does not look inside. */
  readonly action: unknown;
}

export interface WireSource {
  readonly title: string;
  readonly url: string;
  readonly date: string;
}

export interface WireReply {
  readonly language: string;
  readonly text: string;
  readonly sources: readonly WireSource[];
  readonly choices: readonly WireChoice[];
  readonly feedback: { readonly entry: string; readonly answer: string } | null;
  readonly byStaff: boolean;
  readonly labels: {
    readonly author: string;
    readonly sources: string;
    readonly dates: string;
    readonly feedbackQuestion: string;
    readonly helpful: string;
    readonly notHelpful: string;
  };
}

export type WireActivity =
  | { readonly kind: 'typing' }
  | { readonly kind: 'bot'; readonly id: string; readonly at: string; readonly reply: WireReply }
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly at: string;
      readonly text: string;
      readonly clientActivityId: string | null;
      readonly value: unknown;
    };

export interface WireBatch {
  readonly activities: readonly WireActivity[];
  readonly watermark: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a frame of the stream or the answer of GET activities. */
export function readBatch(value: unknown): WireBatch {
  const batch = fields(value);
  return {
    activities: list(batch?.activities).flatMap((activity) => readActivity(activity) ?? []),
    watermark: text(batch?.watermark) || null,
  };
}

function readActivity(value: unknown): WireActivity | null {
  const activity = fields(value);
  if (!activity) return null;
  const fromBot = fields(activity.from)?.role === 'bot';
  if (activity.type === 'typing') return fromBot ? { kind: 'typing' } : null;
  const id = text(activity.id);
  if (activity.type !== 'message' || !id) return null;
  const at = text(activity.timestamp);
  const channelData = fields(activity.channelData);
  if (fromBot) return { kind: 'bot', id, at, reply: readReply(channelData?.reply, activity) };
  const clientActivityId = text(channelData?.clientActivityID) || null;
  return { kind: 'own', id, at, text: text(activity.text), clientActivityId, value: activity.value ?? null };
}

/** The rich reply when it is there; otherwise what any Direct Line bot sends: text and suggested actions. */
function readReply(value: unknown, activity: Fields): WireReply {
  const reply = fields(value);
  const labels = fields(reply?.labels);
  const feedback = fields(reply?.feedback);
  const plain = reply === null;
  return {
    language: text(plain ? activity.locale : reply.language),
    text: text(plain ? activity.text : reply.text),
    sources: list(reply?.sources).flatMap((source) => readSource(source) ?? []),
    choices: plain
      ? suggestedActions(activity)
      : list(reply.choices).flatMap((choice) => readChoice(choice) ?? []),
    feedback: feedback ? { entry: text(feedback.entry), answer: text(feedback.answer) } : null,
    byStaff: fields(reply?.author)?.kind === 'staff',
    labels: {
      author: text(labels?.author),
      sources: text(labels?.sources),
      dates: text(labels?.dates),
      feedbackQuestion: text(labels?.feedbackQuestion),
      helpful: text(labels?.helpful),
      notHelpful: text(labels?.notHelpful),
    },
  };
}

function readSource(value: unknown): WireSource | null {
  const source = fields(value);
  return source ? { title: text(source.title), url: text(source.url), date: text(source.date) } : null;
}

function readChoice(value: unknown): WireChoice | null {
  const choice = fields(value);
  const label = text(choice?.label);
  return choice && label ? { label, action: choice.action ?? null } : null;
}

function suggestedActions(activity: Fields): readonly WireChoice[] {
  return list(fields(activity.suggestedActions)?.actions).flatMap((value) => {
    const action = fields(value);
    const label = text(action?.title);
    return action && label ? { label, action: fields(action.value) ?? null } : [];
  });
}

export interface Credentials {
  readonly conversationId: string;
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly resumeSecret: string | null;
  readonly streamUrl: string | null;
}

/** Reads what the token and conversation routes answer. */
export function readCredentials(value: unknown): Credentials | null {
  const body = fields(value);
  const conversationId = text(body?.conversationId);
  const token = text(body?.token);
  if (!body || !conversationId || !token) return null;
  return {
    conversationId,
    token,
    expiresInSeconds: typeof body.expires_in === 'number' ? body.expires_in : 1800,
    resumeSecret: text(body.resumeSecret) || null,
    streamUrl: text(body.streamUrl) || null,
  };
}

/** The id in the answer to a posted activity. */
export function readPostedId(value: unknown): string | null {
  return text(fields(value)?.id) || null;
}

/** The code in an error's body: {error: {code, message}}. */
export function readErrorCode(value: unknown): string {
  return text(fields(fields(value)?.error)?.code);
}
