// npm run ask: the bot in a terminal, for a question, a conversation, or a program that writes lines of JSON.
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  formatFault,
  type Language,
  languages,
  type MatchResult,
  parseLanguage,
  type Verdict,
} from '../knowledge/index.ts';
import { modelCacheFile } from './cacheFolder.ts';
import { parseJson } from './http/body.ts';
import { learnInThread } from './knowledge/learnInThread.ts';
import { startLearning } from './knowledge/learnThread.ts';
import { createTerminal, type Terminal, type TerminalTurn } from './terminal.ts';

const help = `Ask the bot in a terminal. It is a rehearsal: nothing you ask here is sent to staff or kept.

  npm run ask                                a conversation; end it with Ctrl+D
  npm run ask -- what is ICLEI               one question
  npm run ask -- --why what is ICLEI         the same, with the matches and the reasons
  npm run --silent ask -- --json             reads one JSON object a line from standard input,
                                             {"conversation": "a", "text": "hi", "locale": "de"} (locale may be left out),
                                             and writes one a line, in the same order

  --why            show what the matcher found and why it decided so
  --json           lines of JSON in and out; exit status 1 if a line could not be read
  --locale LANG    the language to start in: en, es, pt, fr or de
  --knowledge DIR  another knowledge folder
  --help           this text
`;

const rehearsal = 'A rehearsal: nothing you ask here is sent to staff or kept.';
const inputSchema = z.object({ conversation: z.string(), text: z.string(), locale: z.string().nullish() });

const { values, positionals } = readArguments();
// Whoever reads has had enough ("… | head -1").
process.stdout.on('error', () => process.exit(1));
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (values.json && positionals.length > 0) {
  fail(
    `--json reads questions from standard input, so "${positionals.join(' ')}" would be lost. Leave out one of the two.`,
  );
}
const locale = parseLanguage(values.locale);
if (values.locale !== undefined && locale === null) {
  fail(`--locale ${values.locale}: no language of the bot. Give one of ${languages.join(', ')}.`);
}
const folder = values.knowledge ?? fileURLToPath(new URL('../knowledge', import.meta.url));
// The service's own model, if it is of the same knowledge: the answer comes a second sooner.
const learnt = await learnInThread(startLearning(folder, modelCacheFile()));
if (!learnt.ok) fail(learnt.faults.map(formatFault).join('\n'));
const once = !values.json && positionals.length > 0;
const terminal = await createTerminal(learnt.knowledge, () => new Date(), once ? 'listed' : 'numbered');
const why = values.why ?? false;

if (values.json) await answerLines(terminal);
else if (once) await rehearse(positionals.join(' '));
else await converse();
await terminal.close();

/** Standard output is what the bot says, and nothing else. */
async function rehearse(question: string): Promise<void> {
  const { escalation } = await answerOne(question);
  if (escalation !== null) process.stderr.write(`(${rehearsal})\n`);
}

async function answerOne(text: string): Promise<TerminalTurn> {
  if (why) process.stdout.write(`${reasons(terminal.why('terminal', text, locale))}\n`);
  const turn = await terminal.say('terminal', text, locale);
  process.stdout.write(`${turn.reply}\n`);
  return turn;
}

async function converse(): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' });
  process.stdout.write(`(${rehearsal} Ctrl+D ends it.)\n\n${terminal.welcome(locale ?? 'en')}\n`);
  lines.prompt();
  for await (const line of lines) {
    process.stdout.write('\n');
    await answerOne(line);
    lines.prompt();
  }
  process.stdout.write('\n');
}

async function answerLines(bot: Terminal): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    // Windows' editors begin a file with a byte order mark.
    const input = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (input.trim() === '') continue;
    const read = readLine(input);
    if (!read.ok) {
      process.exitCode = 1;
      process.stdout.write(
        `${JSON.stringify({ conversation: null, error: `line ${number}: ${read.error}` })}\n`,
      );
      continue;
    }
    const { conversation, text, language } = read;
    const reason = why ? { why: reasons(bot.why(conversation, text, language)) } : {};
    const turn: TerminalTurn = await bot.say(conversation, text, language);
    const { kind, entry, confidence, reply, escalation } = turn;
    process.stdout.write(
      `${JSON.stringify({ conversation, text, kind, entry, confidence, language: turn.language, reply, escalation, ...reason })}\n`,
    );
  }
}

type Line =
  | {
      readonly ok: true;
      readonly conversation: string;
      readonly text: string;
      readonly language: Language | null;
    }
  | { readonly ok: false; readonly error: string };

function readLine(line: string): Line {
  const read = inputSchema.safeParse(parseJson(line));
  if (!read.success) {
    const error = 'give a JSON object like {"conversation": "a", "text": "What is ICLEI?", "locale": "en"}';
    return { ok: false, error };
  }
  const { conversation, text, locale: tag } = read.data;
  const own = parseLanguage(tag);
  if (tag && own === null) {
    return { ok: false, error: `"locale" must be one of ${languages.join(', ')}, or left out` };
  }
  return { ok: true, conversation, text, language: own ?? locale };
}

function reasons({ result, verdict }: { result: MatchResult; verdict: Verdict }): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(5);
  return [
    `Verdict: ${verdict.kind}. ${verdict.reason}`,
    `Language: ${result.language} (${percent(result.languageConfidence).trim()} sure). Known words: ${percent(result.coverage).trim()}.`,
    ...(result.unknownWords.length > 0 ? [`No entry covers: ${result.unknownWords.join(', ')}`] : []),
    ...result.repairs.map(({ typed, used }) => `Spelling: "${typed}" read as "${used}"`),
    ...result.synonyms.map(({ typed, term }) => `Synonym: "${typed}" means "${term}"`),
    ...result.matches
      .slice(0, 5)
      .map(
        (match) =>
          `${percent(match.confidence)}  ${match.entry.id}  nearest "${match.phrasing}"${match.matchedWords.length > 0 ? `, by: ${match.matchedWords.join(', ')}` : ''}`,
      ),
    '',
  ].join('\n');
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        why: { type: 'boolean' },
        json: { type: 'boolean' },
        locale: { type: 'string' },
        knowledge: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : ''}\nSee npm run ask -- --help`);
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
