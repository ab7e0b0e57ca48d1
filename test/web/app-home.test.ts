import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appPages } from "../../src/cli/site/app-pages.ts";
import { answerPage } from "../../src/github/server/answer-page.ts";
import type { AppState } from "../../src/github/server/app-pages.ts";
import { type Listening, listen } from "../../src/github/server/http-server.ts";
import { serve } from "../../src/github/server/serve.ts";
import type { Serving } from "../../src/github/server/serving.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { appHome } from "../../src/web/app/app-home.ts";
import { preferredLanguage } from "../../src/web/app/preferred-language.ts";
import { readinessReason } from "../../src/web/app/reason-words.ts";
import { markupOf } from "../../src/web/html.ts";
import { ROOT } from "../load-repository.ts";

const REASON = "GitHub has not answered the app yet";
const RUNNING: AppState = {
  mode: "app",
  role: "all",
  siteUrl: "https://ministry.example/bylaw/",
  ready: false,
  reasons: [REASON],
};

describe("the page at the address of the app that runs", () => {
  let server: Listening;
  let state: AppState;
  beforeAll(async () => {
    const page: NonNullable<Parameters<typeof listen>[1]["page"]> = (request, response) =>
      answerPage(request, response, { pages: appPages(), state: () => state });
    server = await listen(
      { port: 0, host: "127.0.0.1" },
      {
        webhook: undefined,
        readiness: () => ({ ready: true, reasons: [] }),
        status: () => ({ status: "ok" }),
        onAnswer: () => {},
        onError: () => {},
        page,
      },
    );
  });
  afterAll(() => server.close());

  async function open(path: string, init: RequestInit = {}) {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  it("says what the app is and what stands in its way, and leads to the site, without a script", async () => {
    state = RUNNING;
    const { status, headers, text } = await open("/");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'/,
    );
    expect(text).toContain("This app reviews pull requests");
    expect(text).toContain(
      `not ready</span> It runs, and this stands in its way:</p>\n<ul>\n<li>${REASON}</li>`,
    );
    expect(text).toContain('href="https://ministry.example/bylaw/en/check/"');
    expect(text).not.toMatch(/<script| style="| on[a-z]+=/);
  });

  it("says that it is ready, and how to build the site where nobody said where it is", async () => {
    state = { mode: "app", role: "worker", siteUrl: undefined, ready: true, reasons: [] };
    const { text } = await open("/?lang=he");
    expect(text).toContain('<html lang="he" dir="rtl">');
    expect(text).toContain('<span class="badge pass">מוכנה</span> התהליך הזה עושה בדיקות');
    expect(text).toContain("npm run site");
    expect(text).toContain("BYLAW_SITE_URL");
  });

  it.for([
    ["nothing", {}, "en"],
    ["the browser", { "accept-language": "fr, ar-EG;q=0.8, en;q=0.5" }, "ar"],
  ] as const)("is in the language that %s asks for", async ([, headers, language]) => {
    state = RUNNING;
    expect((await open("/", { headers })).text).toContain(`<html lang="${language}"`);
  });

  it("is answered to GET and HEAD alone, and no other path but its style and icon", async () => {
    state = RUNNING;
    expect((await open("/", { method: "HEAD" })).text).toBe("");
    expect((await open("/", { method: "POST" })).status).toBe(404);
    expect((await open("/index.html")).status).toBe(404);
    expect((await open("/assets/..%2f..%2fpackage.json")).status).toBe(404);
    expect((await open("/healthz")).text).toBe('{"status":"ok"}\n');
  });
});

describe("the page of an app that is not set up", () => {
  let app: Serving;
  beforeAll(async () => {
    app = await serve({ PORT: "0" }, { pages: appPages(), write: () => {} });
  });
  afterAll(() => app.close());

  it("says so and leads to the setup, which looks like it", async () => {
    const accept = { headers: { accept: "text/html" } };
    const address = `http://127.0.0.1:${app.port}`;
    const home = await (await fetch(`${address}/`, accept)).text();
    expect(home).toContain('<span class="badge wait">not set up</span>');
    expect(home).toContain('<a href="/setup">Set it up: create the app on GitHub</a>');
    expect(home).not.toContain("/readyz");
    const setup = await fetch(`${address}/setup`, accept);
    expect(setup.headers.get("content-security-policy")).toContain("style-src 'self'");
    expect(await setup.text()).toContain('<link rel="stylesheet" href="/assets/site.css">');
  });
});

describe("the text of the page", () => {
  it.for(LANGUAGES)("is valid HTML in %s in every state", async (language) => {
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
    for (const state of ["setup", "waiting", "ready"] as const)
      for (const siteUrl of [undefined, "https://ministry.example/bylaw/"]) {
        const text = appHome({ state, reasons: [REASON], role: "web", siteUrl, assets: "/assets" }, language);
        const { results } = await validator.validateString(text);
        expect(results.flatMap(({ messages }) => messages)).toEqual([]);
      }
  });

  it("has a translation of every reason there is, and marks one that it does not know", () => {
    const source = readFileSync(join(ROOT, "src/github/server/readiness.ts"), "utf8");
    const reasons = [...source.matchAll(/ \? \[(?:"([^"]+)"|`([^`]+)`)\]|: \["([^"]+)"\]/g)].map(
      ([, one, template, other]) => one ?? template?.replace(/\$\{[^}]+\}/, "46") ?? other ?? "",
    );
    expect(reasons.length).toBe(5);
    for (const reason of reasons)
      for (const language of ["he", "ar"] as const)
        expect(markupOf(readinessReason(reason, language)), reason).not.toContain("lang=");
    expect(markupOf(readinessReason("the moon is full", "ar"))).toBe(
      '<bdi lang="en" dir="ltr">the moon is full</bdi>',
    );
  });

  it.for([
    ["he-IL,he;q=0.9,en-US;q=0.8", "he"],
    ["iw", "he"],
    ["en;q=0.1, ar;q=0.2", "ar"],
    ["he;q=0, fr", "en"],
    ["", "en"],
    [";;;,q=,", "en"],
  ] as const)("is for `%s` in %s", ([accepted, language]) => {
    expect(preferredLanguage(accepted)).toBe(language);
  });
});
