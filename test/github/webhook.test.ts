import { createHmac } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WebhookEvent } from "../../src/github/events/receive-webhook.ts";
import { verifySignature } from "../../src/github/events/verify-signature.ts";
import { type Listening, listen } from "../../src/github/server/http-server.ts";
import type { Readiness } from "../../src/github/server/readiness.ts";

const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const BODY = JSON.stringify({ repository: { name: "systems", owner: { login: "Northport" } } });

let server: Listening;
let accepted: WebhookEvent[];
let answers: number[];
let readiness: Readiness;
beforeEach(async () => {
  accepted = [];
  answers = [];
  readiness = { ready: true, reasons: [] };
  server = await listen(
    { port: 0, host: "127.0.0.1" },
    {
      webhook: {
        secret: SECRET,
        owners: new Set(["northport"]),
        capBytes: 1_000,
        accept: async (event) => {
          accepted.push(event);
        },
      },
      readiness: () => readiness,
      onAnswer: (status) => answers.push(status),
      status: () => ({ status: "ok" }),
      onError: () => undefined,
    },
  );
});
afterEach(() => server.close());

interface Sent {
  readonly body?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

function sign(body: string, secret = SECRET): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

function send({
  body = BODY,
  method = "POST",
  path = "/api/github/webhooks",
  headers = {},
}: Sent): Promise<number> {
  const all = {
    "content-type": "application/json",
    "x-github-event": "pull_request",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-hub-signature-256": sign(body),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const sent = request({ port: server.port, method, path, headers: given, agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject).end(method === "GET" ? undefined : body);
  });
}

describe("a delivery", () => {
  test("that is signed is queued and answered with 202", async () => {
    expect(await send({})).toBe(202);
    expect(accepted).toEqual([
      { id: "72d3162e-cc78-11e3-81ab-4c9367dc0958", name: "pull_request", payload: JSON.parse(BODY) },
    ]);
  });

  test.for([
    ["without a signature", 401, { headers: { "x-hub-signature-256": undefined } }],
    [
      "with a SHA-1 signature",
      401,
      { headers: { "x-hub-signature-256": undefined, "x-hub-signature": "sha1=00" } },
    ],
    ["with half a signature", 401, { headers: { "x-hub-signature-256": "sha256=00" } }],
    ["signed with another secret", 401, { headers: { "x-hub-signature-256": sign(BODY, `${SECRET}0`) } }],
    [
      "signed for another body",
      401,
      { body: BODY.replace("systems", "other"), headers: { "x-hub-signature-256": sign(BODY) } },
    ],
    ["larger than the cap", 413, { body: JSON.stringify({ a: "x".repeat(1_000) }) }],
    [
      "larger than it says",
      413,
      { body: JSON.stringify({ a: "x".repeat(1_000) }), headers: { "transfer-encoding": "chunked" } },
    ],
    ["that is a form", 415, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["without an event", 400, { headers: { "x-github-event": undefined } }],
    ["without an id", 400, { headers: { "x-github-delivery": undefined } }],
    ["that is no JSON", 400, { body: "{" }],
    ["that is a list", 400, { body: "[]" }],
    ["of an owner not served", 403, { body: JSON.stringify({ repository: { owner: { login: "other" } } }) }],
    [
      "of an installation not served",
      403,
      { body: JSON.stringify({ installation: { account: { login: "other" } } }) },
    ],
    [
      "of an organisation not served",
      403,
      { body: JSON.stringify({ installation: { id: 1 }, organization: { login: "other" } }) },
    ],
    ["that is fetched", 405, { method: "GET" }],
    ["to another path", 404, { path: "/" }],
  ] as readonly (readonly [string, number, Sent])[])("%s is refused with %i", async ([, status, sent]) => {
    expect(await send(sent)).toBe(status);
    expect(accepted).toEqual([]);
  });

  test("without a signature is refused before its body is sent", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () => {
        const head = [
          "POST /api/github/webhooks HTTP/1.1",
          "host: x",
          "content-type: application/json",
          "x-github-event: push",
          "x-github-delivery: 1",
          "content-length: 900",
        ];
        socket.write(`${head.join("\r\n")}\r\n\r\n`);
      });
      socket.once("data", (data) => {
        resolve(data.toString("utf8"));
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  test("is counted by its answer", async () => {
    await send({});
    await send({ headers: { "x-hub-signature-256": undefined } });
    while (answers.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(answers).toEqual([202, 401]);
  });
});

describe("a probe", () => {
  test("is told whether the app is of use, and why not", async () => {
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/readyz`);
      return [answer.status, await answer.json()];
    };
    expect(await ask()).toEqual([200, { ready: true, reasons: [] }]);
    readiness = { ready: false, reasons: ["the queue does not answer"] };
    expect(await ask()).toEqual([503, readiness]);
  });
});

test("the server says that it is well", async () => {
  expect(await send({ method: "GET", path: "/healthz" })).toBe(200);
});

test("a signature is verified in pieces, as GitHub's documentation has it", () => {
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  const header = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
  const check = verifySignature(header, "It's a Secret to Everybody");
  check?.add(Buffer.from("Hello, "));
  check?.add(Buffer.from("World!"));
  expect(check?.matches()).toBe(true);
});
