// Chromium for the tests that need a real browser: the one that came with `npm ci`, or the machine's own.
import chromiumPack from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Meant for cloud functions: one process would end with the first closed page, and web security is under test here. */
const unwanted = new Set(['--single-process', '--no-zygote', '--disable-web-security', "--headless='shell'"]);

/**
 * Starts a headless Chromium. CHROMIUM_PATH names an installed browser on machines where the packaged one can't run
 * (it is built for Linux on x64).
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH;
  return chromium.launch({
    executablePath: installed ?? (await chromiumPack.executablePath()),
    args: installed ? [] : chromiumPack.args.filter((argument) => !unwanted.has(argument)),
    headless: true,
  });
}
