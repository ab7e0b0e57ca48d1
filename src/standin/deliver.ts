import { createHmac, randomUUID } from "node:crypto";
import { request } from "node:http";
import type { JsonObject } from "../model/document.ts";
import type { Delivery } from "./webhook-state.ts";
import type { World } from "./world.ts";

export interface DeliveryOptions {
  /** Replaces the right `X-Hub-Signature-256`; `null` leaves the header out. */
  readonly signature?: string | null;
  /** `X-GitHub-Delivery`; a new GUID by default. */
  readonly deliveryId?: string;
  readonly redelivery?: boolean;
}

/** Signs a payload, posts it to the receiver, and logs how it went. Never rejects. */
export async function deliver(
  world: World,
  event: string,
  payload: JsonObject,
  options: DeliveryOptions = {},
): Promise<Delivery> {
  const delivery = recordDelivery(world, event, payload, options);
  const running = send(world, delivery, options);
  world.webhooks.running.add(running);
  await running;
  world.webhooks.running.delete(running);
  return delivery;
}

/** Logs a delivery that has not been attempted yet. */
export function recordDelivery(
  world: World,
  event: string,
  payload: JsonObject,
  options: DeliveryOptions,
): Delivery {
  const delivery: Delivery = {
    id: world.nextId(),
    guid: options.deliveryId ?? randomUUID(),
    event,
    action: typeof payload.action === "string" ? payload.action : null,
    deliveredAt: world.now(),
    redelivery: options.redelivery ?? false,
    installation: idOf(payload.installation),
    repository: idOf(payload.repository),
    payload,
    signature: sign(world.app.webhookSecret, JSON.stringify(payload), "sha256"),
    duration: 0,
    status: "pending",
    statusCode: 0,
    response: "",
  };
  const { log } = world.webhooks;
  log.push(delivery);
  if (log.length > world.limits.deliveries) log.shift();
  return delivery;
}

function idOf(value: unknown): number | null {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "number"
    ? value.id
    : null;
}

function sign(secret: string, body: string, algorithm: "sha1" | "sha256"): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
}

function send(world: World, delivery: Delivery, options: DeliveryOptions): Promise<void> {
  const { url, timeoutMs } = world.webhooks;
  const body = JSON.stringify(delivery.payload);
  const signature = options.signature === undefined ? delivery.signature : options.signature;
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (status: string, statusCode: number, response = ""): void => {
      clearTimeout(timer);
      Object.assign(delivery, { status, statusCode, response, duration: performance.now() - started });
      resolve();
    };
    const timer = setTimeout(() => {
      finish("timed out", 504);
      post?.destroy();
    }, timeoutMs);
    if (url === undefined) return finish("failed to connect to host", 502);
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "GitHub-Hookshot/standin",
      "x-github-delivery": delivery.guid,
      "x-github-event": delivery.event,
      "x-github-hook-id": "1",
      "x-github-hook-installation-target-id": `${world.app.id}`,
      "x-github-hook-installation-target-type": "integration",
      ...(options.signature === undefined && {
        "x-hub-signature": sign(world.app.webhookSecret, body, "sha1"),
      }),
      ...(signature !== null && { "x-hub-signature-256": signature }),
    };
    const post = request(url, { method: "POST", headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => finish("failed to connect to host", 502));
      response.on("end", () => {
        const code = response.statusCode ?? 502;
        const said = code < 400 ? "OK" : `Invalid HTTP Response: ${code}`;
        finish(said, code, Buffer.concat(chunks).toString("utf8"));
      });
    });
    post.on("error", () => finish("failed to connect to host", 502));
    post.end(body);
  });
}
