import type { IncomingMessage, ServerResponse } from "node:http";
import { at } from "../api/answer.ts";
import { reply } from "../server/reply.ts";
import { verifySignature } from "./verify-signature.ts";

/** A delivery whose signature held. */
export interface WebhookEvent {
  readonly id: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface WebhookOptions {
  readonly secret: string;
  /** Lower-case owners whose repositories are served; empty for every owner. */
  readonly owners: ReadonlySet<string>;
  /** Queues what the event asks for, and does no more: GitHub waits for the answer. */
  readonly accept: (event: WebhookEvent) => Promise<void>;
  readonly capBytes?: number;
}

/**
 * GitHub sends up to 25 MB, but only pushes of thousands of commits come near that, and what an event of
 * theirs would have asked for the next sweep finds anyway. A low cap bounds what strangers can make us hold.
 */
const CAP_BYTES = 2 * 1024 * 1024;

/**
 * Takes one delivery: 202 once it is queued. What is unsigned is refused before its body is read, what is
 * too large as soon as it is, and what is forged before anything in it is looked at.
 */
export async function receiveWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookOptions,
): Promise<void> {
  if (request.method !== "POST") return refuse(response, 405, "send a POST request");
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return refuse(response, 415, "send `application/json`; set the webhook's content type to it");
  }
  const [name, id] = [headerOf(request, "x-github-event"), headerOf(request, "x-github-delivery")];
  if (!/^[a-z_]{1,64}$/.test(name ?? "") || !/^[\w-]{1,64}$/.test(id ?? "")) {
    return refuse(
      response,
      400,
      "name the event in `X-GitHub-Event` and the delivery in `X-GitHub-Delivery`",
    );
  }
  const cap = options.capBytes ?? CAP_BYTES;
  if (Number(request.headers["content-length"] ?? 0) > cap)
    return refuse(response, 413, `send at most ${cap} bytes`);
  const signature = verifySignature(headerOf(request, "x-hub-signature-256"), options.secret);
  if (signature === undefined) return refuse(response, 401, "sign the body in `X-Hub-Signature-256`");

  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not destroyed on leaving, so that a refusal still reaches the other end.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.byteLength;
    if (length > cap) return refuse(response, 413, `send at most ${cap} bytes`);
    signature.add(chunk);
    chunks.push(chunk);
  }
  if (!signature.matches()) return refuse(response, 401, "the signature does not match the body");
  const payload = parseObject(Buffer.concat(chunks).toString("utf8"));
  if (payload === undefined) return refuse(response, 400, "send one JSON object");
  if (!isServed(payload, options.owners)) return refuse(response, 403, "this app does not serve that owner");
  await options.accept({ id: id ?? "", name: name ?? "", payload });
  reply(response, 202, { queued: true });
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function isServed(payload: Readonly<Record<string, unknown>>, owners: ReadonlySet<string>): boolean {
  if (owners.size === 0) return true;
  const owner =
    at(payload, "repository", "owner", "login") ??
    at(payload, "organization", "login") ??
    at(payload, "installation", "account", "login");
  // A ping names no owner and asks for nothing.
  return owner === undefined || (typeof owner === "string" && owners.has(owner.toLowerCase()));
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    // Any object will do: every field is looked for, never assumed.
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** The rest of the body, if any, is never read: the connection ends with the answer. */
function refuse(response: ServerResponse, status: number, help: string): void {
  response.setHeader("connection", "close");
  reply(response, status, { error: help });
}
