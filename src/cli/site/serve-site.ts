import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** A running server of a built site. */
export interface SiteServer {
  /** Where the site begins, its base included. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built site on the loopback address alone, under the base it was built for. */
export async function serveSite(folder: string, base: string, port: number): Promise<SiteServer> {
  const server = createServer((request, response) => {
    void answer(folder, base, request.url ?? "/").then(({ status, type, body, location }) => {
      response.writeHead(status, {
        "content-type": type,
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        ...(location === undefined ? {} : { location }),
      });
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });
  await listen(server, port);
  const address = server.address();
  const used = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${used}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer | string;
  readonly location?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".sarif": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/atom+xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
};

const PLAIN = "text/plain; charset=utf-8";

async function answer(folder: string, base: string, address: string): Promise<Answer> {
  const path = pathOf(address);
  if (path === undefined || !path.startsWith(base)) return { status: 404, type: PLAIN, body: "not found\n" };
  const target = normalize(join(folder, path.slice(base.length)));
  if (target !== folder && !target.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    return { status: 404, type: PLAIN, body: "not found\n" };
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory() && !path.endsWith("/"))
    return { status: 301, type: PLAIN, body: "", location: `${path}/` };
  const file = found?.isDirectory() ? join(target, "index.html") : target;
  const body = await readFile(file).catch(() => undefined);
  if (body === undefined) return { status: 404, type: PLAIN, body: "not found\n" };
  return { status: 200, type: TYPES[extname(file)] ?? PLAIN, body };
}

/** The path an address asks for, decoded; `undefined` where it cannot be one. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, "http://site").pathname);
  } catch {
    return undefined;
  }
}
