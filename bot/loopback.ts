// This machine's own addresses.
import { isIP } from 'node:net';

/** Is this address reachable from this machine only? */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/gu, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
