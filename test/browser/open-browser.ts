import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser to test with; without one, tests say by their names that they were left out. */
export const hasBrowser = existsSync(CHROMIUM);

/** What stands behind the name of a group of tests that needs the browser. */
export const NEEDS_BROWSER = `(needs ${CHROMIUM})`;

/** Starts Debian's chromium, with nothing that would reach for the network by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
