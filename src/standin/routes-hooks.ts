import type { JsonObject } from "../model/document.ts";
import { type ApiRequest, notFound, type Reply, type Route } from "./api.ts";
import { deliver } from "./deliver.ts";
import { isoTime } from "./iso-time.ts";
import { readInteger } from "./paginate.ts";
import { appRoute } from "./route.ts";
import type { Delivery } from "./webhook-state.ts";
import type { World } from "./world.ts";

/** The app's log of webhook deliveries, and delivering one again. */
export const HOOK_ROUTES: readonly Route[] = [
  appRoute("GET", "/app/hook/config", ({ world }) => ({
    status: 200,
    body: { content_type: "json", insecure_ssl: "0", secret: "********", url: world.webhooks.url ?? "" },
  })),
  appRoute("GET", "/app/hook/deliveries", listDeliveries),
  appRoute("GET", "/app/hook/deliveries/{delivery_id}", (request) => {
    const delivery = deliveryNamed(request);
    return {
      status: 200,
      body: {
        ...presentDelivery(delivery),
        url: request.world.webhooks.url ?? "",
        request: { headers: { "X-GitHub-Delivery": delivery.guid }, payload: delivery.payload },
        response: { headers: {}, payload: delivery.response },
      },
    };
  }),
  appRoute("POST", "/app/hook/deliveries/{delivery_id}/attempts", (request) => {
    redeliver(request.world, deliveryNamed(request));
    return { status: 202, body: {} };
  }),
];

/** Delivers an event again, under the same GUID. */
export function redeliver(world: World, delivery: Delivery): Promise<Delivery> {
  const again = { deliveryId: delivery.guid, redelivery: true };
  return deliver(world, delivery.event, delivery.payload, again);
}

/** Newest first, with a cursor instead of page numbers. */
function listDeliveries({ world, query, path }: ApiRequest): Reply {
  const size = Math.min(Math.max(readInteger(query, "per_page", 30), 1), 100);
  const before = readInteger(query, "cursor", Number.POSITIVE_INFINITY);
  const failed = query.get("status") === "failure";
  const all = world.webhooks.log
    .filter((delivery) => delivery.id < before && (!failed || delivery.statusCode >= 400))
    .reverse();
  const page = all.slice(0, size);
  const next = all.length > size ? page.at(-1)?.id : undefined;
  const link = `<${world.url}${path}?per_page=${size}&cursor=${next}>; rel="next"`;
  return {
    status: 200,
    body: page.map(presentDelivery),
    ...(next !== undefined && { headers: { link } }),
  };
}

function presentDelivery(delivery: Delivery): JsonObject {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: isoTime(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: Math.round(delivery.duration) / 1000,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installation,
    repository_id: delivery.repository,
    throttled_at: null,
  };
}

function deliveryNamed({ world, params }: ApiRequest): Delivery {
  const delivery = world.webhooks.log.find((other) => `${other.id}` === params.delivery_id);
  if (delivery === undefined) throw notFound();
  return delivery;
}
