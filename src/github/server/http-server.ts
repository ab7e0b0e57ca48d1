import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { receiveWebhook, type WebhookOptions } from "../events/receive-webhook.ts";
import { WEBHOOK_PATH } from "../events/webhook-path.ts";
import type { Readiness } from "./readiness.ts";
import { reply } from "./reply.ts";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests and resolves once those under way are answered. */
  close(): Promise<void>;
}

/** Listens for deliveries. `/healthz` answers `status` while the process lives, `/readyz` whether it is of use, and why not. */
export function listen(
  address: { readonly port: number; readonly host?: string | undefined },
  routes: {
    /** Left out where this process takes no deliveries. */
    readonly webhook: WebhookOptions | undefined;
    readonly status: () => Readonly<Record<string, unknown>>;
    readonly readiness: () => Readiness;
    /** Answers a person with a browser; `false` where there is no page. Left out where there are none. */
    readonly page?: (request: IncomingMessage, response: ServerResponse) => boolean;
    readonly onAnswer: (status: number) => void;
    readonly onError: (error: unknown) => void;
  },
): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?", 1)[0]?.replace(/(.)\/+$/, "$1");
    if (path === "/healthz") return reply(response, 200, routes.status());
    if (path === "/readyz") {
      const { ready, reasons } = routes.readiness();
      return reply(response, ready ? 200 : 503, { ready, reasons });
    }
    if (path !== WEBHOOK_PATH && routes.page?.(request, response)) return;
    if (path !== WEBHOOK_PATH || routes.webhook === undefined)
      return reply(response, 404, { error: "nothing is here" });
    response.once("close", () => routes.onAnswer(response.headersSent ? response.statusCode : 0));
    receiveWebhook(request, response, routes.webhook).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      routes.onError(error);
      if (!response.headersSent) reply(response, 500, { error: "the event was not queued" });
    });
  });
  return start(server, address);
}

/** Starts a server on an address, bounded in what strangers can make it hold. */
export async function start(
  server: Server,
  { port, host }: { readonly port: number; readonly host?: string | undefined },
): Promise<Listening> {
  server.maxConnections = 100;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    // A server that listens on TCP has such an address.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}
