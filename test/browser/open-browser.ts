import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser to test with; without one, tests say by their names that they were left out. */
export const hasBrowser = existsSync(CHROMIUM);

/** What stands behind the name of a group of tests that needs the browser. */
export const NEEDS_BROWSER = `(needs ${CHROMIUM})`;

/** Spares a page what only matters where it is watched or stays: frames, which a click waits for, and compiling anew what runs often. */
export const UNSEEN: readonly string[] = [
  "--disable-threaded-compositing",
  "--js-flags=--no-opt --no-maglev",
];

/** Starts Debian's chromium, with nothing that would reach for the network by itself, and more arguments where given. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
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
      ...more,
    ],
  });
}
