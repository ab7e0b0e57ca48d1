import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { clientOfOctokit } from "../../src/github/api/client-of-octokit.ts";
import { logCrashes } from "../../src/github/queue/log-crashes.ts";
import { concludeWithoutVerdict } from "../../src/github/review/conclude.ts";
import { createLog, sayError } from "../../src/github/settings/log.ts";

const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${"MIIEcanary+key/line".repeat(3)}\n-----END RSA PRIVATE KEY-----`;
const TOKEN = "ghs_CaNaRyCaNaRyCaNaRyCaNaRyCaNaRyCaNaRy";
const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiI0NzExIn0.c2lnbmF0dXJl";
const MANIFEST = "vendor: Canary Cameras of Tavor";
const PLANTED = [SECRET, KEY, TOKEN, `v1.${"0a".repeat(20)}`, JWT, MANIFEST];
const EVERYTHING = PLANTED.join(" ");

/** What none of the output may hold: every planted text, and the lines of the key by themselves. */
const CANARIES = [...PLANTED, ...KEY.split("\n").slice(1, 2), "Canary", "CaNaRy"];

function seen(output: string): readonly string[] {
  return CANARIES.filter((canary) => output.includes(canary));
}

/** A log with its lines. */
function listening() {
  const lines: string[] = [];
  return { lines, log: createLog("debug", (line) => lines.push(line), [SECRET, KEY]) };
}

/** What Octokit throws: the whole request and answer hang on it. */
function octokitError(more: object): Error {
  const request = { headers: { authorization: `token ${TOKEN}` }, body: EVERYTHING, url: `/x?${SECRET}` };
  return Object.assign(new Error(EVERYTHING), { request, headers: { "x-dump": EVERYTHING }, ...more });
}

const body = (data: unknown) => ({ data, headers: { "set-cookie": EVERYTHING } });

describe("nothing planted in an error reaches the log or the check", () => {
  test.for([
    ["its message", new Error(EVERYTHING)],
    [
      "the messages of its causes",
      new Error("a", { cause: new Error("b", { cause: new Error(EVERYTHING) }) }),
    ],
    ["what is thrown in place of one", EVERYTHING],
    ["an object that is thrown", { message: EVERYTHING }],
    ["its name", Object.assign(new Error("a"), { name: EVERYTHING })],
    ["its code", Object.assign(new Error("a"), { code: EVERYTHING })],
    ["a message that looks like a stack", new Error(`a\n    at ${MANIFEST} (x.ts:1:2)`)],
    [
      "a stack of another message",
      Object.assign(new Error(`a\n    at ${MANIFEST} (x.ts:1:2)`), { message: "b" }),
    ],
    ["an aggregate", new AggregateError([new Error(EVERYTHING)], EVERYTHING)],
    ["a dump of headers", octokitError({ status: 500 })],
  ] as const)("%s", ([, error]) => {
    const { log, lines } = listening();
    log.error("something failed", { error: sayError(error) });
    const { summary } = concludeWithoutVerdict(error, "run");
    expect(seen(lines.join("") + summary)).toEqual([]);
  });

  test.for([
    ["an error body", { status: 422, response: body({ message: EVERYTHING }) }],
    [
      "the values GitHub quotes",
      { status: 422, response: body({ message: "Validation Failed", errors: [{ value: EVERYTHING }] }) },
    ],
    ["a second line", { status: 422, response: body({ message: `Invalid request.\n\n${EVERYTHING}` }) }],
    ["a page in place of JSON", { status: 502, response: body(`<html>${EVERYTHING}`) }],
    ["errors of GraphQL", { errors: [{ type: "NOT_FOUND", message: EVERYTHING }, { type: EVERYTHING }] }],
    ["the reason of a lost connection", { status: 500, cause: new TypeError(EVERYTHING) }],
  ] as const)("%s", async ([, error]) => {
    const { log, lines } = listening();
    const fail = async () => {
      throw octokitError(error);
    };
    // Of Octokit the client uses these two only.
    const client = clientOfOctokit({ request: fail, graphql: fail } as unknown as Parameters<
      typeof clientOfOctokit
    >[0]);
    for (const ask of [() => client.rest("GET /app"), () => client.graphql("query", {})]) {
      const failed: unknown = await ask().catch((each: unknown) => each);
      expect(failed).toBeInstanceOf(Error);
      log.error("something failed", { error: sayError(failed) });
      expect(seen(concludeWithoutVerdict(failed, "run").summary)).toEqual([]);
    }
    expect(seen(lines.join(""))).toEqual([]);
  });

  test("an error nobody caught", () => {
    const { log, lines } = listening();
    const process = new EventEmitter();
    const codes: number[] = [];
    logCrashes(log, process, (code) => codes.push(code));
    process.emit("unhandledRejection", octokitError({ status: 500 }));
    process.emit("uncaughtException", new Error(EVERYTHING));
    expect(codes).toEqual([1, 1]);
    expect(seen(lines.join(""))).toEqual([]);
    expect(lines).toHaveLength(2);
  });
});

describe("the log", () => {
  test("takes known secrets and what looks like one out of what it is given all the same", () => {
    const { log, lines } = listening();
    const pieces = [SECRET, KEY, KEY.replaceAll("\n", "\\n"), KEY.slice(0, 60), TOKEN, JWT];
    for (const piece of pieces) log.warn(`said ${piece}`, { error: `and ${piece}` });
    log.warn("redis", { error: "cannot reach redis://user:CaNaRy@redis:6379" });
    expect(seen(lines.join(""))).toEqual([]);
    expect(lines.at(-1)).toContain("redis://[redacted]@redis:6379");
  });

  test.for([
    ["a line break", 'x"}\r\n{"level":"info","msg":"reviewed","conclusion":"success'],
    ["a command to the terminal", "\u001b[2J\u009b31m\u007f"],
    ["another direction of text", "\u202esuccess\u2066"],
    ["another line separator", "\u2028\u2029\u0085"],
  ])("cannot be forged by %s in a name", ([, name = ""]) => {
    const { log, lines } = listening();
    log.info(name, { repository: name, pull_request: 7 });
    expect(lines).toHaveLength(1);
    expect(lines.join("")).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(lines.join(""))).toMatchObject({ msg: name, repository: name, level: "info" });
  });

  test("says where an error of its own was thrown, so that it can be found", () => {
    function misstep(): never {
      throw new TypeError("canary");
    }
    const { log, lines } = listening();
    try {
      misstep();
    } catch (error) {
      log.error("failed", { error: sayError(error) });
    }
    expect(lines.join("")).toMatch(/"TypeError in misstep at canary\.test\.ts:\d+:\d+"/);
  });
});
