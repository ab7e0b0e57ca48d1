import { generateKeyPairSync, randomBytes } from "node:crypto";
import { APP_PERMISSIONS } from "../github/api/app-permissions.ts";
import { serve } from "../github/server/serve.ts";
import type { Serving } from "../github/server/serving.ts";
import type { Standin } from "../standin/standin.ts";
import { startStandin } from "../standin/start-standin.ts";

/** The stand-in for GitHub and the real app, started against it. */
export interface DemoPair {
  readonly github: Standin;
  readonly app: Serving;
  /** Resolves once every event was delivered and everything it caused is done. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const APP_ID = 1;

/** Starts both on this machine alone, with keys that live as long as the demonstration. */
export async function startDemoPair(asOf: string, options: { readonly port: number }): Promise<DemoPair> {
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const webhookSecret = randomBytes(32).toString("hex");
  const github = await startStandin({
    app: {
      id: APP_ID,
      slug: "bylaw",
      publicKey: keys.publicKey,
      webhookSecret,
      permissions: APP_PERMISSIONS,
    },
    port: options.port,
  });
  const app = await serve(
    {
      APP_ID: String(APP_ID),
      PRIVATE_KEY: keys.privateKey,
      WEBHOOK_SECRET: webhookSecret,
      GITHUB_API_URL: github.url,
      PORT: "0",
      HOST: "127.0.0.1",
      BYLAW_AS_OF: asOf,
      LOG_LEVEL: "warn",
    },
    // The stand-in has no other clients to be polite to.
    { pace: { throttle: false, timeoutMilliseconds: 30_000 }, write: (line) => process.stderr.write(line) },
  );
  github.setWebhookUrl(`http://127.0.0.1:${app.port}/api/github/webhooks`);
  return {
    github,
    app,
    async quiet() {
      // What the app writes causes events of its own, and they may give it more to do.
      for (let round = 0; round < 3; round += 1) {
        await github.settled();
        await app.idle();
      }
    },
    async close() {
      await app.close();
      await github.close();
    },
  };
}
