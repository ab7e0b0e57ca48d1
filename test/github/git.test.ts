import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBoundedCache } from "../../src/github/api/bounded-cache.ts";
import type { Client } from "../../src/github/api/client.ts";
import { compareTrees } from "../../src/github/api/compare-trees.ts";
import { blobSha, treeSha } from "../../src/github/api/git-objects.ts";
import { readBlobs } from "../../src/github/api/read-blobs.ts";
import { readTree, type Tree } from "../../src/github/api/read-tree.ts";

const NAME = { owner: "northport", repo: "systems" };

/** A client that answers requests by their route, and writes them down. */
function clientThat(answers: {
  rest?: (parameters: Readonly<Record<string, unknown>>) => unknown;
  graphql?: (query: string) => unknown;
}) {
  const asked: string[] = [];
  const client: Client = {
    async rest(route, parameters = {}) {
      asked.push(route);
      return answers.rest?.(parameters);
    },
    async graphql(query) {
      asked.push("graphql");
      return answers.graphql?.(query);
    },
  };
  return { client, asked };
}

describe("objects", () => {
  test("are named as Git names them", () => {
    const folder = mkdtempSync(join(tmpdir(), "bylaw-"));
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
    git("init", "--quiet");
    const files = ["a.b", "a/b/c", "a-b", "a/c", "z", "ünïcode/ש.yaml"];
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), file, { mode: file === "z" ? 0o755 : 0o644 });
    }
    symlinkSync("z", join(folder, "link"));
    git("add", ".");
    const listed = git("ls-files", "--stage", "-z").split("\0").filter(Boolean);
    const entries = listed.map((line) => {
      const [, mode = "", sha = "", path = ""] = /^(\d+) (\w+) 0\t(.+)$/.exec(line) ?? [];
      return { path, mode, sha };
    });
    expect(treeSha(entries)).toBe(git("write-tree").trim());
    expect(blobSha(Buffer.from("a.b"))).toBe(entries.find(({ path }) => path === "a.b")?.sha);
  });
});

describe("a listing", () => {
  const files = [
    { path: "README.md", mode: "100644", type: "blob", sha: blobSha(Buffer.from("a")), size: 1 },
    { path: "manifests", mode: "040000", type: "tree", sha: "0".repeat(40) },
    { path: "manifests/one.yaml", mode: "100644", type: "blob", sha: blobSha(Buffer.from("b")), size: 1 },
  ];
  const tree = treeSha(files.filter(({ type }) => type === "blob"));
  const read = (answer: unknown) =>
    readTree(clientThat({ rest: () => answer }).client, { ...NAME, tree }, createBoundedCache<Tree>(10_000));

  test("that is complete is read once and kept", async () => {
    const { client, asked } = clientThat({ rest: () => ({ truncated: false, tree: files }) });
    const cache = createBoundedCache<Tree>(10_000);
    const first = await readTree(client, { ...NAME, tree }, cache);
    expect([...first.keys()]).toEqual(["README.md", "manifests/one.yaml"]);
    expect(await readTree(client, { ...NAME, tree }, cache)).toBe(first);
    expect(asked).toHaveLength(1);
  });

  test.for([
    ["with a file left out", { truncated: false, tree: files.slice(0, 2) }],
    ["with another mode", { truncated: false, tree: files.map((file) => ({ ...file, mode: "100755" })) }],
    ["that says nothing of being complete", { tree: files }],
    ["of no files", { truncated: false, tree: [] }],
    ["that is an error page", "<html>"],
  ] as const)("%s is no listing", async ([, answer]) => {
    await expect(read(answer)).rejects.toMatchObject({ name: "GithubError", kind: "unavailable" });
  });

  test("that GitHub cut is never judged", async () => {
    await expect(read({ truncated: true, tree: files })).rejects.toMatchObject({ name: "NotEvaluable" });
  });
});

test("two trees are compared by name, content and mode", () => {
  const entry = (sha: string, mode: "100644" | "120000" = "100644") => ({
    mode,
    sha: sha.repeat(40),
    size: 1,
  });
  const before: Tree = new Map([
    ["same", entry("a")],
    ["changed", entry("b")],
    ["moved", entry("c")],
    ["linked", entry("d")],
  ]);
  const after: Tree = new Map([
    ["same", entry("a")],
    ["changed", entry("e")],
    ["away", entry("c")],
    ["linked", entry("d", "120000")],
  ]);
  expect(compareTrees(before, after)).toEqual([
    { file: "away", status: "added" },
    { file: "changed", status: "changed" },
    { file: "linked", status: "changed" },
    { file: "moved", status: "removed" },
  ]);
});

describe("contents", () => {
  const cache = () => createBoundedCache<Uint8Array>(1_000_000);
  const asked = (text: string | Uint8Array) => {
    const bytes = Buffer.from(text);
    return { bytes, sha: blobSha(bytes), size: bytes.byteLength };
  };

  test("that are text come many a request", async () => {
    const blobs = Array.from({ length: 250 }, (_, index) => asked(`text ${index}`));
    const byText = new Map(blobs.map(({ sha, bytes }) => [sha, bytes.toString("utf8")]));
    const { client, asked: requests } = clientThat({
      graphql: (query) => ({
        repository: Object.fromEntries(
          [...query.matchAll(/(b\d+): object\(oid: "(\w+)"\)/g)].map(([, name = "", oid = ""]) => {
            return [name, { oid, text: byText.get(oid), isTruncated: false }];
          }),
        ),
      }),
    });
    const read = await readBlobs(client, NAME, blobs, cache());
    expect(requests).toEqual(["graphql", "graphql"]);
    for (const { sha, bytes } of blobs) expect(read.get(sha)).toEqual(bytes);
  });

  test.for([
    ["binary", Uint8Array.of(0, 255, 1), { text: null }],
    ["cut", "whole text", { text: "whole" }],
    ["altered on the way", "\ufefftext", { text: "text" }],
  ] as const)("that are %s come one by one, as bytes", async ([, content, answer]) => {
    const blob = asked(content);
    const { client } = clientThat({
      graphql: () => ({ repository: { b0: { oid: blob.sha, isTruncated: false, ...answer } } }),
      rest: () => ({ encoding: "base64", content: blob.bytes.toString("base64") }),
    });
    expect((await readBlobs(client, NAME, [blob], cache())).get(blob.sha)).toEqual(blob.bytes);
  });

  test("that are not what was asked for are no answer", async () => {
    const blob = asked("right");
    const { client } = clientThat({
      graphql: () => ({ repository: { b0: null } }),
      rest: () => ({ encoding: "base64", content: Buffer.from("wrong").toString("base64") }),
    });
    await expect(readBlobs(client, NAME, [blob], cache())).rejects.toMatchObject({ kind: "unavailable" });
  });

  test("beyond the cap are not asked for, and come as too many bytes to be a document", async () => {
    const { client, asked: requests } = clientThat({});
    const read = await readBlobs(client, NAME, [{ sha: "a".repeat(40), size: 600_000 }], cache());
    expect(read.get("a".repeat(40))?.byteLength).toBe(600_000);
    expect(requests).toEqual([]);
  });

  test("that are too much together are not read at all, however small each is", async () => {
    const { client, asked: requests } = clientThat({});
    const blobs = Array.from({ length: 129 }, (_, index) => {
      return { sha: index.toString(16).padStart(40, "0"), size: 512 * 1024 };
    });
    await expect(readBlobs(client, NAME, blobs, cache())).rejects.toMatchObject({
      name: "NotEvaluable",
      lasting: true,
      message: "the files to be read are 65 MiB together",
    });
    expect(requests).toEqual([]);
  });
});

test("a cache keeps what was used last, within its bound", () => {
  const cache = createBoundedCache<string>(10);
  cache.set("a", "A", 4);
  cache.set("b", "B", 4);
  cache.get("a");
  cache.set("c", "C", 4);
  cache.set("d", "D", 11);
  expect(["a", "b", "c", "d"].map((key) => cache.get(key))).toEqual(["A", undefined, "C", undefined]);
});
