import { deliver } from "./deliver.ts";
import { redeliver } from "./routes-hooks.ts";
import type { Standin } from "./standin.ts";
import type { World } from "./world.ts";

/** Deliveries and what becomes of them, bound to a world. */
export function webhooksOf(world: World) {
  const { webhooks } = world;
  return {
    setWebhookUrl: (url) => {
      webhooks.url = requireLoopback(url);
    },
    deliver: (event, payload, how) => deliver(world, event, payload, how),
    redeliver: (delivery) => redeliver(world, delivery),
    setDeliveryPlan: (plan) => {
      webhooks.plan = plan;
    },
    releaseHeld: () => {
      for (const send of webhooks.held.splice(0).reverse()) send();
    },
    settled: async () => {
      while (webhooks.running.size > 0) await Promise.all(webhooks.running);
    },
  } satisfies Partial<Standin>;
}

/** Throws for an address that is not on this machine. */
export function requireLoopback(url: string | undefined): string | undefined {
  const host = url === undefined ? "localhost" : new URL(url).hostname;
  if (["localhost", "127.0.0.1", "[::1]"].includes(host)) return url;
  throw new Error(`webhooks are delivered on loopback only, not to \`${host}\``);
}
