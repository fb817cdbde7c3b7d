// Whom a request counts for where there is a limit on how often one may come.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** @returns a key for limits: an IPv4 address, or the /64 an IPv6 address is in, for that is what one household or server has */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * @param trustedProxies how many proxies in front of us write into X-Forwarded-For whom they speak for. Each adds one address at
 *   the end; what stands before those was written by the client, who may write anything.
 */
export function createClientAddress(trustedProxies: number): ClientAddress {
  return (request) => {
    const socket = request.socket.remoteAddress ?? '';
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(bare);
    const chain = [...forwarded, socket];
    const named = chain.at(-1 - trustedProxies) ?? chain.at(0) ?? '';
    return group(isIP(named) === 0 ? socket : named);
  };
}

/** Some proxies write the port as well: "203.0.113.9:4711", "[2001:db8::1]:4711". */
function bare(text: string): string {
  const [, inBrackets, v4] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/u.exec(text.trim()) ?? [];
  return inBrackets ?? v4 ?? text.trim();
}

function group(address: string): string {
  // How a socket that listens on both kinds writes an IPv4 address.
  const v4 = address.replace(/^::ffff:(?=[\d.]+$)/iu, '');
  if (isIP(v4) !== 6) return v4;
  const [head = '', tail] = v4.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/u, ''))
    .join(':')}::/64`;
}
