// The tables as TypeScript sees them. Times are ISO 8601 UTC texts, JSON is text: the subset SQLite and PostgreSQL share.
import type { Generated } from 'kysely';

export interface Tables {
  /** One row per web conversation of the self-hosted Direct Line. */
  conversations: {
    id: string;
    visitor_id: string;
    /** The web page's origin the first token was given to; null outside a browser. */
    origin: string | null;
    locale: string | null;
    created_at: string;
    /** When the visitor started it (the welcome was sent); null while only a token was given out. */
    started_at: string | null;
    /** When the visitor was last seen to have the chat open; null before that. */
    seen_at: string | null;
  };
  /** SHA-256 of the secrets that open a conversation again, used or not. */
  resume_secrets: {
    hash: string;
    conversation_id: string;
    /** The secret it was given out for; null for the first. */
    from_hash: string | null;
    /** When it was exchanged first; null while it is unused. */
    used_at: string | null;
  };
  /** The activity log: what a conversation's two sides said, in order. */
  activities: {
    conversation_id: string;
    /** 1, 2, 3 ... within the conversation: the watermark. */
    seq: number;
    id: string;
    /** The client's own id, by which a resent message is recognised. */
    client_id: string | null;
    sender: 'visitor' | 'bot' | 'staff';
    body: string;
    at: string;
    /** 1 while a visitor's activity waits for the bot; a restart takes it up again. */
    pending: number;
    /** The seq of the message whose turn answers this one too; null while that is not settled. */
    turn_seq: number | null;
  };
  /** Bot Framework state, by storage key. */
  bot_state: {
    key: string;
    body: string;
    updated_at: string;
    /** Counts the writes. */
    rev: Generated<number>;
  };
  escalations: {
    id: string;
    reference: string;
    status: string;
    version: number;
    channel: string;
    conversation_id: string;
    visitor_id: string;
    turn_id: string;
    conversation_reference: string;
    question: string;
    language: string;
    tried: string;
    details: string;
    email: string | null;
    claimed_by: string | null;
    reply_text: string | null;
    reply_by: string | null;
    reply_at: string | null;
    opened_at: string;
    updated_at: string;
    /** The escalation that asks the same and was there first. */
    joined_to: string | null;
    /** Id of its queue; one that the desk does not have (any more) means the default queue. */
    queue: string;
    priority: string;
    /** A list of words as JSON. */
    labels: string;
    waiting_since: string;
    claimed_at: string | null;
    reminded_at: string | null;
    snoozed_until: string | null;
    due_at: string | null;
    staff_owns: number;
    /** Counts every write, so that of two at once one wins; `version` counts what a reply must not cross. */
    revision: Generated<number>;
  };
  /** Append-only history. */
  escalation_events: {
    seq: Generated<number>;
    escalation_id: string;
    kind: string;
    at: string;
    actor: string;
    name: string | null;
    text: string | null;
    /** The turn that caused it, so that a turn handled twice has one effect. */
    turn_id: string | null;
    /** Who is mentioned in a note: a list of names as JSON. */
    mentions: string | null;
  };
  /** Codes that open a question from any conversation: a keyed hash each. */
  collection_codes: { escalation_id: string; hash: string };
  /** Wrong codes of the last hour, by whom and for what they were brought. */
  collection_tries: { key: string; turn_id: string; at: string };
  /** Replies and notices on their way to the visitor. */
  outbox: {
    id: string;
    escalation_id: string;
    reply_text: string;
    reply_by: string;
    reply_at: string;
    status: 'waiting' | 'sending' | 'delivered' | 'uncertain' | 'failed' | 'dropped';
    attempts: number;
    /** Not before this time. */
    due_at: string;
    note: string | null;
    kind: Generated<string>;
    /** 'chat' or 'mail'. */
    route: Generated<string>;
    /** Counts who took it; only the latest may say what became of it. */
    fence: Generated<number>;
    /** While it is being sent: until when it is whose who took it. */
    lease_until: string | null;
    /** Since when it is tried, if not since it was written. */
    since: string | null;
    /** How many attempts may have arrived, for all we know. */
    unsure: Generated<number>;
  };
  /** What staff teach the bot: drafts, and what is laid over the knowledge files. */
  teachings: {
    id: string;
    at: string;
    updated_at: string;
    state: string;
    version: number;
    author: string;
    sent_at: string | null;
    approver: string | null;
    published_at: string | null;
    discarded_by: string | null;
    /** Id of the escalation it came from; no reference, for it may be erased. */
    escalation: string | null;
    /** The change as JSON. */
    body: string;
  };
  feedback: {
    channel: string;
    conversation_id: string;
    answer: string;
    entry: string;
    helpful: number;
    at: string;
  };
  /** What was asked, turn by turn, and what became of it: masked, for figures and for teaching. */
  asked: {
    /** Channel, conversation and turn: a turn that is run again is not counted again. */
    id: string;
    at: string;
    channel: string;
    conversation_id: string;
    language: string;
    /** Null where no question was asked. */
    question: string | null;
    outcome: string;
    entry: string | null;
    confidence: number | null;
    /** Reference of the escalation opened. */
    escalation: string | null;
  };
  /** Activities that came in at /api/messages, for a day: a repeat gets the stored response. */
  inbound: { key: string; at: string; status: number | null; body: string | null };
  /** Secrets the service made for itself on its first start (the Direct Line signing key). */
  secrets: { name: string; value: string };
  /** Views of the queue that staff keep. */
  saved_views: { owner: string; name: string; query: string };
  /** What staff write again and again. */
  text_modules: {
    id: string;
    version: number;
    keyword: string;
    language: string;
    text: string;
    changed_by: string;
    changed_at: string;
  };
  /** What administrators did, and what was deleted: only added to. */
  audit: { seq: Generated<number>; at: string; actor: string | null; action: string; subject: string };
  /** Everybody who ever signed in to the console. */
  people: {
    id: string;
    /** The OpenID provider's issuer; 'link' for those who came by a one-time link. */
    issuer: string;
    /** Who it is for that issuer. */
    subject: string;
    /** What colleagues and visitors see; nobody else has it. */
    name: string;
    /** The name as it is compared. */
    name_key: string;
    /** 1: chosen here, so the provider's does not replace it. */
    name_chosen: number;
    email: string | null;
    /** A list of roles as JSON. */
    roles: string;
    /** Which group of the provider gave which roles, as JSON. */
    grants: string;
    /** The console's language for this person; null: the browser's. */
    language: string | null;
    /** 0: deactivated. */
    active: number;
    created_at: string;
    seen_at: string;
  };
  /** What is done once by whichever instance comes first, such as a day's digest. */
  desk_marks: { name: string; at: string; done: number };
  staff_sessions: {
    id_hash: string;
    person_id: string;
    csrf: string;
    created_at: string;
    seen_at: string;
    /** When its person was deactivated: it is kept so that the next request can be told why it is refused. */
    ended_at: string | null;
  };
  sign_in_links: { token_hash: string; created_at: string; used_at: string | null };
}
