// Teaching: the list, the form, and each teaching's page.
import type { Door } from '../door.ts';
import type { ConsoleOptions } from '../options.ts';
import { pageAnswer } from '../visit.ts';
import { mountForms } from './formRoutes.ts';
import { root } from './found.ts';
import { mountPublication } from './publication.ts';
import { listPage } from './views/listPage.ts';

/** Teachings of a list: older ones have long been in the files. */
const mostListed = 300;

export function mountTeach(door: Door, options: ConsoleOptions): void {
  const { teachings, standings } = options.teach;
  door.staff(
    root,
    async ({ words, session }) => {
      const list = await teachings.list(['draft', 'published', 'exported'], mostListed);
      return pageAnswer(200, listPage({ words, session, teachings: list, standings: standings() }));
    },
    'curator',
  );

  mountForms(door, options);
  mountPublication(door, options);
}
