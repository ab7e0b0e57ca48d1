import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serveSite } from "../../src/cli/site/serve-site.ts";
import { writeSite } from "../../src/cli/site/write-site.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bylaw-site-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("writing a site", () => {
  it("removes what an earlier build left and a new one does not make", () => {
    writeSite([{ path: "en/old/index.html", text: "old" }], folder);
    writeSite([{ path: "en/index.html", text: "new" }], folder);
    expect(readFileSync(join(folder, "en/index.html"), "utf8")).toBe("new");
    expect(readdirSync(join(folder, "en/old"))).toEqual([]);
    expect(readdirSync(join(folder, "assets"))).toContain("site.css");
  });

  it("touches no folder that holds anything else", () => {
    writeFileSync(join(folder, "thesis.txt"), "");
    expect(() => writeSite([], folder)).toThrow("holds files that no build of the site wrote");
    expect(readdirSync(folder)).toEqual(["thesis.txt"]);
  });
});

describe("serving a site", () => {
  it.for([
    ["a page", "/base/en/", 200],
    ["a page without its last slash", "/base/en", 301],
    ["a page that is not there", "/base/xx/", 404],
    ["an address outside the base", "/en/", 404],
    ["a way out of the folder", "/base/..%2f..%2f..%2f..%2fetc%2fpasswd", 404],
    ["an address that cannot be read", "/base/%ff", 404],
  ] as const)("answers %s", async ([, path, expected]) => {
    writeSite([{ path: "en/index.html", text: "<!DOCTYPE html>" }], folder);
    const server = await serveSite(folder, "/base/", 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/base\/$/);
    expect(await statusOf(server.url, path)).toBe(expected);
    await server.close();
  });
});

/** Asks for a path as it is written; `fetch` would tidy it first. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
