import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../../src/cli/site/serve-site.ts";
import { assetFolder } from "../../src/cli/site/write-site.ts";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import { checkFile } from "../../src/web/check/check-file.ts";
import { checkPage } from "../../src/web/check/check-page.ts";
import { renderPage } from "../../src/web/shell/render-page.ts";
import { AS_OF } from "../load-repository.ts";
import { hasSuites, payloads } from "../render/suites.ts";
import { exampleManifests, exampleSite, expectedReport } from "./example-site.ts";
import { hasBrowser, NEEDS_BROWSER, openBrowser } from "./open-browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of WCAG 2.2 AA; what is broken, with the element it shows in. */
const RUN_AXE = `axe.run("main", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) =>
  JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ": " + html.slice(0, 200)))))`;

describe.skipIf(!hasBrowser)(`the check page in a browser ${NEEDS_BROWSER}`, () => {
  let browser: Browser;
  let server: SiteServer;
  let folder: string;
  /** The page as it opens in English, for tests that write over whatever is in it. */
  let shared: Page;
  /** What no page may do: errors, warnings, requests elsewhere. */
  const trouble: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "bylaw-site-"));
    for (const language of LANGUAGES) {
      const page = checkPage(exampleSite(), language);
      const paths = new Set(["", "check"]);
      write(`${language}/check/index.html`, renderPage({ context: exampleSite(), language, page, paths }));
      const { path, text } = checkFile(exampleSite(), language);
      write(path, text);
    }
    cpSync(assetFolder(), join(folder, "assets"), { recursive: true });
    [server, browser] = await Promise.all([serveSite(folder, "/", 0), openBrowser()]);
    shared = await open();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(trouble).toEqual([]);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  interface Look {
    readonly language?: Language;
    readonly dark?: boolean;
    readonly width?: number;
    /** Files of the site that arrive otherwise than they were built. */
    readonly rewrite?: Readonly<Record<string, (text: string) => string>>;
  }

  async function open({
    language = "en",
    dark = false,
    width = 1280,
    rewrite = {},
  }: Look = {}): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("dialog", (dialog) => {
      trouble.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith("blob:")) trouble.push(url);
    });
    for (const [path, change] of Object.entries(rewrite)) {
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: change(await response.text()) });
      });
    }
    await page.goto(`${server.url}${language}/check/`);
    await page.waitForSelector("#check:not([aria-busy])");
    return page;
  }

  /** Waits until what is written now has been judged. */
  async function judged(page: Page): Promise<void> {
    await page.waitForSelector("#check:not([aria-busy]) .check-state");
  }

  /** Pastes as a person does, over everything there is. */
  async function paste(page: Page, text: string): Promise<void> {
    await page.click("#check-tab-text");
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await page.focus("#check-editor");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+v");
    await judged(page);
  }

  async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  it("gives the same report bytes as the command line for every example", async () => {
    const requests = exampleManifests().map(({ file, bytes }) => ({ file, bytes: [...bytes] }));
    const reports: readonly string[] = JSON.parse(String(await shared.evaluate(askWorker(requests))));
    const wrong = exampleManifests().filter(
      (source, index) => reports[index] !== expectedReport(source, "en"),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("hands out that report for a file that is opened", async () => {
    const page = await open();
    const source = exampleManifests().find(({ file }) => file === exampleFile("il-9911-centre-gift"));
    if (source === undefined) throw new Error("the example is gone");
    const buffer = Buffer.from(source.bytes);
    await page.setInputFiles("#check-file", { name: "own.yaml", mimeType: "application/yaml", buffer });
    await judged(page);
    const { name, text } = await downloaded(page, "#check-report");
    expect(text).toBe(expectedReport(source, "en"));
    expect(name).toBe("il-9911-centre-gift.report.json");
    await page.close();
  });

  it("from paste to finding to correction to download, by keyboard alone", async () => {
    const page = await open();
    const text = exampleText("il-9909-plates-north");
    await reach(page, "check-tab-form");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("check-editor");
    await page.keyboard.insertText(text);
    await judged(page);
    // Tab leaves the editor.
    await page.keyboard.press("Tab");
    expect(await focused(page)).not.toBe("check-editor");
    await reach(page, "check-fix-all");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#check-fix-all", { state: "hidden" });
    await reach(page, "check-download");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const fixed = readFileSync(await download.path(), "utf8");
    expect(download.suggestedFilename()).toBe("il-9909-plates-north.yaml");
    expect(fixed).not.toBe(text);
    expect(fixed.split("\n").length).toBe(text.split("\n").length);
    await page.close();
  });

  it("selects in the text what a finding points at, and leads to its field", async () => {
    const page = await open();
    await page.selectOption("#check-example", exampleFile("il-9910-crowd-beach"));
    await judged(page);
    const item = page.locator(".check-finding").first();
    await item.locator("button", { hasText: "Show line" }).click();
    const selected =
      "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)";
    expect(await page.evaluate(selected)).toBe("supply_chain");
    await item.locator("button", { hasText: "Show the field" }).click();
    expect(await focused(page)).toBe("field:/supply_chain/demonstration_data");
    await page.close();
  });

  it("a form that is filled in makes a manifest that passes, with the comments of its text", async () => {
    const page = await open();
    await paste(page, exampleText("il-9903-bins-fill"));
    await page.click("#check-tab-form");
    await answer(page, "/metadata/municipality/residents", "5200");
    await page.selectOption('[id="field:/metadata/origin"]', "new");
    await page.click('[id="section:/system"] > summary');
    await page.click('[id="field:/system/sites/0/public_space"] input[value=no]');
    await page.click('[id="add:/system/sites"]');
    await answer(page, "/system/sites/1/id", "depot");
    await answer(page, "/system/sites/1/devices", "1");
    expect(await page.inputValue("#check-editor")).toContain("depot");
    await page.click("text=Remove Places with devices, 2");
    await judged(page);
    expect(await page.inputValue("#check-editor")).not.toContain("depot");
    expect(await page.textContent(".check-state")).toBe("It passes.");
    const { text } = await downloaded(page, "#check-download");
    expect(text).toContain("# Emek Dolev is invented.");
    expect(text).toContain("residents: 5200");
    expect(text).toContain("public_space: false");
    await page.close();

    async function answer(on: Page, pointer: string, value: string): Promise<void> {
      if ((await on.locator(`[id="field:${pointer}"]`).count()) === 0) {
        const parent = pointer.slice(0, pointer.lastIndexOf("/"));
        await on.locator(`[id="notes:${parent}"]`).locator("..").locator(":scope > .check-more").click();
      }
      await on.fill(`[id="field:${pointer}"]`, value);
      await on.locator(`[id="field:${pointer}"]`).blur();
      await judged(on);
    }
  });

  it("what is pasted never freezes the page, and is never markup", async () => {
    const hostile = [
      "[".repeat(850),
      `a: &a [x]\n${"b: *a\n".repeat(2000)}`,
      `a: ${"{b: ".repeat(20_000)}`,
      `#${"x".repeat(64 * 1024)}`,
      "\n".repeat(300_000),
      "kind: Man\0ifest\n",
      `"${"\\u0041".repeat(9000)}`,
    ];
    for (const text of hostile) {
      await paste(shared, text);
      expect(await shared.locator(".check-state.fail").count()).toBe(1);
    }
    await paste(shared, exampleText("il-9903-bins-fill"));
    expect(await shared.textContent(".check-state")).toBe("It passes.");
  });

  it("a check that does not come to an end is stopped, and the next one runs", async () => {
    const page = await open({
      rewrite: {
        "/en/check/": (text) => text.replace('data-limit="5000"', 'data-limit="2000"'),
        "/assets/check-worker-en.js": (text) =>
          `addEventListener("message", ({ data }) => { while (data.bytes?.[0] === 33); });${text}`,
      },
    });
    await paste(page, "!");
    expect(await page.textContent(".check-state")).toContain("took too long");
    await paste(page, exampleText("il-9903-bins-fill"));
    expect(await page.textContent(".check-state")).toBe("It passes.");
    await page.close();
  });

  it("an issue is filled in, and left out of the address where it is too long", async () => {
    await shared.evaluate(
      "document.querySelector('#check-issue').addEventListener('click', (event) => event.preventDefault())",
    );
    await paste(shared, "kind: ```\n");
    await shared.click("#check-issue");
    const href = new URL((await shared.getAttribute("#check-issue", "href")) ?? "");
    expect(`${href.origin}${href.pathname}`).toBe("https://github.com/example/bylaw/issues/new");
    expect(href.searchParams.get("body")).toBe("Manifest to submit:\n\n````yaml\nkind: ```\n\n````\n");
    await paste(shared, exampleText("il-9901-cam-promenade"));
    await shared.click("#check-issue");
    expect((await shared.getAttribute("#check-issue", "href"))?.length).toBeLessThan(8000);
  });

  it.runIf(hasSuites)("published payloads stay text (needs BYLAW_SUITES)", async () => {
    const base = exampleText("il-9903-bins-fill");
    // Where the schema refuses a key, its finding quotes it.
    const refused = payloads()
      .filter((text) => /^[^\n\r]*<[^\n\r]*$/.test(text))
      .slice(0, 50);
    const keys = [...new Set(refused)].map((text) => `    ${JSON.stringify(text)}: x\n`).join("");
    await paste(
      shared,
      base.replace("  functions:\n", () => `  functions:\n${keys}`),
    );
    expect(await shared.locator("#check-findings li").count()).toBeGreaterThan(20);
    expect(await shared.locator(MARKUP).count()).toBe(0);
    for (const texts of batches(payloads(), 50_000)) {
      const lines = texts.map((text) => `    - ${JSON.stringify(text)}`).join("\n");
      const list = `alternatives_considered:\n${lines}`;
      await paste(
        shared,
        base.replace("alternatives_considered: [fewer rounds on fixed days]", () => list),
      );
      expect(await shared.locator(MARKUP).count()).toBe(0);
    }
  });

  it("says what to do without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}en/check/`);
    expect(await page.locator("#check-without").textContent()).toContain("npx bylaw check");
    expect(await page.locator("#check").isVisible()).toBe(false);
    await context.close();
  });

  const looks = [
    { language: "en", dark: false, width: 1280 },
    { language: "he", dark: true, width: 360 },
    { language: "ar", dark: false, width: 360 },
  ] as const;

  it.for(looks)("breaks no rule of axe and fits: $language, dark $dark, $width px", async (look) => {
    const page = await open(look);
    await page.selectOption("#check-example", exampleFile("il-9910-crowd-beach"));
    await judged(page);
    await page.evaluate(
      // Every kind of control, and what stands behind a finding; all of the form where there is room.
      `for (const details of document.querySelectorAll(${look.width > 1000 ? "'#check details'" : "'#check-findings details, .check-section:nth-of-type(-n+3)'"})) details.open = true`,
    );
    expect(await faults(page)).toEqual([]);
    await page.click("#check-tab-text");
    if (look.width > 1000) expect(await faults(page)).toEqual([]);
    await page.close();
  });

  async function faults(page: Page): Promise<readonly string[]> {
    // The content security policy of the page keeps scripts of others out: axe comes in from outside it.
    await page.evaluate(AXE);
    const found: readonly string[] = JSON.parse(String(await page.evaluate(RUN_AXE)));
    const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    return isWide ? [...found, "the page scrolls sideways"] : found;
  }

  async function focused(page: Page): Promise<string> {
    return String(await page.evaluate("document.activeElement.id"));
  }

  /** Presses Tab until the element has the focus. */
  async function reach(page: Page, id: string): Promise<void> {
    for (let presses = 0; presses < 400; presses += 1) {
      if ((await focused(page)) === id) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${id}`);
  }
});

/** What no text may turn into. */
const MARKUP =
  "#check :is(script, iframe, img, svg, object, embed, style, form, [onerror], [onload], [style], a[href^='javascript'])";

/** One-line texts in groups that fit into a manifest. */
function batches(texts: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  let length = 0;
  for (const text of new Set(texts)) {
    if (text.trim() === "" || /[\n\r]/.test(text)) continue;
    length += text.length + 10;
    if (length > size) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(text);
  }
  return groups;
}

/** A program for the page: its worker is started as the page starts it, and asked about each file. */
function askWorker(
  requests: readonly { readonly file: string; readonly bytes: readonly number[] }[],
): string {
  return `(async () => {
    const { worker: script, data: address } = document.querySelector("#check").dataset;
    const data = await (await fetch(address)).json();
    const worker = new Worker(script, { type: "module" });
    const ask = (request) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data: { answer, failure } }) => failure === undefined ? resolve(answer) : reject(failure);
      worker.postMessage(request);
    });
    await ask({ kind: "open", data, language: "en" });
    const reports = [];
    for (const { file, bytes } of ${JSON.stringify(requests)}) {
      const { report } = await ask({ kind: "check", file, bytes: new Uint8Array(bytes), asOf: "${AS_OF}" });
      reports.push(report);
    }
    worker.terminate();
    return JSON.stringify(reports);
  })()`;
}

function exampleFile(id: string): string {
  const source = exampleManifests().find(({ file }) => file.endsWith(`/${id}.yaml`));
  if (source === undefined) throw new Error(`the example ${id} is gone`);
  return source.file;
}

function exampleText(id: string): string {
  const source = exampleManifests().find(({ file }) => file === exampleFile(id));
  return new TextDecoder().decode(source?.bytes);
}
