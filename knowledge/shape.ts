// Holds a parsed file against its schema and says each difference in a sentence, at its place.
import type { z } from 'zod';
import { closest } from './closest.ts';
import type { Fault, Place } from './fault.ts';
import type { ValuePath } from './places.ts';
import type { YamlFile } from './yamlFile.ts';

export type ShapeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a file's value with a schema.
 * @returns the value, or every fault at once
 */
export function readShape<T>(file: YamlFile, schema: z.ZodType<T>): ShapeResult<T> {
  const result = schema.safeParse(file.value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(file, issue)) };
}

function faultsOf(file: YamlFile, issue: z.core.$ZodIssue): Fault[] {
  const fault = (place: Place, message: string): Fault => ({ severity: 'fault', ...place, message });
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const { subject, noun, rest } = subjectOf(file.value, path);
  if (issue.code === 'unrecognized_keys') {
    // For unknown fields the schema's message is the list of the known ones, see `fields` in schema.ts.
    const known = issue.message.split(', ');
    return issue.keys.map((key) => {
      const near = closest(key, known);
      const advice = near ? `Did you mean "${near}"?` : `Known here: ${issue.message}.`;
      return fault(
        file.atKey(path, key),
        `${subject} has an unknown field "${key}"${inside(rest)}. ${advice}`,
      );
    });
  }
  const value = valueAt(file.value, path);
  const key = rest.at(-1);
  if (value === undefined && typeof key === 'string') {
    const message = `${subject} has no ${key}${inside(rest.slice(0, -1))}. Add "${key}:" or remove the ${noun}.`;
    return [fault(file.at(path), message)];
  }
  if (value === undefined && rest.length > 0) {
    const message = `${subject}: ${dotted(rest.slice(0, -1))} is empty. Add at least one line.`;
    return [fault(file.at(path), message)];
  }
  const named = rest.length > 0 ? `${subject}: ${dotted(rest)}` : subject;
  if (value === null) return [fault(file.at(path), `${named} is empty. Write it or remove the line.`)];
  return [fault(file.at(path), `${named} ${issue.message}.`)];
}

/** What a curator calls the thing a path leads into, and the rest of the path inside it. */
function subjectOf(value: unknown, path: ValuePath): { subject: string; noun: string; rest: ValuePath } {
  const [first, second, ...deeper] = path;
  if (typeof first === 'number') {
    const name = valueAt(value, [first, 'id']) ?? valueAt(value, [first, 'term']);
    const subject = typeof name === 'string' ? `"${name}"` : `Number ${first + 1} of the list`;
    return { subject, noun: 'entry', rest: path.slice(1) };
  }
  if (first === 'facts' && second !== undefined)
    return { subject: `"${second}"`, noun: 'fact', rest: deeper };
  return { subject: 'The file', noun: 'file', rest: path };
}

function valueAt(value: unknown, path: ValuePath): unknown {
  let found: unknown = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}

function inside(path: ValuePath): string {
  return path.length > 0 ? ` in ${dotted(path)}` : '';
}

/** en.phrasings[3]: list items count from 1, as people do. */
function dotted(path: ValuePath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : `${index > 0 ? '.' : ''}${key}`))
    .join('');
}
