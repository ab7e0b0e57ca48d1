import type { ServeOptions } from "../../src/github/server/serving.ts";
import type { NodeSource } from "./node.ts";
import { serveNode } from "./serve-node.ts";
import { troubledFetch } from "./troubled-fetch.ts";

/**
 * Nodes in this process. One is killed by cutting it off: nothing it sends leaves any more, nothing that was sent to
 * it arrives, and nobody holds what it had in memory once its attempts have failed. `around` lets tests put a fault of their own into the app.
 */
export function createAbandonedNodes(around: (way: typeof fetch) => typeof fetch = (way) => way): NodeSource {
  const write: NonNullable<ServeOptions["write"]> = () => {};
  const living = new Set<() => void>();
  return {
    sort: "abandoned",
    async start(settings) {
      let isCut = false;
      const way = around(troubledFetch({ ...settings, isCut: () => isCut }));
      const now = () => new Date(Date.now() + settings.clockShift);
      const serving = await serveNode(settings, { fetch: way, write, now });
      const kill = (): void => {
        isCut = true;
        living.delete(kill);
        void serving.close();
      };
      living.add(kill);
      return { agent: settings.agent, port: serving.port, kill, freeze: undefined };
    },
    close() {
      for (const kill of living) kill();
    },
  };
}
