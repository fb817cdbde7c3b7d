// Questions and answers on the terminal; the answers may come from a pipe as well.
import { createInterface } from 'node:readline/promises';

/** Standard input ended before everything was told. */
export class InputEnded extends Error {}

export interface Dialogue {
  say(text: string): void;
  /** @returns what is typed, without blanks around it */
  ask(prompt: string): Promise<string>;
  /** @returns the lines up to an empty one, without blanks at their ends */
  askLines(prompt: string): Promise<string[]>;
  confirm(prompt: string): Promise<boolean>;
  close(): void;
}

/** A dialogue over standard input and output. */
export function openDialogue(): Dialogue {
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
  });
  let closed = false;
  terminal.once('close', () => {
    closed = true;
  });
  // From now on every line is kept until it is asked for: a pipe brings them all at once.
  const lines = terminal[Symbol.asyncIterator]();

  const read = async (prompt: string): Promise<string> => {
    // Only on a terminal is there a line to edit; a pipe may have been closed already, with lines left to read.
    if (process.stdin.isTTY && !closed) {
      terminal.setPrompt(prompt);
      terminal.prompt();
    } else process.stdout.write(prompt);
    const next = await lines.next();
    if (next.done) throw new InputEnded('The input ended before the entry was complete.');
    return next.value.trimEnd();
  };
  const ask = async (prompt: string) => (await read(prompt)).trim();
  return {
    say: (text) => {
      process.stdout.write(`${text}\n`);
    },
    ask,
    askLines: async (prompt) => {
      const told: string[] = [];
      for (;;) {
        const line = await read(prompt);
        if (line === '') return told;
        told.push(line);
      }
    },
    confirm: async (prompt) => {
      for (;;) {
        const answer = (await ask(`${prompt} (yes/no) `)).toLowerCase();
        if (answer === 'yes' || answer === 'y') return true;
        if (answer === 'no' || answer === 'n') return false;
        process.stdout.write('Type yes or no.\n');
      }
    },
    close: () => terminal.close(),
  };
}
