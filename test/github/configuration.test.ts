import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serve } from "../../src/github/server/serve.ts";
import { configurationFromEnvironment } from "../../src/github/settings/configuration-from-environment.ts";
import type { Environment } from "../../src/github/settings/environment.ts";

const KEY = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;
const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const GIVEN = { APP_ID: "17", PRIVATE_KEY: KEY, WEBHOOK_SECRET: SECRET };

describe("the environment", () => {
  test("without anything means setup mode", () => {
    expect(configurationFromEnvironment({})).toEqual({
      credentials: undefined,
      apiUrl: "https://api.github.com",
      port: 3_000,
      host: undefined,
      logLevel: "info",
      owners: new Set(),
      role: "all",
      redisUrl: undefined,
      drainSeconds: 25,
      sweepMinutes: 15,
      metricsPort: undefined,
      metricsHost: "127.0.0.1",
      asOf: undefined,
    });
  });

  test("may hold the key on one line, or name its file", () => {
    const oneLine = { ...GIVEN, PRIVATE_KEY: KEY.replaceAll("\n", "\\n") };
    expect(configurationFromEnvironment(oneLine).credentials?.privateKey).toBe(KEY.trim());
    const file = join(mkdtempSync(join(tmpdir(), "bylaw-")), "key.pem");
    writeFileSync(file, KEY);
    const inFile = { APP_ID: "17", PRIVATE_KEY_PATH: file, WEBHOOK_SECRET: SECRET };
    expect(configurationFromEnvironment(inFile).credentials?.privateKey).toBe(KEY.trim());
  });

  test("sets everything else", () => {
    const more = {
      GITHUB_API_URL: "https://ghe.example/api/v3/",
      PORT: "0",
      HOST: "::1",
      LOG_LEVEL: "warn",
      ALLOWED_OWNERS: "Northport, southport,",
      BYLAW_ROLE: "worker",
      REDIS_URL: "rediss://:word@redis.example:6380/2",
      BYLAW_DRAIN_SECONDS: "9",
      BYLAW_SWEEP_MINUTES: "5",
      BYLAW_SITE_URL: "https://ministry.example/bylaw",
      BYLAW_AS_OF: "2026-11-23",
    };
    expect(configurationFromEnvironment({ ...GIVEN, ...more })).toMatchObject({
      apiUrl: "https://ghe.example/api/v3",
      port: 0,
      host: "::1",
      logLevel: "warn",
      owners: new Set(["northport", "southport"]),
      role: "worker",
      redisUrl: "rediss://:word@redis.example:6380/2",
      drainSeconds: 9,
      sweepMinutes: 5,
      siteUrl: "https://ministry.example/bylaw/",
      asOf: "2026-11-23",
    });
  });

  test.for([
    ["no app", { APP_ID: "" }, "`APP_ID` is not set"],
    ["a client id", { APP_ID: "Iv1.8a61f9b3a7aba766" }, "`APP_ID` is not a number"],
    ["no key", { PRIVATE_KEY: undefined }, "`PRIVATE_KEY` is not set"],
    ["two keys", { PRIVATE_KEY_PATH: "key.pem" }, "both set"],
    ["half a key", { PRIVATE_KEY: "-----BEGIN RSA PRIVATE KEY-----" }, "holds no private key"],
    ["a file that is not there", { PRIVATE_KEY: "", PRIVATE_KEY_PATH: "/nowhere" }, "cannot be read"],
    ["no secret", { WEBHOOK_SECRET: " " }, "`WEBHOOK_SECRET` is not set"],
    ["a secret of 31 characters", { WEBHOOK_SECRET: SECRET.slice(1) }, "has 31 characters; the least is 32"],
    ["Probot's own secret", { WEBHOOK_SECRET: "development" }, "has 11 characters"],
    ["a well-known secret", { WEBHOOK_SECRET: "development".repeat(4) }, "well known"],
    ["the secret of an example", { WEBHOOK_SECRET: "your-webhook-secret-your-webhook-secret" }, "well known"],
    ["counting as a secret", { WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef" }, "well known"],
    ["one letter as a secret", { WEBHOOK_SECRET: "x".repeat(40) }, "well known"],
    ["no address", { GITHUB_API_URL: "ghe.example" }, "`GITHUB_API_URL`"],
    ["no port", { PORT: "65536" }, "`PORT`"],
    ["no level", { LOG_LEVEL: "loud" }, "`LOG_LEVEL`"],
    ["no date", { BYLAW_AS_OF: "2026-02-30" }, "`BYLAW_AS_OF`"],
    ["no role", { BYLAW_ROLE: "boss" }, "`BYLAW_ROLE` is not a role"],
    [
      "web alone",
      { BYLAW_ROLE: "web" },
      "`web` shares its queue with other processes, and `REDIS_URL` is not set",
    ],
    ["a worker alone", { BYLAW_ROLE: "worker", REDIS_URL: "" }, "`REDIS_URL` is not set"],
    ["no address of Redis", { REDIS_URL: "redis.example:6379" }, "`REDIS_URL` is no address"],
    ["another server's address", { REDIS_URL: "https://redis.example" }, "`REDIS_URL` is no address"],
    ["no time to end", { BYLAW_DRAIN_SECONDS: "soon" }, "`BYLAW_DRAIN_SECONDS`"],
    ["no address of the site", { BYLAW_SITE_URL: "javascript:alert(1)" }, "`BYLAW_SITE_URL` is no address"],
    ["a site with a password", { BYLAW_SITE_URL: "https://a:b@c.example" }, "`BYLAW_SITE_URL` is no address"],
    ["no minutes", { BYLAW_SWEEP_MINUTES: "0" }, "`BYLAW_SWEEP_MINUTES`"],
  ] as readonly (readonly [string, Environment, string])[])(
    "with %s is refused in one line",
    ([, more, said]) => {
      const read = () => configurationFromEnvironment({ ...GIVEN, ...more });
      expect(read).toThrow(said);
      expect(read).toThrow(/^[^\n]+$/);
    },
  );

  test("never shows a key or secret in what it refuses", () => {
    const environment = { ...GIVEN, PRIVATE_KEY: "hunter2hunter2", WEBHOOK_SECRET: "tooshortcanary" };
    const redis = { ...GIVEN, REDIS_URL: "rediss//:hunter2@redis.example" };
    expect(() => configurationFromEnvironment(redis)).not.toThrow(/hunter2/);
    expect(() => configurationFromEnvironment(environment)).not.toThrow(/hunter2/);
    expect(() => configurationFromEnvironment({ ...GIVEN, WEBHOOK_SECRET: "canary" })).not.toThrow(/canary/);
  });
});

describe("setup mode", () => {
  test("listens on this machine alone, says what to set, and takes no event", async () => {
    const lines: string[] = [];
    const app = await serve({ PORT: "0", HOST: "0.0.0.0" }, { write: (line) => lines.push(line) });
    try {
      expect(JSON.parse(lines.join(""))).toMatchObject({ msg: "listening", port: app.port, mode: "setup" });
      const url = `http://127.0.0.1:${app.port}`;
      expect(await (await fetch(url)).json()).toMatchObject({ set: expect.arrayContaining(["APP_ID"]) });
      expect(await (await fetch(url, { headers: { accept: "text/html" } })).text()).toContain(
        "WEBHOOK_SECRET",
      );
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(`${url}/api/github/webhooks`, { method: "POST", body: "{}" })).status).toBe(404);
      await expect(fetch(`http://127.0.0.2:${app.port}`)).rejects.toThrow();
    } finally {
      await app.close();
    }
  });
});
