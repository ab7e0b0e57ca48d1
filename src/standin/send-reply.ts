import type { ServerResponse } from "node:http";
import type { Reply } from "./api.ts";
import type { World } from "./world.ts";

/** Writes an answer with the headers GitHub puts on every one, dated by the stand-in's clock. */
export function sendReply(world: World, response: ServerResponse, reply: Reply, headOnly: boolean): void {
  const { status, raw, headers = {} } = reply;
  const json = reply.body === undefined ? undefined : JSON.stringify(reply.body);
  const content = raw?.content ?? json;
  const id = world.nextId().toString(16).toUpperCase().padStart(8, "0");
  response.sendDate = false;
  response.writeHead(status, {
    date: new Date(world.now()).toUTCString(),
    server: "standin",
    "x-github-media-type": "github.v3; format=json",
    "x-github-request-id": `0000:${id}`,
    ...(content !== undefined && {
      "content-type": raw?.type ?? "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(content),
    }),
    ...headers,
  });
  response.end(headOnly ? undefined : content);
}
