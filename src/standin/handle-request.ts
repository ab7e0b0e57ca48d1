import type { IncomingMessage, ServerResponse } from "node:http";
import type { JsonValue } from "../model/document.ts";
import { type Answer, answer, type Incoming } from "./answer.ts";
import type { Reply } from "./api.ts";
import { dropNewest, replyInstead, spoilReply } from "./fault-replies.ts";
import type { ChosenFault, FaultTarget } from "./faults.ts";
import { renderPage } from "./pages.ts";
import { sendReply } from "./send-reply.ts";
import type { RequestRecord, World } from "./world.ts";

/** Largest request body GitHub reads, in bytes. */
const LARGEST_BODY = 25 * 1024 * 1024;

/** Addresses whose earlier answers are kept. */
const MOST_REMEMBERED = 1000;

/** The two newest different answers of one address, told apart by `etag`, for stale reads. */
interface Seen {
  readonly newest: Reply;
  readonly before: Reply | undefined;
}

/** The server's request listener: pages for people, everything else the API, faults in between. */
export function createListener(
  world: World,
  choose: (target: FaultTarget) => ChosenFault | undefined,
  log: RequestRecord[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const seen = new Map<string, Seen>();

  async function respond(incoming: Incoming, agent: string, response: ServerResponse): Promise<void> {
    const { method, path } = incoming;
    const query = incoming.query.toString();
    const fault = choose({ method, path, query, agent });
    const record = (status: number, from?: Answer): void => {
      const request = {
        method,
        path,
        query,
        agent,
        route: from?.route,
        status,
        installation: from?.installation,
        fault: fault?.kind,
      };
      log.push(request);
      for (const listener of world.listeners) listener({ kind: "request", request, body: from?.body });
    };
    const send = (reply: Reply, from?: Answer): void => {
      record(reply.status, from);
      sendReply(world, response, reply, method === "HEAD");
    };
    if (fault?.kind === "reset" || fault?.kind === "hang") {
      record(0);
      if (fault.kind === "reset") response.socket?.resetAndDestroy();
      return;
    }
    const instead = fault === undefined ? undefined : replyInstead(fault, world.now());
    if (instead !== undefined) return send(instead);
    const given = answer(world, incoming);
    const address = `${path}?${query}`;
    const reads = method === "GET" || path === "/graphql";
    const question = method === "GET" ? address : address + incoming.body;
    if (fault === undefined) {
      if (reads) remember(seen, question, given.reply);
      return send(given.reply, given);
    }
    switch (fault.kind) {
      case "hang-after":
        return record(0, given);
      case "reset-after":
        record(0, given);
        response.socket?.resetAndDestroy();
        return;
      case "truncated-body":
        record(given.reply.status, given);
        return sendHalf(response, given.reply);
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
        return send(given.reply, given);
      case "stale":
        return send(reads ? staleReply(seen.get(question), given.reply) : given.reply, given);
      default:
        return send(spoilReply(fault.kind, given.reply, `${world.url}${address}`), given);
    }
  }

  return async (request, response) => {
    const url = new URL(request.url ?? "/", world.url);
    const method = request.method ?? "GET";
    const body = await readBody(request);
    if (body === undefined)
      return sendReply(world, response, { status: 413, body: { message: "Payload too large" } }, false);
    const page = ["GET", "HEAD"].includes(method) ? renderPage(world, url.pathname) : undefined;
    if (page !== undefined) return sendReply(world, response, page, method === "HEAD");
    const header = (name: string): string | undefined => request.headers[name]?.toString();
    const incoming: Incoming = {
      method,
      path: url.pathname.replace(/^\/api\/v3(?=\/)/, "").replace(/^\/api\/graphql$/, "/graphql"),
      query: url.searchParams,
      authorization: header("authorization"),
      accept: header("accept") ?? "",
      ifNoneMatch: header("if-none-match"),
      body,
    };
    await respond(incoming, header("user-agent") ?? "", response);
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString("utf8");
}

function remember(seen: Map<string, Seen>, address: string, reply: Reply): void {
  const old = seen.get(address);
  if (reply.status !== 200 || old?.newest.headers?.etag === reply.headers?.etag) return;
  seen.delete(address);
  seen.set(address, { newest: reply, before: old?.newest });
  for (const oldest of seen.keys()) {
    if (seen.size <= MOST_REMEMBERED) break;
    seen.delete(oldest);
  }
}

/** What this address answered before its last change; a list it never gave before lacks its newest entry. */
function staleReply(seen: Seen | undefined, now: Reply): Reply {
  const changed = seen !== undefined && seen.newest.headers?.etag !== now.headers?.etag;
  const before = changed ? seen.newest : seen?.before;
  const { body, headers = {} } = before ?? now;
  const { etag: _, ...rest } = headers;
  const old: JsonValue | undefined = before === undefined ? dropNewest(body) : body;
  return { ...now, headers: rest, ...(old !== undefined && { body: old }) };
}

function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(JSON.stringify(reply.body ?? null));
  response.writeHead(reply.status, {
    ...reply.headers,
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.length,
  });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}
