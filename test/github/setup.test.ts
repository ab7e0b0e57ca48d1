import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import type { Listening } from "../../src/github/server/http-server.ts";
import { listenForSetup } from "../../src/github/server/setup-server.ts";
import { webUrl } from "../../src/github/setup/web-url.ts";

const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n";
const NEW_APP = {
  id: 99,
  slug: "bylaw",
  html_url: "https://github.com/apps/bylaw",
  pem: KEY,
  webhook_secret: "s3",
};

/** As much of GitHub as creates an app. */
let github: Server;
let asked: string[];
let server: Listening;
let folder: string;
beforeEach(async () => {
  asked = [];
  github = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    response.writeHead(incoming.url?.includes("used") ? 404 : 201, { "content-type": "application/json" });
    response.end(JSON.stringify(NEW_APP));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  folder = mkdtempSync(join(tmpdir(), "bylaw-setup-"));
  server = await listenForSetup({ port: 0, apiUrl: url(github), folder });
});
afterEach(async () => {
  await server.close();
  github.close();
});

// A server that listens on TCP has such an address.
const url = (of: Server): string => `http://127.0.0.1:${(of.address() as AddressInfo).port}`;

async function open(
  path: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return { status: answer.status, html: await answer.text() };
}

const FORM = "/register?address=https%3A%2F%2Fbylaw.example.org&organisation=northport&name=Bylaw";

/** Fills in the form. Gives the state and the manifest that go to GitHub. */
async function register(form = FORM) {
  const { html } = await open(form);
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? "";
  const manifest = /name="manifest" value="([^"]+)"/.exec(html)?.[1] ?? "";
  return {
    action,
    state: /state=([0-9a-f]{64})$/.exec(action)?.[1] ?? "",
    manifest: JSON.parse(manifest.replaceAll("&quot;", '"')),
  };
}

const write = (state: string) => open("/env", { method: "POST", body: new URLSearchParams({ state }) });

describe("creating the app", () => {
  test("registers it private, with the permissions and events it uses, and comes back to this machine", async () => {
    const { action, manifest } = await register();
    expect(action).toMatch(new RegExp(`^${url(github)}/organizations/northport/settings/apps/new\\?state=`));
    expect(manifest).toEqual({
      name: "Bylaw",
      url: "https://bylaw.example.org/",
      hook_attributes: { url: "https://bylaw.example.org/api/github/webhooks", active: true },
      redirect_url: `http://127.0.0.1:${server.port}/created`,
      public: false,
      default_permissions: APP_PERMISSIONS,
      default_events: expect.arrayContaining(["pull_request", "merge_group", "push"]),
    });
    // GitHub refuses a manifest that asks for what comes anyway.
    expect(manifest.default_events).not.toContain("installation");
    const own = await register(FORM.replace("northport", ""));
    expect(own.action).toContain(`${url(github)}/settings/apps/new?`);
  });

  test("ends with the credentials on the page, and in a file when asked to", async () => {
    const { state } = await register();
    const { html } = await open(`/created?code=abc123&state=${state}`);
    expect(asked).toEqual(["POST /app-manifests/abc123/conversions"]);
    expect(html).toContain("APP_ID=99\nPRIVATE_KEY=&quot;-----BEGIN RSA PRIVATE KEY-----\\nMIIE");
    expect(() => statSync(join(folder, ".env"))).toThrow();
    expect((await write(state)).status).toBe(200);
    expect(readFileSync(join(folder, ".env"), "utf8")).toContain(
      `WEBHOOK_SECRET=s3\nGITHUB_API_URL=${url(github)}\n`,
    );
    expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
    expect((await write(state)).status).toBe(400);
  });

  test("leaves a file alone that is there", async () => {
    writeFileSync(join(folder, ".env"), "MINE=1\n");
    const { state } = await register();
    await open(`/created?code=abc123&state=${state}`);
    expect(await write(state)).toMatchObject({ status: 400, html: expect.stringContaining("left as it is") });
    expect(readFileSync(join(folder, ".env"), "utf8")).toBe("MINE=1\n");
  });

  test("takes no code that was not asked for here, nor one twice", async () => {
    expect((await open("/created?code=abc123")).status).toBe(400);
    expect((await open(`/created?code=abc123&state=${"0".repeat(64)}`)).status).toBe(400);
    expect(asked).toEqual([]);
    const { state } = await register();
    expect((await open(`/created?code=..%2F..%2Fx&state=${state}`)).status).toBe(400);
    expect((await open(`/created?code=abc123&state=${state}`)).status).toBe(400);
    expect(asked).toEqual([]);
    const next = await register();
    expect(await open(`/created?code=used&state=${next.state}`)).toMatchObject({
      status: 400,
      html: expect.stringContaining("GitHub answered with status 404"),
    });
    expect((await write("0".repeat(64))).status).toBe(400);
  });

  test.for([
    ["an address without TLS", "address=http%3A%2F%2Fa.example&name=x"],
    ["an address with a path", "address=https%3A%2F%2Fa.example%2Fx&name=x"],
    ["no address", "address=javascript%3Aalert(1)&name=x"],
    ["an organisation that leads elsewhere", "address=https%3A%2F%2Fa.example&organisation=..%2Fx&name=x"],
    ["no name", "address=https%3A%2F%2Fa.example&name="],
  ])("refuses %s", async ([, query]) => {
    expect((await open(`/register?${query}`)).status).toBe(400);
  });

  test("puts nothing from the form into the page but as text", async () => {
    const { html } = await open(
      `/register?address=https%3A%2F%2Fa.example&name=${encodeURIComponent('"><script>')}`,
    );
    expect(html).not.toContain("<script>");
  });

  test("answers to no name but this machine's, whoever sends a browser here", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: "evil.example" };
      request({ port: server.port, host: "127.0.0.1", path: FORM, headers }, (answer) =>
        resolve(answer.statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

test.for([
  ["https://api.github.com", "https://github.com"],
  ["https://ghe.example/api/v3", "https://ghe.example"],
  ["https://api.ministry.ghe.com", "https://ministry.ghe.com"],
])("people use the GitHub of %s at %s", ([api = "", web]) => {
  expect(webUrl(api)).toBe(web);
});
