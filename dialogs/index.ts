// All that bot/ may use of dialogs/.
export { type Action, actionSchema, parseAction } from './action.ts';
export type {
  Escalation,
  EscalationCommand,
  EscalationDraft,
  EscalationEvent,
  EscalationStatus,
  Refusal,
} from './escalation/escalation.ts';
export type { ChangeResult, EscalationStore, FeedbackStore } from './escalation/escalationStore.ts';
export type { Choice, Reply, ReplyKind } from './reply.ts';
export { type ConversationKey, maxTextLength, type Turn } from './turn.ts';
