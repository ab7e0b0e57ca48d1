import { createServer } from "node:http";
import { type Listening, start } from "./http-server.ts";
import type { Metrics } from "./metrics.ts";
import { reply } from "./reply.ts";

/** Listens, apart from the port that GitHub reaches, for whoever collects metrics. */
export function listenForOperations(
  address: { readonly port: number; readonly host: string },
  metrics: Pick<Metrics, "read">,
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return reply(response, 404, { error: "metrics are at /metrics" });
    metrics.read().then(
      ({ type, text }) => {
        response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
        response.end(text);
      },
      () => reply(response, 500, { error: "the metrics could not be collected" }),
    );
  });
  return start(server, address);
}
