// CloudAdapter, with two changes: it runs a turn for a request that our gate has let in, and it sends by itself. What is for our
// own web chat goes into the activity log, what is for other channels to their connector, once.
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ConnectorClient,
} from 'botframework-connector';
import type { Logger } from 'pino';
import { z } from 'zod';
import { postActivity } from './connector.ts';
import { ownServiceUrl } from './gate/serviceUrl.ts';
import type { LogId } from './logIds.ts';
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

export interface AdapterOptions {
  readonly ownChannel: OwnChannel;
  readonly log: Pick<Logger, 'error'>;
  readonly logId: LogId;
  /** Milliseconds a connector has to take all that is sent at once. */
  readonly connectorTimeMs: number;
}

/** Marks a turn as a delivery of the outbox's. */
const deliveryKey = Symbol('delivery');

/** The outbox id of what is delivered, and who speaks. */
const deliveredSchema = z.object({ id: z.string(), sender: z.enum(['bot', 'staff']) });
type Delivered = z.infer<typeof deliveredSchema>;

export class Adapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #appId: string;
  readonly #options: AdapterOptions;
  /** How many messages a turn has sent: part of their ids, so that a turn run again after a crash sends none twice. */
  readonly #sent = new WeakMap<TurnContext, number>();

  constructor(app: Settings['app'], options: AdapterOptions) {
    const authentication = createAuthentication(app);
    super(authentication);
    this.#authentication = authentication;
    this.#appId = app?.id ?? '';
    this.#options = options;
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

  /** Brings a reply or a notice into a conversation, outside any turn of the visitor's. */
  async deliver(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    delivered: Delivered,
  ): Promise<void> {
    await this.continueConversationAsync(this.#appId, reference, async (context) => {
      context.turnState.set(deliveryKey, delivered);
      await context.sendActivity(activity);
    });
  }

  override sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const delivery = deliveredSchema
      .nullable()
      .catch(null)
      .parse(context.turnState.get(deliveryKey) ?? null);
    return context.activity.serviceUrl === ownServiceUrl
      ? this.#log(context, activities, delivery)
      : this.#post(context, activities, delivery);
  }

  async #log(
    context: TurnContext,
    activities: Partial<Activity>[],
    delivery: Delivered | null,
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      // A sign of typing is not kept, and may be left out the next time: it must not shift the ids.
      const count = (this.#sent.get(context) ?? 0) + (activity.type === ActivityTypes.Message ? 1 : 0);
      this.#sent.set(context, count);
      const id = delivery?.id ?? `${context.activity.id ?? 'proactive'}-reply-${count}`;
      const sender = delivery?.sender ?? 'bot';
      await this.#options.ownChannel.post(context.activity.conversation.id, activity, id, sender);
      responses.push({ id });
    }
    return responses;
  }

  async #post(
    context: TurnContext,
    activities: Partial<Activity>[],
    delivery: Delivered | null,
  ): Promise<ResourceResponse[]> {
    const { log, logId, connectorTimeMs } = this.#options;
    const { serviceUrl, conversation } = context.activity;
    const signal = AbortSignal.timeout(connectorTimeMs);
    const responses: ResourceResponse[] = [];
    try {
      for (const activity of activities)
        responses.push({ id: await postActivity(serviceUrl, activity, () => this.#token(context), signal) });
    } catch (error) {
      if (delivery !== null) throw error;
      // A connector's refusal undoes nothing of the turn: what it has stored stays, and staff see a question that was handed over.
      const unsent = activities.length - responses.length;
      log.error({ err: error, conversation: logId(conversation.id), unsent }, 'replies were not taken');
    }
    return responses;
  }

  /** A token for the connector of this turn; the SDK keeps it until it ends. */
  async #token(context: TurnContext): Promise<string | null> {
    const client: unknown = context.turnState.get(this.ConnectorClientKey);
    if (!(client instanceof ConnectorClient) || !(client.credentials instanceof AppCredentials)) return null;
    return client.credentials.appId ? client.credentials.getToken() : null;
  }
}

/** The production authentication: Microsoft's public cloud, with the credentials of the settings. */
function createAuthentication(app: Settings['app']): BotFrameworkAuthentication {
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
