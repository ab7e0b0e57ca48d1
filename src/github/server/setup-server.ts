import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { APP_PERMISSIONS } from "../api/app-permissions.ts";
import { SUBSCRIBED_EVENTS } from "../api/subscribed-events.ts";
import { WEBHOOK_PATH } from "../events/webhook-path.ts";
import { CREDENTIAL_VARIABLES } from "../settings/read-credentials.ts";
import { type Creation, createCreation, type SetupAnswer } from "../setup/creation.ts";
import { firstPage } from "../setup/setup-pages.ts";
import { webUrl } from "../setup/web-url.ts";
import { answerPage, pageHeaders } from "./answer-page.ts";
import type { AppPages } from "./app-pages.ts";
import { type Listening, start } from "./http-server.ts";
import { reply } from "./reply.ts";

const STEPS = [
  "Register a GitHub App, private to your organisation: https://docs.github.com/apps/creating-github-apps",
  `Permissions: ${Object.entries(APP_PERMISSIONS)
    .map(([name, level]) => `${words(name)} ${level}`)
    .join(", ")}.`,
  `Events: ${SUBSCRIBED_EVENTS.map(words).join(", ")}.`,
  `Webhook address: this server's public address with the path ${WEBHOOK_PATH}.`,
  "Set APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, and WEBHOOK_SECRET (32 random bytes or more), then start again.",
];

function words(name: string): string {
  return name.replaceAll("_", " ");
}

/**
 * Listens on this machine alone, says what to set, and leads through creating the app on GitHub. Without credentials
 * nothing can be reviewed, so every event is refused. `folder` is where `.env` is written when somebody asks for it.
 */
export function listenForSetup({
  port,
  apiUrl,
  folder,
  pages,
  siteUrl,
}: {
  readonly port: number;
  readonly apiUrl: string;
  readonly folder: string;
  readonly pages?: AppPages | undefined;
  readonly siteUrl?: string | undefined;
}): Promise<Listening> {
  const creation = createCreation({ apiUrl, folder });
  const page: AnswerPage = (request, response) =>
    answerPage(request, response, { pages, state: () => ({ mode: "setup", siteUrl }) });
  const github = webUrl(apiUrl);
  const server = createServer((request, response) => {
    answer(request, response, { creation, page })
      .then((given) => given && sendPage(response, given, github))
      .catch(() => reply(response, 500, { error: "this did not work; begin again at /" }));
  });
  return start(server, { port, host: "127.0.0.1" });
}

type AnswerPage = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The page to answer with, `undefined` once the answer is sent. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { creation, page }: { readonly creation: Creation; readonly page: AnswerPage },
): Promise<SetupAnswer | undefined> {
  const host = request.headers.host ?? "";
  // A page of a stranger may lead a browser to this machine under a name of its own.
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)) {
    return void reply(response, 403, { error: "open this page as http://127.0.0.1" });
  }
  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${host}`);
  switch (`${request.method} ${pathname}`) {
    case "GET /healthz":
      return void reply(response, 200, { status: "setup" });
    case "GET /register":
      return creation.register(searchParams, `http://${host}`);
    case "GET /created":
      return await creation.created(searchParams);
    case "POST /env":
      return await creation.write(await readForm(request));
    case "GET /setup":
      return { status: 200, html: firstPage(STEPS) };
    case "GET /":
      if (!request.headers.accept?.includes("text/html"))
        return void reply(response, 200, { status: "setup", set: CREDENTIAL_VARIABLES, steps: STEPS });
      if (page(request, response)) return undefined;
      return { status: 200, html: firstPage(STEPS) };
    default:
      if (page(request, response)) return undefined;
      return void reply(response, 404, { error: "the app has no credentials yet", see: "/" });
  }
}

function sendPage(response: ServerResponse, { status, html }: SetupAnswer, github: string): void {
  const headers = { ...pageHeaders(`'self' ${github}`), "content-type": "text/html; charset=utf-8" };
  response.writeHead(status, headers);
  response.end(html);
}

const LONGEST_FORM = 10_000;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new Error("the form is too long");
  }
  return new URLSearchParams(text);
}
