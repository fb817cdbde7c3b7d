// One turn, from the SDK's side: read the activity and the state, let the dialogs speak, send, and write the state.
import {
  type Activity,
  ActivityTypes,
  type ConversationState,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import {
  type Assistant,
  type DialogState,
  parseDialogState,
  type Reply,
  unsupported,
} from '../dialogs/index.ts';
import { type Language, parseLanguage } from '../knowledge/index.ts';
import { type Incoming, readMessage } from './incoming.ts';
import { renderActivity } from './render/activity.ts';

/** The messages that one turn answers together, after its first: people write a question in pieces. */
export interface TurnParts {
  /** Their texts, where that was settled when the turn was run before; null while it is open. */
  readonly settled: readonly string[] | null;
  /** The text of the visitor's next message if one comes within about a second, else null. */
  next(): Promise<string | null>;
  /**
   * Writes down what belongs to the turn. It comes before all that the turn does: run again after a crash, the turn finds its own
   * effects, so a message that joined it only then would have none.
   */
  settle(): Promise<void>;
}

export interface Bot {
  /** @param parts for channels on which several messages in a row are taken as one question */
  onTurn(context: TurnContext, parts?: TurnParts): Promise<void>;
  /** A turn of a channel that can't be run again: what fails is told to the visitor, and not to the channel. */
  onChannelTurn(context: TurnContext): Promise<void>;
}

/** Messages that are taken together at most, besides the first. */
const mostParts = 5;

export function createBot(options: {
  assistant: Assistant;
  state: ConversationState;
  now: () => Date;
  onFault: (error: unknown) => void;
  /** An event of the channel's, or of a desk behind it. */
  onEvent?: (activity: Activity) => Promise<void>;
}): Bot {
  const { assistant, state, now, onFault, onEvent } = options;
  const accessor: StatePropertyAccessor<unknown> = state.createProperty('dialog');

  async function say(context: TurnContext, replies: readonly Reply[]): Promise<void> {
    if (replies.length === 0) return;
    await context.sendActivities(replies.map((reply) => renderActivity(reply, context.activity.channelId)));
  }

  async function read(
    context: TurnContext,
    dialog: DialogState,
    parts: TurnParts | undefined,
  ): Promise<Incoming> {
    const more: string[] = [...(parts?.settled ?? [])];
    let incoming = readMessage(context.activity, more, now());
    if (parts?.settled !== null || incoming.kind !== 'turn' || incoming.turn.action !== null) return incoming;
    while (
      incoming.kind === 'turn' &&
      more.length < mostParts &&
      assistant.waitsForMore(dialog, incoming.turn.text)
    ) {
      await context.sendActivity({ type: ActivityTypes.Typing });
      const next = await parts.next();
      if (next === null) break;
      more.push(next);
      incoming = readMessage(context.activity, more, now());
    }
    await parts.settle();
    return incoming;
  }

  async function onMessage(
    context: TurnContext,
    dialog: DialogState,
    parts: TurnParts | undefined,
  ): Promise<DialogState> {
    const incoming = await read(context, dialog, parts);
    switch (incoming.kind) {
      case 'turn': {
        const handled = await assistant.handle(dialog, incoming.turn);
        await say(context, handled.replies);
        return handled.state;
      }
      case 'outdatedButton':
      case 'attachment':
        await say(context, [unsupported(incoming.kind, dialog.language ?? incoming.turn.locale ?? 'en')]);
        return dialog;
    }
  }

  async function onTurn(context: TurnContext, parts?: TurnParts): Promise<void> {
    const { activity } = context;
    if (activity.type === ActivityTypes.ConversationUpdate) {
      if (botWasAdded(activity)) await say(context, assistant.welcome(languageOf(activity)));
      return;
    }
    if (activity.type === ActivityTypes.Event) await onEvent?.(activity);
    if (activity.type !== ActivityTypes.Message) return;
    const dialog = parseDialogState(await accessor.get(context, null));
    await accessor.set(context, await onMessage(context, dialog, parts));
    await state.saveChanges(context);
  }

  return {
    onTurn,
    onChannelTurn: async (context) => {
      try {
        await onTurn(context);
      } catch (error) {
        onFault(error);
        // Who said nothing, or has been answered, does not need to know that something after it went wrong.
        if (context.activity.type !== ActivityTypes.Event && !context.responded)
          await say(context, [unsupported('failure', languageOf(context.activity))]);
      }
    },
  };
}

/** The welcome comes once, when the bot itself joins; our own web chat, emulators and Teams all tell it this way. */
function botWasAdded(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id === activity.recipient.id);
}

function languageOf(activity: Activity): Language {
  return parseLanguage(activity.locale) ?? 'en';
}
