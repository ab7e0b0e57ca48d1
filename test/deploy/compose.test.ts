import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { configurationFromEnvironment } from "../../src/github/settings/configuration-from-environment.ts";
import { ROOT } from "../load-repository.ts";

const { services } = parse(readFileSync(join(ROOT, "compose.yaml"), "utf8"), { merge: true });

const KEY = join(mkdtempSync(join(tmpdir(), "bylaw-")), "key.pem");
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
writeFileSync(KEY, privateKey.export({ type: "pkcs1", format: "pem" }));

/** The environment a service is given, with what an operator sets. */
function environmentOf(service: string): Readonly<Record<string, string>> {
  const set: Readonly<Record<string, string>> = {
    APP_ID: "17",
    WEBHOOK_SECRET: "9f2c4b7a1d8e6053f1a2b3c4d5e6f708",
  };
  const entries = Object.entries<string>(services[service].environment).map(([name, text]) => {
    const value = text.replace(
      /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
      (_, variable, usual) => set[variable] ?? usual,
    );
    return [name, name === "PRIVATE_KEY_PATH" ? KEY : value];
  });
  return Object.fromEntries(entries);
}

it("compose.yaml starts a process that takes events and two that review, on one Redis", () => {
  const [web, worker] = ["web", "worker"].map((name) => configurationFromEnvironment(environmentOf(name)));
  expect([web?.role, worker?.role, services.worker.deploy.replicas]).toEqual(["web", "worker", 2]);
  expect(web?.redisUrl).toBe("redis://redis:6379");
  expect(worker?.redisUrl).toBe(web?.redisUrl);
  expect(web?.credentials?.appId).toBe(17);
});

it("compose.yaml stops a process later than that stops waiting for its reviews", () => {
  const { drainSeconds } = configurationFromEnvironment(environmentOf("worker"));
  expect(Number.parseInt(services.worker.stop_grace_period, 10)).toBeGreaterThan(drainSeconds);
});
