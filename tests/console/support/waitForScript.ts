// A page of the console can be used before its script has run, but its keys, its preview and its live news begin with it.
import type { Page } from 'playwright-core';

/** Waits for what only the script shows; the page itself must be there already, for every page has it. */
export function waitForScript(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Keyboard shortcuts' }).waitFor();
}
