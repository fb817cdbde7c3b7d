// Where replies may be posted: a serviceUrl comes with the request, and a token would go there with the reply.
import { isLoopback } from '../loopback.ts';

/** Microsoft's connector hosts. Not *.trafficmanager.net: anyone can register a name there. */
const microsoftHosts = ['smba.trafficmanager.net'] as const;
const microsoftDomain = '.botframework.com';

/** Stands for our own web chat, whose replies never leave the process; no request can carry it through the gate. */
export const ownServiceUrl = 'urn:iclei-question-bot:web-chat';

/**
 * May a reply go to this address?
 * @param extraHosts exact host names from the settings
 * @param loopbackOnly true without an app registration: only clients on this machine are served then
 */
export function isAllowedServiceUrl(
  serviceUrl: string,
  extraHosts: readonly string[],
  loopbackOnly: boolean,
): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackOnly)
    return (url.protocol === 'http:' || url.protocol === 'https:') && isLoopback(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  const host = url.hostname.toLowerCase();
  return (
    microsoftHosts.some((known) => known === host) ||
    host.endsWith(microsoftDomain) ||
    extraHosts.includes(host)
  );
}
