// Bytes over a socket, for what no client library would send.
import { connect, type Socket } from 'node:net';

/**
 * Sends bytes as they are and reads until the other side closes.
 * @returns everything that came back
 */
export function sendRaw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = openRaw(url, bytes);
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
  });
}

/** A connection that has sent these bytes and stays open. */
export function openRaw(url: string, bytes: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  // The other side may cut it: that is what the tests look for.
  socket.on('error', () => undefined);
  return socket;
}

/** A request with every byte chosen; it asks for the connection to be closed. */
export function get(target: string, headers: readonly string[] = ['Host: x']): string {
  return [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');
}
