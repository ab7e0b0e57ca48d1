import { createServer } from "node:http";
import { createWorld } from "./create-world.ts";
import { createFaults } from "./faults.ts";
import { createListener } from "./handle-request.ts";
import { inspectionOf } from "./inspection.ts";
import { peopleOf } from "./people.ts";
import { sendReply } from "./send-reply.ts";
import type { Standin } from "./standin.ts";
import { requireLoopback, webhooksOf } from "./webhook-controls.ts";
import type { AppRegistration, Limits, RequestRecord } from "./world.ts";

export interface StandinOptions {
  readonly app: AppRegistration;
  /** Where webhooks go; loopback only. */
  readonly webhookUrl?: string;
  /** Milliseconds since 1970; the real clock by default. Tokens and commit dates follow it. */
  readonly now?: () => number;
  /** Limits to lower; GitHub's own by default. */
  readonly limits?: Partial<Limits>;
  /** How long a receiver may take, in milliseconds; GitHub's 10 seconds by default. */
  readonly webhookTimeoutMs?: number;
  /** A free one by default. */
  readonly port?: number;
}

/** Starts an in-memory GitHub on the loopback interface. */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const world = createWorld({
    app: options.app,
    limits: options.limits ?? {},
    now: options.now ?? Date.now,
    webhookUrl: requireLoopback(options.webhookUrl),
    webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
  });
  const { choose, ...faults } = createFaults();
  const requests: RequestRecord[] = [];
  const listener = createListener(world, choose, requests);
  const server = createServer((request, response) => {
    listener(request, response).catch((error: unknown) => {
      const message = `the stand-in itself failed: ${error instanceof Error ? error.stack : error}`;
      if (response.headersSent) response.destroy();
      else sendReply(world, response, { status: 500, body: { message } }, false);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  world.url = `http://127.0.0.1:${address.port}`;
  return {
    url: world.url,
    world,
    faults,
    requests,
    deliveries: world.webhooks.log,
    ...peopleOf(world),
    ...webhooksOf(world),
    ...inspectionOf(world),
    clearRequests: () => {
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
