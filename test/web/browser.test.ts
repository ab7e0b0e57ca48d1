import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageWeights } from "../../src/cli/site/page-weights.ts";
import { type SiteServer, serveSite } from "../../src/cli/site/serve-site.ts";
import { writeSite } from "../../src/cli/site/write-site.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { listedRules } from "../../src/web/rules/listed-rule.ts";
import { exampleSite } from "../browser/example-site.ts";
import { hasBrowser, NEEDS_BROWSER, openBrowser, UNSEEN } from "../browser/open-browser.ts";
import { builtSite, pageTypes } from "./built-site.ts";

/** Every level of WCAG up to 2.2 AA. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** The rules that colours and the width of the window decide. */
const LOOK_RULES = ["color-contrast", "target-size", "scrollable-region-focusable"];

/** Two opposite looks are held to every rule, the other two to those that a look decides. */
const LOOKS = [
  { scheme: "light", width: 1280, rules: STANDARD },
  { scheme: "dark", width: 1280, rules: LOOK_RULES },
  { scheme: "light", width: 360, rules: LOOK_RULES },
  { scheme: "dark", width: 360, rules: STANDARD },
] as const;

describe.skipIf(!hasBrowser)(`the site in a browser ${NEEDS_BROWSER}`, () => {
  let browser: Browser;
  let server: SiteServer;
  let folder: string;
  let context: BrowserContext;
  const trouble: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "bylaw-site-"));
    writeSite(
      [...builtSite()].map(([path, text]) => ({ path, text })),
      folder,
    );
    [server, browser] = await Promise.all([serveSite(folder, "/", 0), openBrowser(UNSEEN)]);
    // Only so that axe can be put into the page; the pages themselves are tried below with their policy in force.
    context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
    await context.addInitScript(axe.source);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function watch(watched: Page): void {
    watched.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        trouble.push(`${watched.url()}: ${message.text()}`);
    });
    watched.on("pageerror", (error) => trouble.push(`${watched.url()}: ${error.message}`));
    watched.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith("data:"))
        trouble.push(`${watched.url()} asks for ${request.url()}`);
    });
    watched.on("response", (response) => {
      if (response.status() >= 400) trouble.push(`${response.url()}: ${response.status()}`);
    });
  }

  it.for(LANGUAGES)(
    "breaks no rule of WCAG 2.2 AA on any type of page in %s, light and dark, wide and narrow",
    async (language) => {
      const page = await context.newPage();
      watch(page);
      const found: string[] = [];
      for (const type of pageTypes()) {
        await page.goto(`${server.url}${language}/${type}`);
        await page.setViewportSize({ width: 360, height: 900 });
        const whole = await page.evaluate<number>(OVERFLOW);
        if (whole > 0) found.push(`${language}/${type}: wider than a window of 360 pixels by ${whole}`);
        await page.evaluate(THIN);
        for (const { scheme, width, rules } of LOOKS) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.setViewportSize({ width, height: 900 });
          const { violations, overflow } = await page.evaluate<Examined>(examine(rules));
          const where = `${language}/${type} ${scheme} ${width}`;
          found.push(...violations.map((violation) => `${where}: ${violation}`));
          if (overflow > 0) found.push(`${where}: wider than the window by ${overflow}`);
        }
      }
      await page.close();
      expect(found).toEqual([]);
      expect(trouble).toEqual([]);
    },
  );

  it("weighs no more than its budgets allow, with all it loads, in the language in which it is heaviest", () => {
    for (const { name, gzip, most } of pageWeights(folder, "/"))
      expect({ name, fits: gzip <= most }).toEqual({ name, fits: true });
  });

  it("reaches search, languages and filters with the keyboard", async () => {
    const plain = await browser.newPage();
    watch(plain);
    await plain.goto(`${server.url}en/rules/`);
    const reached: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await plain.keyboard.press("Tab");
      reached.push(await plain.evaluate<string>(FOCUSED));
    }
    expect(reached[0]).toBe("Skip to the content");
    expect(reached).toEqual(
      expect.arrayContaining(["site-search", "עברית", "العربية", "filter-policy", "filter-state"]),
    );
    await plain.close();
  });

  it("keeps filters in the address, and takes them from it", async () => {
    const plain = await browser.newPage();
    watch(plain);
    await plain.goto(`${server.url}en/rules/?policy=data-retention`);
    const shown = () => plain.locator("#rules tbody tr:visible").count();
    const own = listedRules(exampleSite()).filter(
      ({ policy }) => policy.document.value.id === "data-retention",
    );
    expect(await shown()).toBe(own.length);
    await plain.goto(`${server.url}ar/systems/?tier=T4&outcome=fail`);
    expect(await plain.locator("#systems tbody tr:visible").count()).toBe(
      exampleSite().reports.ar.manifests.filter(({ tier, verdict }) => tier === "T4" && verdict === "fail")
        .length,
    );
    await plain.goto(`${server.url}en/rules/?policy=data-retention`);
    await plain.selectOption("#filter-policy", "");
    expect(new URL(plain.url()).search).toBe("");
    expect(await shown()).toBeGreaterThan(60);
    await plain.close();
  });

  it("searches from the address, with the content security policy in force", async () => {
    const plain = await browser.newPage();
    watch(plain);
    await plain.goto(`${server.url}he/`);
    await plain.fill("#site-search", "שהווידאו");
    await plain.keyboard.press("Enter");
    await plain.waitForSelector(".results a");
    expect(new URL(plain.url()).searchParams.get("q")).toBe("שהווידאו");
    expect(await plain.locator(".results a").first().getAttribute("href")).toBe("/he/rules/RET-01/");
    await plain.close();
  });

  it("shows everything without script: rules, search and lists", async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const plain = await still.newPage();
    await plain.goto(`${server.url}en/search/?q=video`);
    expect(await plain.locator("main li:visible").count()).toBeGreaterThan(60);
    await plain.goto(`${server.url}en/rules/`);
    expect(await plain.locator("#rules tbody tr:visible").count()).toBeGreaterThan(60);
    expect(await plain.locator(".filters").isVisible()).toBe(false);
    await still.close();
  });
});

interface Examined {
  readonly violations: readonly string[];
  readonly overflow: number;
}

/** Runs in the page: of siblings that are alike, such as the rows of a table, three stay; what is true of those is true of all. */
const THIN = `for (const parent of document.querySelectorAll("main, main *")) {
  const seen = new Map();
  for (const child of [...parent.children]) {
    const kind = child.tagName + "." + child.className;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (seen.get(kind) > 3) child.remove();
  }
}`;

/** Runs in the page: by how much it is wider than its window. */
const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Runs in the page: what axe finds, and by how much the page is wider than its window. */
function examine(rules: readonly string[]): string {
  return `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"], preload: false }).then(({ violations }) => ({
  violations: violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 160) + " " + nodes[0].failureSummary.slice(0, 200)),
  overflow: ${OVERFLOW},
}))`;
}

/** Runs in the page: the id of what has the focus, else its text. */
const FOCUSED = "document.activeElement?.id || document.activeElement?.textContent || ''";
