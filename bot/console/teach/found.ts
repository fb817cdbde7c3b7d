// The teaching that an address names, and the version that a form was begun with.
import { z } from 'zod';
import type { Teaching, TeachingStore } from '../../../dialogs/index.ts';
import { type Door, notFound } from '../door.ts';
import type { Answer, Fields, StaffVisit } from '../visit.ts';
import { type TeachTexts, teachWords } from './texts.ts';

export const root = '/console/teach';

/** The page of a teaching. */
export function pathOf({ id }: Pick<Teaching, 'id'>): string {
  return `${root}/${encodeURIComponent(id)}`;
}

const idSchema = z.object({ id: z.string().min(1).max(100) });
const versionSchema = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);

/** Versions count from 1: 0 is always refused. */
export function versionOf(fields: Fields): number {
  const parsed = versionSchema.safeParse(fields.version);
  return parsed.success ? parsed.data : 0;
}

/** Routes for curators about one teaching; what is not there is answered like any other address. */
export function createRoutes(door: Door, teachings: Pick<TeachingStore, 'byId'>) {
  async function find({ request }: StaffVisit): Promise<Teaching | null> {
    const params: unknown = request.params;
    const parsed = idSchema.safeParse(params);
    return parsed.success ? teachings.byId(parsed.data.id) : null;
  }
  return {
    /** @param path below the teaching's own */
    page(path: string, handle: (visit: StaffVisit, teaching: Teaching) => Promise<Answer>): void {
      const answer = async (visit: StaffVisit) => {
        const teaching = await find(visit);
        return teaching ? handle(visit, teaching) : notFound(visit.words, visit.session);
      };
      door.staff(`${root}/:id${path}`, answer, 'curator');
    },
    form(
      action: string,
      handle: (visit: StaffVisit, teaching: Teaching, fields: Fields, t: TeachTexts) => Promise<Answer>,
    ): void {
      const answer = async (visit: StaffVisit, fields: Fields) => {
        const teaching = await find(visit);
        return teaching
          ? handle(visit, teaching, fields, teachWords(visit.words))
          : notFound(visit.words, visit.session);
      };
      door.staffForm(`${root}/:id/${action}`, answer, 'curator');
    },
  };
}
