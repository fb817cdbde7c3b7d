// The whole wiring on one screen: what is made of what, in which order, and how it ends.
import { ConversationState } from 'botbuilder';
import type { Logger } from 'pino';
import { createAssistant, type Escalation, openingHours, unsupported, warmUp } from '../dialogs/index.ts';
import { entryText, formatFault, type KnowledgeBase, parseLanguage } from '../knowledge/index.ts';
import { Adapter } from './adapter.ts';
import { createBot } from './bot.ts';
import { mountConsole } from './console/mountConsole.ts';
import { createProvider } from './console/oidc/provider.ts';
import { createOverview } from './console/settings/overview.ts';
import { startDeskClock } from './desk/deskClock.ts';
import { readRouting, warnOfUnknownTopics } from './desk/readRouting.ts';
import { type DirectLine, mountDirectLine } from './directLine/index.ts';
import { createOrigins } from './directLine/origins.ts';
import { createTurns } from './directLine/turns.ts';
import { createBearerCheck } from './gate/bearer.ts';
import { mountMessages } from './gate/messages.ts';
import { createSigningKeys, openIdMetadataUrl, type SigningKeys } from './gate/signingKeys.ts';
import { createHandoffStatus, isForDesk } from './handoff.ts';
import { mountHealth } from './health.ts';
import { createClientAddress } from './http/clientAddress.ts';
import { defaultRates, type RateSettings } from './http/limits.ts';
import { closeServer, createServer } from './http/server.ts';
import { conversationOf } from './incoming.ts';
import { alone, sharedSignal } from './instances.ts';
import { createKeyedQueue } from './keyedQueue.ts';
import { learnInThread } from './knowledge/learnInThread.ts';
import { type LearntData, startLearning } from './knowledge/learnThread.ts';
import { createLiveKnowledge } from './knowledge/liveKnowledge.ts';
import { readOverlay } from './knowledge/overlay.ts';
import { withTaught } from './knowledge/withTaught.ts';
import { createLogIds } from './logIds.ts';
import { chatLink, createMailRoute } from './mail/mailRoute.ts';
import { createStaffMail } from './mail/staffMail.ts';
import { startOutboxWorker } from './outboxWorker.ts';
import { startRetentionWorker } from './privacy/retentionWorker.ts';
import { renderActivity } from './render/activity.ts';
import { newSecret } from './secrets.ts';
import { type Settings, servesChannels } from './settings.ts';
import { createSignal } from './signal.ts';
import { openDatabase } from './store/database.ts';
import { createSqlActivityLog } from './store/sqlActivityLog.ts';
import { createSqlAskedLog } from './store/sqlAskedLog.ts';
import { createSqlAudit } from './store/sqlAudit.ts';
import { createSqlBotState } from './store/sqlBotState.ts';
import { createSqlCollectionCodes } from './store/sqlCollectionCodes.ts';
import { createSqlDeliveries } from './store/sqlDeliveries.ts';
import { createSqlDeskMarks } from './store/sqlDeskMarks.ts';
import { createSqlEscalationStore } from './store/sqlEscalationStore.ts';
import { createSqlFeedbackStore } from './store/sqlFeedbackStore.ts';
import { createSqlInboundLog } from './store/sqlInboundLog.ts';
import { createSqlInsight } from './store/sqlInsight.ts';
import { createSqlOutbox, oldestDue } from './store/sqlOutbox.ts';
import { createSqlPeople } from './store/sqlPeople.ts';
import { createSqlPersonalData } from './store/sqlPersonalData.ts';
import { createSqlResumeSecrets } from './store/sqlResumeSecrets.ts';
import { createSqlSavedViews } from './store/sqlSavedViews.ts';
import { ownSecret } from './store/sqlSecrets.ts';
import { createSqlStaffSessions } from './store/sqlStaffSessions.ts';
import { createSqlTeachings } from './store/sqlTeaching.ts';
import { createSqlTextModules } from './store/sqlTextModules.ts';
import { staffNames } from './store/staffNames.ts';
import { createTeaching, taughtChanges } from './teaching.ts';
import { transcriptOf } from './transcript.ts';
import { createVisitorMessenger } from './visitorMessenger.ts';
import { mountWebChat } from './webChat/index.ts';

/** The knowledge can't be used; `faults` says where and why, a line each. */
export class KnowledgeFaultsError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super('The knowledge has faults.');
    this.faults = faults;
  }
}

/** Milliseconds a channel's connector has: a channel waits about 15 s for the turn it is part of (reliability S18, F4). */
const connectorTimeMs = 10_000;

export interface AppOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly now?: () => Date;
  readonly rates?: RateSettings;
  /** The knowledge, if it is being learnt already: it takes as long as loading the rest of the service. */
  readonly learning?: Promise<LearntData> | undefined;
  /** Tests bring keys of their own; everything else is the production path. */
  readonly signingKeys?: SigningKeys;
  /** Tests are less patient with a silent connector. */
  readonly connectorTimeMs?: number;
  /** Shows a fresh sign-in link to the operator; it is a secret, so it does not go into the log. */
  readonly onSignInLink?: (link: string) => void;
}

export interface App {
  /** Starts listening. @returns the origin it listens on */
  listen(): Promise<string>;
  /** A one-time link for staff, good for an hour. */
  newSignInLink(): Promise<string>;
  /** As it was at the start. */
  readonly knowledge: KnowledgeBase;
  readonly directLine: Pick<DirectLine, 'dropStreams'>;
  /** Takes no more, finishes what is under way, closes the database. */
  close(): Promise<void>;
}

/** Milliseconds after the service has told its address. */
const warmUpAfterMs = 1_000;

/**
 * Puts the service together.
 * @throws RoutingFaultsError, KnowledgeFaultsError, DatabaseHeldError, DatabaseUnusableError,
 * DatabaseUnreachableError
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings, log, now = () => new Date(), rates = defaultRates } = options;

  const logId = createLogIds(now);
  const { knowledgeFolder, modelCacheFile } = settings;
  const plan = await readRouting(settings.routingFile);
  const learning = learnInThread(options.learning ?? startLearning(knowledgeFolder, modelCacheFile));
  // Opened while the knowledge is still being learnt.
  const database = await openDatabase(settings.databaseUrl ?? settings.databaseFile);
  const { db, instances, close: closeDatabase } = database;
  const changed = sharedSignal(createSignal(), instances);
  const teachings = createSqlTeachings(db, changed.emit);
  const [ofFiles, overlay] = await Promise.all([learning, readOverlay(teachings)]);
  const first = overlay.taught.length > 0 ? await withTaught(settings, ofFiles, overlay) : ofFiles;
  if (!first.ok) {
    await closeDatabase();
    throw new KnowledgeFaultsError(first.faults.map(formatFault));
  }
  const live = createLiveKnowledge({
    ...{ folder: knowledgeFolder, cacheFile: modelCacheFile, first, log, onChange: changed.emit },
    ...{ overlay: teachings, firstOverlay: overlay },
  });
  changed.subscribe(live.lookNow);
  warnOfUnknownTopics(plan, live.current().base, log);
  const handsOver = settings.handoff === 'events';
  const escalations = createSqlEscalationStore(db, changed.emit, {
    plan,
    undoMs: settings.replyUndoMs,
    ...(handsOver ? { isForDesk } : {}),
  });
  const askedLog = createSqlAskedLog(db);
  const personalData = createSqlPersonalData(database);
  const audit = createSqlAudit(db);
  const activityLog = createSqlActivityLog(db);

  const server = createServer(log);
  const origins = createOrigins(settings.publicUrl, settings.webChatOrigins);
  const clientAddress = createClientAddress(settings.trustedProxies);
  let address = settings.publicUrl ?? '';

  const assistant = createAssistant({
    knowledge: live.current,
    escalations,
    feedback: createSqlFeedbackStore(db),
    codes: createSqlCollectionCodes(db, await ownSecret(db, 'collectionCodeKey', newSecret)),
    hours: openingHours(plan.hours),
    asked: askedLog,
    privacyUrl: settings.privacyUrl,
    mailsReplies: settings.mail !== null,
    onFault: (error) => log.error({ err: error }, 'a dialog could not store what it had to'),
  });
  const bot = createBot({
    assistant,
    state: new ConversationState(createSqlBotState(db, now)),
    now,
    onFault: (error) => log.error({ err: error }, 'a turn of a channel failed'),
    ...(handsOver ? { onEvent: createHandoffStatus({ escalations, now, log }) } : {}),
  });

  const turns = createTurns({
    log: activityLog,
    run: (activity, parts) => adapter.run(activity, (context) => bot.onTurn(context, parts)),
    apologise: (conversation, turnId) =>
      directLine.channel.post(
        conversation.id,
        renderActivity(unsupported('failure', parseLanguage(conversation.locale) ?? 'en'), 'directline'),
        `${turnId}-fault`,
        'bot',
      ),
    logger: log,
    logId,
    instances,
  });
  instances.hear((news) => {
    if (news.kind === 'appended') turns.nudge(news.conversation);
    if (news.kind === 'missed') turns.look();
  });
  const directLine = mountDirectLine(server, {
    log: activityLog,
    secrets: createSqlResumeSecrets(db),
    signingKey: settings.directLineSigningKey ?? (await ownSecret(db, 'directLineSigningKey', newSecret)),
    origins,
    rates,
    clientAddress,
    now,
    logger: log,
    onActivity: turns.wake,
    instances,
  });

  const lastSeen = async ({ conversation: { channel, id } }: Escalation) =>
    channel === 'directline' ? directLine.lastSeen(id) : null;

  const signingKeys = options.signingKeys ?? createSigningKeys({ url: openIdMetadataUrl, now });
  const adapter = new Adapter(settings.app, {
    ownChannel: directLine.channel,
    log,
    logId,
    connectorTimeMs: options.connectorTimeMs ?? connectorTimeMs,
  });
  const conversations = createKeyedQueue();
  const channelTurns = servesChannels(settings)
    ? mountMessages(server, {
        checkBearer: settings.app && createBearerCheck(settings.app.id, signingKeys, now),
        serviceUrlHosts: settings.serviceUrlHosts,
        inbound: createSqlInboundLog(db),
        now,
        log,
        run: (activity) => adapter.run(activity, bot.onChannelTurn),
        inTurn: (activity, work) => {
          const key = JSON.stringify(conversationOf(activity));
          return conversations.run(key, () => alone(instances, key, work));
        },
      })
    : async () => undefined;

  const { oidc, signInLinks, webChatOrigins } = settings;
  const issuer = oidc?.claimRules.issuer ?? null;
  const staffConsole = mountConsole(server, {
    escalations,
    transcript: (conversation) => transcriptOf(activityLog, conversation),
    plan,
    staffNames: () => staffNames(db),
    deliveries: createSqlDeliveries(db, changed.emit),
    undoMs: settings.replyUndoMs,
    reach: { byMail: settings.mail !== null, lastSeen },
    sessions: createSqlStaffSessions(db),
    people: createSqlPeople(db),
    organisation: oidc && {
      provider: createProvider({ ...oidc, issuer: oidc.claimRules.issuer, now }),
      claimRules: oidc.claimRules,
    },
    signInLinks,
    settingsOverview: createOverview({
      publicUrl: () => address,
      issuer,
      signInLinks,
      channels: settings.app !== null,
      webChatOrigins,
      knowledge: () => live.current().base,
      knowledgeFaults: live.faults,
    }),
    changes: changed,
    savedViews: createSqlSavedViews(db),
    textModules: createSqlTextModules(db),
    privacy: { data: personalData, audit, retention: settings.retention },
    knowledgeFaults: live.faults,
    insight: {
      source: createSqlInsight(db),
      changes: () => taughtChanges(teachings),
      entryQuestion: (id, language) => {
        const entry = live.current().base.byId.get(id);
        return entry ? entryText(entry, language).text.question : null;
      },
      audit: (_action, subject, { session }) =>
        audit.record({ at: now(), actor: session.name, action: 'figuresExported', subject }),
    },
    teach: createTeaching({
      ...{ teachings, live, settings, now, onRehearsed: changed.emit },
      recentQuestions: (limit) => askedLog.recentQuestions(limit),
    }),
    now,
    publicUrl: () => address,
    clientAddress,
    log,
    ...(options.onSignInLink ? { showSignInLink: options.onSignInLink } : {}),
  });
  mountWebChat(server, { privacyUrl: settings.privacyUrl, ownOrigin: origins.own });
  mountHealth(server, {
    oldestDue: () => oldestDue(db, now()),
    knowledgeFaults: live.faults,
    standings: live.standings,
    now,
  });

  // Loaded only where it is used: it takes a tenth of a second.
  const mailer = settings.mail && (await import('./mail/smtpMailer.ts')).createMailer(settings.mail, log);
  const mail =
    mailer &&
    createMailRoute({
      mailer,
      answersAreRead: Boolean(settings.mail?.replyTo),
      lastSeen,
      link: async (escalation) => {
        const conversation = await activityLog.conversation(escalation.conversation.id);
        return chatLink(address, conversation?.origin ?? null, escalation);
      },
    });
  const outbox = startOutboxWorker({
    outbox: createSqlOutbox(db, changed.emit),
    escalations,
    messenger: createVisitorMessenger({
      adapter,
      serviceUrlHosts: settings.serviceUrlHosts,
      loopbackOnly: settings.app === null,
      mail,
    }),
    ambiguous: settings.ambiguousDelivery,
    now,
    log,
  });
  changed.subscribe(outbox.wake);
  // A reply that can be taken back goes out once it can't be any more.
  changed.subscribe(() => void setTimeout(outbox.wake, settings.replyUndoMs + 50).unref());
  const forgetting = startRetentionWorker({
    data: personalData,
    audit,
    retention: settings.retention,
    now,
    log,
  });
  const clock = startDeskClock({
    escalations,
    plan,
    marks: createSqlDeskMarks(db),
    consoleUrl: () => `${address}/console`,
    mail: mailer ? createStaffMail(mailer) : undefined,
    now,
    log,
  });

  let warming: NodeJS.Timeout | undefined;
  let warmed: Promise<void> = Promise.resolve();
  return {
    knowledge: live.current().base,
    directLine,
    newSignInLink: () => staffConsole.newSignInLink(),
    listen: async () => {
      await new Promise<void>((resolve, reject) => {
        // restify passes the error of a failed listen on as its own.
        server.once('error', reject);
        server.listen(settings.port, settings.host, resolve);
      });
      const bound = server.address();
      const origin = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${bound.port}`;
      address ||= origin;
      turns.start();
      live.watch();
      // What the first "@" would have to wait for is loaded once whoever waited for the start has an answer.
      warming = setTimeout(() => {
        warmed = warmUp().catch((error: unknown) => log.error({ err: error }, 'addresses can not be read'));
      }, warmUpAfterMs).unref();
      return origin;
    },
    close: async () => {
      clearTimeout(warming);
      staffConsole.close();
      directLine.close();
      await Promise.all([
        closeServer(server).then(channelTurns),
        turns.stop(),
        outbox.stop(),
        forgetting.stop(),
        clock.stop(),
      ]);
      await warmed;
      await live.close();
      await closeDatabase();
    },
  };
}
