import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { answerRequests } from "../../src/browser/check/answer-requests.ts";
import type { Answers, Request } from "../../src/browser/check/protocol.ts";
import { SYSTEM_KINDS, type SystemKindName } from "../../src/forms/system-kinds.ts";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import { checkData } from "../../src/web/check/check-data.ts";
import { AS_OF, ROOT } from "../load-repository.ts";
import { exampleManifests, exampleSite, expectedReport, printedReport } from "./example-site.ts";

type Ask = <R extends Request>(request: R) => Answers[R["kind"]];

const opened = new Map<Language, Ask>();

/** The engine of the page, with the data of a site of this repository. */
function engine(language: Language): Ask {
  const known = opened.get(language);
  if (known !== undefined) return known;
  // Each kind of request has its kind of answer.
  const ask = answerRequests() as Ask;
  ask({ kind: "open", data: dataOf(language), language });
  opened.set(language, ask);
  return ask;
}

/** The data as it arrives: through JSON. */
function dataOf(language: Language) {
  return JSON.parse(JSON.stringify(checkData(exampleSite(), language)));
}

function checked(text: string | Uint8Array, language: Language = "en", file?: string) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return engine(language)({ kind: "check", bytes, asOf: AS_OF, file });
}

describe("the report of the page is the report of the command line", () => {
  it.for(LANGUAGES)("byte for byte in %s, by the worker as it is built", async (language) => {
    const worker = builtWorker(language);
    await worker.ask({ kind: "open", data: dataOf(language), language });
    const wrong: string[] = [];
    for (const source of exampleManifests()) {
      const { file, bytes } = source;
      const { report } = await worker.ask({ kind: "check", bytes, asOf: AS_OF, file });
      if (report !== expectedReport(source, language)) wrong.push(file);
    }
    await worker.end();
    expect(wrong).toEqual([]);
  });

  it("as the command itself prints it", async () => {
    const [source] = exampleManifests().filter(({ file }) => file.includes("il-9911-centre-gift"));
    if (source === undefined) throw new Error("the example is gone");
    expect(checked(source.bytes).report).toBe(await printedReport(source.file, "en"));
  });
});

describe("positions of security-sensitive sites", () => {
  it("are in no file of the public site, and the others are", () => {
    const { manifests } = checkData(exampleSite(), "en");
    const texts = manifests.map(([, text]) => text).join("\n");
    expect(texts).not.toContain("32.1312");
    expect(texts).toContain("31.9501");
    expect(texts).not.toMatch(/sensitive_kinds: \[[a-z][^}\n]*lat: \d/);
  });

  it("are in the restricted one", () => {
    const { manifests } = checkData({ ...exampleSite(), view: "restricted" }, "en");
    expect(manifests.map(([, text]) => text).join("\n")).toContain("32.1312");
  });
});

describe("a form to begin with", () => {
  it.for(Object.keys(SYSTEM_KINDS) as SystemKindName[])("for %s can be read in every language", (kind) => {
    for (const language of LANGUAGES) {
      const { text } = engine(language)({ kind: "begin", with: kind });
      const { isRead, value, file } = checked(text, language);
      expect({ isRead, kind: value?.kind, file }).toEqual({
        isRead: true,
        kind: "Manifest",
        file: `manifests/il-0000-${kind}.yaml`,
      });
    }
  });
});

describe("what is pasted", () => {
  const cases = [
    { says: "no YAML", text: "a: [", rule: "manifest-syntax" },
    { says: "nesting without end", text: "[".repeat(850), rule: "manifest-limits" },
    { says: "an alias", text: "a: &a [1]\nb: *a\n", rule: "manifest-syntax" },
    { says: "a byte too many", text: `#${"x".repeat(64 * 1024)}`, rule: "manifest-limits" },
    { says: "a NUL", text: "kind: Man\0ifest\n", rule: "manifest-syntax" },
    { says: "nothing", text: "", rule: "manifest-syntax" },
    { says: "a list", text: "- a\n", rule: "manifest-syntax" },
    { says: "another kind of file", text: "apiVersion: bylaw/v1\nkind: Policy\n", rule: "manifest-schema" },
  ];

  it.for(cases)("$says: the report names the problem and asks no rule", ({ text, rule }) => {
    const { isRead, tier, findings } = checked(text);
    expect({ isRead, tier, rules: [...new Set(findings.map(({ label }) => label))] }).toEqual({
      isRead: false,
      tier: null,
      rules: [rule],
    });
  });

  it("line breaks of another system: a finding selects in the editor what it means in the file", () => {
    const text = "apiVersion: bylaw/v1\r\nkind: Manifest\r\nmetadata: wrong\r\n";
    const shown = text.replace(/\r\n/g, "\n");
    const { findings } = checked(text);
    expect(findings.map(({ start, end }) => shown.slice(start, end))).toContain("wrong");
  });
});

describe("a finding of something missing", () => {
  it("names the field it would be written in", () => {
    const { findings } = checked(exampleText("il-9910-crowd-beach"));
    const pointers = findings.filter(({ standing }) => standing === "block").map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      "/supply_chain/demonstration_data",
      "/system/functions/biometric_capability",
      "/data/retention/0/period",
    ]);
  });
});

describe("fixes", () => {
  it("are written into the text and take their findings away", () => {
    const text = exampleText("il-9909-plates-north");
    const fixes = checked(text).findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    expect(fixes.length).toBeGreaterThan(0);
    const fixed = engine("en")({ kind: "fix", bytes: new TextEncoder().encode(text), fixes }).text;
    expect(checked(fixed).findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});

function exampleText(id: string): string {
  const source = exampleManifests().find(({ file }) => file.endsWith(`/${id}.yaml`));
  if (source === undefined) throw new Error(`the example ${id} is gone`);
  return new TextDecoder().decode(source.bytes);
}

/** The bundle of a language in a thread of its own, with what a browser calls the ways in and out. */
function builtWorker(language: Language) {
  const script = pathToFileURL(join(ROOT, `dist/browser/check-worker-${language}.js`));
  const thread = new Worker(
    `const { parentPort } = require("node:worker_threads");
     globalThis.addEventListener = (_, listener) => parentPort.on("message", (data) => listener({ data }));
     globalThis.postMessage = (message) => parentPort.postMessage(message);
     import(${JSON.stringify(script.href)}).then(() => parentPort.postMessage("ready"));`,
    { eval: true },
  );
  const ready = once(thread, "message");
  return {
    async ask<R extends Request>(request: R): Promise<Answers[R["kind"]]> {
      await ready;
      const answered = once(thread, "message");
      thread.postMessage(request);
      const [{ answer, failure }] = await answered;
      if (failure !== undefined) throw new Error(failure);
      return answer;
    },
    end: () => thread.terminate(),
  };
}
