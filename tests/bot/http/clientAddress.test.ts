import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { createClientAddress } from '../../../bot/http/clientAddress.ts';

function from(socketAddress: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: socketAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}

describe('A client counts', () => {
  test.each([
    [0, '203.0.113.9', undefined, '203.0.113.9'],
    [0, '::ffff:203.0.113.9', undefined, '203.0.113.9'],
    // Nobody is trusted: the header is the client's own invention.
    [0, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    [1, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    [1, '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    [1, '127.0.0.1', 'nonsense, <script>,203.0.113.9:4711', '203.0.113.9'],
    [1, '127.0.0.1', '[2001:db8::1]:4711', '2001:db8:0:0::/64'],
    [2, '127.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.7', '203.0.113.9'],
    // Fewer stations than trusted: nobody stood before the first.
    [2, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    [1, '127.0.0.1', undefined, '127.0.0.1'],
    [1, '127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
  ])('behind %d proxies, from %s, forwarded for %s, as %s', (proxies, socket, forwarded, expected) => {
    expect(createClientAddress(proxies)(from(socket, forwarded))).toBe(expected);
  });

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ])('with all others of its /64: %s as %s', (address, expected) => {
    expect(createClientAddress(0)(from(address))).toBe(expected);
  });
});
