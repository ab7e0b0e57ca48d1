import { createServer } from "node:http";
import { CREDENTIAL_VARIABLES } from "./configuration-from-environment.ts";
import { type Listening, start } from "./http-server.ts";
import { reply } from "./reply.ts";

const STEPS = [
  "Register a GitHub App, private to your organisation: https://docs.github.com/apps/creating-github-apps",
  "Permissions: checks write, pull requests write, contents read, issues read, members read, merge queues read, metadata read.",
  "Events: pull request, pull request review, check run, check suite, merge group, issue comment, push.",
  "Webhook address: this server's public address with the path /api/github/webhooks.",
  "Set APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, and WEBHOOK_SECRET (32 random bytes or more), then start again.",
] as const;

/**
 * Listens on this machine alone and says what to set. Without credentials nothing can be reviewed, so every
 * event is refused.
 */
export function listenForSetup(port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?", 1)[0];
    if (path === "/healthz") return reply(response, 200, { status: "setup" });
    if (path !== "/") return reply(response, 404, { error: "the app has no credentials yet", see: "/" });
    if (request.headers.accept?.includes("text/html")) {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'",
        "cache-control": "no-store",
      });
      response.end(PAGE);
      return;
    }
    reply(response, 200, { status: "setup", set: CREDENTIAL_VARIABLES, steps: STEPS });
  });
  return start(server, { port, host: "127.0.0.1" });
}

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Set up Bylaw</title>
<h1>Set up Bylaw</h1>
<p>The app has no credentials yet, so it reviews nothing.</p>
<ol>
${STEPS.map((step) => `<li>${step}</li>`).join("\n")}
</ol>
</html>
`;
