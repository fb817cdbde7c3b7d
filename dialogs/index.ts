// All that bot/ may use of dialogs/.
export { type Action, actionSchema, parseAction } from './action.ts';
export { type Assistant, type AssistantOptions, createAssistant } from './assistant.ts';
export {
  type Bringer,
  type CollectionCodes,
  hideSecrets,
  secretLength,
} from './escalation/collectionCodes.ts';
export {
  type Escalation,
  type EscalationCause,
  type EscalationCommand,
  type EscalationDraft,
  type EscalationEvent,
  type EscalationStatus,
  escalationActors,
  escalationEventKinds,
  escalationStatuses,
  type Refusal,
  type StaffReply,
  type Tried,
  triedSchema,
} from './escalation/escalation.ts';
export type { ChangeResult, EscalationStore, FeedbackStore } from './escalation/escalationStore.ts';
export { answersAll, heir, leavesGroup, replyTo } from './escalation/group.ts';
export { makeReference, referenceAlphabet } from './escalation/reference.ts';
export { applyCommand, type CommandResult, maxEmailLength } from './escalation/rules.ts';
export {
  isVisitorCommandKind,
  type VisitorCommand,
  type VisitorCommandKind,
} from './escalation/visitorCommands.ts';
export type { OpeningHours } from './escalation/waitingTime.ts';
export { type Masked, maskPrivate } from './maskPrivate.ts';
export { type UnsupportedKind, unsupported } from './notices.ts';
export { warmUp } from './reading/email.ts';
export type { Choice, Reply, ReplyKind } from './reply.ts';
export { staffReply } from './staff.ts';
export { type DialogState, emptyState, parseDialogState } from './state.ts';
export { type Labels, labels } from './texts/index.ts';
export { type ConversationKey, maxTextLength, type Turn } from './turn.ts';
