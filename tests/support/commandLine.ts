// The command line of a script that people run by hand: its options, --help, and what it says to others.
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options as they were given; ends the process for --help, and with 2 for one that is unknown. */
export function readOptions<const Given extends Options>(usage: string, options: Given) {
  try {
    const { values } = parseArgs({
      options: { ...options, help: { type: 'boolean', default: false } as const },
    });
    if ('help' in values && values.help === true) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    return values;
  } catch (error) {
    return complain(usage, String(error instanceof Error ? error.message : error));
  }
}

/** Says what is wrong with the command line, and how it should be; ends the process with 2. */
export function complain(usage: string, what: string): never {
  process.stderr.write(`${what}\n\n${usage}\n`);
  process.exit(2);
}
