// All that bot/ may use of dialogs/.
export { type Action, actionSchema, parseAction } from './action.ts';
export { type AskedLog, type AskedRecord, keptQuestionLength } from './askedLog.ts';
export { type Assistant, type AssistantOptions, createAssistant } from './assistant.ts';
export { type Decided, type TurnOutcome, turnOutcomes } from './decided.ts';
export {
  addBusinessMinutes,
  type BusinessHours,
  dayAt,
  isOpen,
  minuteAt,
  momentOf,
  nextOpening,
} from './escalation/businessHours.ts';
export { clockStep } from './escalation/clockStep.ts';
export {
  type Bringer,
  type CollectionCodes,
  hideSecrets,
  secretLength,
} from './escalation/collectionCodes.ts';
export { type DeliveryKind, deliveriesOf, deliveryKinds, isOutdated } from './escalation/delivery.ts';
export {
  type DeskPlan,
  dueAt,
  knownQueue,
  type Priority,
  plainPlan,
  priorities,
  type Queue,
  queueFor,
} from './escalation/deskPlan.ts';
export { type Digest, digestDay, writeDigest } from './escalation/digest.ts';
export { isEmailAddress, maxEmailLength } from './escalation/emailAddress.ts';
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
export type {
  ChangeResult,
  EscalationCounts,
  EscalationFilter,
  EscalationStore,
  FeedbackStore,
} from './escalation/escalationStore.ts';
export { answersAll, heir, leavesGroup, replyTo } from './escalation/group.ts';
export { maxLabelLength, maxLabels, mentionsIn, normalLabel } from './escalation/labels.ts';
export { newEscalation } from './escalation/opening.ts';
export { isOverdue } from './escalation/patience.ts';
export { findReference, makeReference, nearestReference, referenceAlphabet } from './escalation/reference.ts';
export { parseRouting, type RoutingResult, unknownTopics } from './escalation/routing.ts';
export { applyCommand, type CommandResult, maxNameLength } from './escalation/rules.ts';
export {
  applyTeachingCommand,
  type Teaching,
  type TeachingCommand,
  type TeachingRefusal,
  type TeachingResult,
  type TeachingState,
  type TeachingStore,
  teachingStates,
} from './escalation/teaching.ts';
export { replyBefore, takenBack } from './escalation/undo.ts';
export {
  isVisitorCommandKind,
  type VisitorCommand,
  type VisitorCommandKind,
} from './escalation/visitorCommands.ts';
export { type OpeningHours, openingHours } from './escalation/waitingTime.ts';
export { type Masked, maskPrivate } from './maskPrivate.ts';
export { type UnsupportedKind, unsupported } from './notices.ts';
export { warmUp } from './reading/email.ts';
export type { Choice, Reply, ReplyKind } from './reply.ts';
export { staffNotice, staffReply } from './staff.ts';
export { type DialogState, emptyState, parseDialogState } from './state.ts';
export { type Labels, labels, mailTexts } from './texts/index.ts';
export { type ConversationKey, maxTextLength, type Turn } from './turn.ts';
