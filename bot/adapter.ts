// CloudAdapter, with two changes: it runs a turn for a request that our gate has let in, and what it sends to our own web
// chat goes into the activity log instead of out over the network.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication } from 'botframework-connector';
import { ownServiceUrl } from './gate/serviceUrl.ts';
import type { Settings } from './settings.ts';

/** Where activities for our own web chat go. */
export interface OwnChannel {
  /**
   * Keeps and shows an activity.
   * @param id the same id is kept once, however often it is sent
   * @param sender who speaks: the bot itself, or staff through it
   */
  post(
    conversationId: string,
    activity: Partial<Activity>,
    id: string,
    sender: 'bot' | 'staff',
  ): Promise<void>;
}

/** Carries the outbox id of a delivery to the own channel. */
const deliveryKey = Symbol('delivery');

export class Adapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #ownChannel: OwnChannel;
  readonly #appId: string;
  /** How many activities a turn has sent: part of their ids, so that a turn run again after a crash sends none twice. */
  readonly #sent = new WeakMap<TurnContext, number>();

  constructor(authentication: BotFrameworkAuthentication, appId: string, ownChannel: OwnChannel) {
    super(authentication);
    this.#authentication = authentication;
    this.#appId = appId;
    this.#ownChannel = ownChannel;
  }

  /**
   * Runs a turn for an activity that our gate or our Direct Line endpoint has let in.
   * @returns what an invoke or an expectReplies caller gets
   */
  run(
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const caller = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.#authentication.createConnectorFactory(claimsIdentity),
    };
    return this.processActivity(caller, activity, logic);
  }

  /** Brings a staff reply into a conversation, outside any turn of the visitor's. */
  async deliver(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    deliveryId: string,
  ): Promise<void> {
    await this.continueConversationAsync(this.#appId, reference, async (context) => {
      context.turnState.set(deliveryKey, deliveryId);
      await context.sendActivity(activity);
    });
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    if (context.activity.serviceUrl !== ownServiceUrl) return super.sendActivities(context, activities);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const count = (this.#sent.get(context) ?? 0) + 1;
      this.#sent.set(context, count);
      const delivery: unknown = context.turnState.get(deliveryKey);
      const id =
        typeof delivery === 'string' ? delivery : `${context.activity.id ?? 'proactive'}-reply-${count}`;
      const sender = typeof delivery === 'string' ? 'staff' : 'bot';
      await this.#ownChannel.post(context.activity.conversation.id, activity, id, sender);
      responses.push({ id });
    }
    return responses;
  }
}

/** The production authentication: Microsoft's public cloud, with the credentials of the settings. */
export function createAuthentication(app: Settings['app']): BotFrameworkAuthentication {
  if (app === null) return new ConfigurationBotFrameworkAuthentication({});
  return new ConfigurationBotFrameworkAuthentication(
    {},
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: app.id,
      MicrosoftAppType: app.type,
      ...(app.password === null ? {} : { MicrosoftAppPassword: app.password }),
      ...(app.tenantId === null ? {} : { MicrosoftAppTenantId: app.tenantId }),
    }),
  );
}
