// The staff's console at /console: everything wired.
import type { Request, Response, Server } from 'restify';
import { mountAssets } from './assets.ts';
import { mountDeliveries } from './deliveries/routes.ts';
import { createDoor, notFound, wordsOf } from './door.ts';
import { consoleHeaders } from './headers.ts';
import { mountInsight } from './insight/mountInsight.ts';
import { mountLiveEvents } from './liveEvents.ts';
import type { Console, ConsoleOptions } from './options.ts';
import { mountPeople } from './people/mountPeople.ts';
import { mountPrivacy } from './privacy/routes.ts';
import { mountQueue } from './queue/routes.ts';
import { mountEscalation } from './routes/escalation.ts';
import { mountSignIn } from './routes/signIn.ts';
import { mountSettings } from './settings/mountSettings.ts';
import { createSignIn } from './signIn.ts';
import { createSignInLinks } from './signInLinks.ts';
import { mountTeach } from './teach/routes.ts';
import { mountTextModules } from './textModules/routes.ts';

/**
 * Puts the console's routes on a server. It reads forms itself, so no body parser may run before it on /console; a plugin
 * that compresses responses must leave /console/events alone; query strings and cookies are read here too.
 * @returns what the rest of the service needs of it
 */
export function mountConsole(server: Server, options: ConsoleOptions): Console {
  const signIn = createSignIn(options.sessions, options.people, options.now);
  const links = createSignInLinks(signIn, options);

  // Before routing, so that the answers of the server itself (wrong method, no such page) carry them as well.
  server.pre((req: Request, res: Response, next: () => void) => {
    if (/^\/console(?:\/|$)/u.test(req.getPath())) {
      for (const [name, value] of Object.entries(consoleHeaders)) res.setHeader(name, value);
    }
    next();
  });

  const door = createDoor(server, options, signIn);
  mountAssets(server);
  mountSignIn(door, options, signIn, links);
  mountQueue(door, options);
  mountEscalation(door, options);
  mountPrivacy(door, options);
  mountTextModules(door, options);
  mountInsight(door, options);
  mountDeliveries(door, options);
  mountTeach(door, options);
  mountPeople(door, options);
  mountSettings(door, options);
  const endStreams = mountLiveEvents(server, door, options);
  door.open('/console/*', async ({ request }) => {
    const session = await door.watcher(request);
    return notFound(wordsOf(request, session), session);
  });

  return {
    newSignInLink: links.make,
    close: () => {
      links.close();
      endStreams();
    },
  };
}
