// The messages of a period as a file: a table for spreadsheets, or JSON for programs. Made as it is read.
import { byteOrderMark, type Cell, csvRow } from '../../export/csv.ts';
import type { Answer } from '../visit.ts';
import type { Period } from './period.ts';
import type { ExportedTurn } from './source.ts';

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Rows are sent in pieces of so many. */
const rowsAtOnce = 200;

const columns: readonly (keyof ExportedTurn)[] = [
  'at',
  'conversation',
  'channel',
  'language',
  'outcome',
  'entry',
  'confidence',
  'question',
];

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

export function exportFile(
  format: ExportFormat,
  { from, to }: Period,
  turns: AsyncIterable<ExportedTurn>,
): Answer {
  const lines = format === 'csv' ? csvLines(turns) : jsonLines({ from, to }, turns);
  return {
    kind: 'file',
    type: types[format],
    name: `iclei-questions-${from}-to-${to}.${format}`,
    body: inPieces(lines),
  };
}

async function* csvLines(turns: AsyncIterable<ExportedTurn>): AsyncGenerator<string> {
  yield byteOrderMark + csvRow(columns);
  for await (const turn of turns) yield csvRow(columns.map((column): Cell => turn[column]));
}

/** One turn a line, so that it can be read line by line, too. */
async function* jsonLines(period: Period, turns: AsyncIterable<ExportedTurn>): AsyncGenerator<string> {
  yield `{"from":${JSON.stringify(period.from)},"to":${JSON.stringify(period.to)},"messages":[`;
  let before = '\n';
  for await (const turn of turns) {
    yield before + JSON.stringify(turn, [...columns]);
    before = ',\n';
  }
  yield '\n]}\n';
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece: string[] = [];
  for await (const line of lines) {
    piece.push(line);
    if (piece.length < rowsAtOnce) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
