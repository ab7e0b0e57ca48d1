import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { changedFiles, describeChange } from "../../src/standin/file-diff.ts";
import { commitsBetween, mergeBase } from "../../src/standin/history.ts";
import { diffLines } from "../../src/standin/line-diff.ts";
import { mergeTrees } from "../../src/standin/merge-trees.ts";
import { createObjectStore } from "../../src/standin/object-store.ts";
import { diffTrees, findEntry, type Leaf, walkTree, writeTree } from "../../src/standin/tree.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "standin-"));
afterAll(() => rmSync(folder, { recursive: true }));

function git(args: readonly string[], input: string | Buffer = "", env: Record<string, string> = {}): string {
  const options = { cwd: folder, input, env: { PATH: process.env.PATH, HOME: folder, ...env } };
  return execFileSync("git", args, options).toString("utf8").trim();
}

const signature = { name: "Maya", email: "maya@example.org", seconds: 1_795_435_200 };

/** Names that sort differently as files and folders, and beyond ASCII. */
const segment = fc.constantFrom("a", "a.b", "a-b", "a0", "b", "Z", "é", "שלום", "𝒳");
const tree = fc.dictionary(
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/")),
  fc.record({
    mode: fc.constantFrom("100644" as const, "100755" as const, "120000" as const),
    content: fc.uint8Array({ maxLength: 20 }),
  }),
  { maxKeys: 8 },
);

/** Drops paths that would be a file and a folder at once. */
function withoutClashes<T>(files: Readonly<Record<string, T>>): [string, T][] {
  const paths = Object.keys(files);
  return Object.entries(files).filter(([path]) => !paths.some((other) => other.startsWith(`${path}/`)));
}

describe.skipIf(!hasGit)("objects have the SHAs real Git gives them", () => {
  if (hasGit) git(["init", "--quiet"]);

  it("trees of any files, in any order of names and folders", () => {
    fc.assert(
      fc.property(tree, (files) => {
        const store = createObjectStore();
        const leaves = new Map<string, Leaf>();
        for (const [path, { mode, content }] of withoutClashes(files)) {
          leaves.set(path, { mode, sha: store.putBlob(content) });
          git(["hash-object", "-w", "--stdin"], Buffer.from(content));
        }
        const index = { GIT_INDEX_FILE: join(folder, "index") };
        rmSync(index.GIT_INDEX_FILE, { force: true });
        const entries = [...leaves].map(([path, { mode, sha }]) => `${mode} ${sha}\t${path}\0`);
        git(["update-index", "-z", "--index-info"], entries.join(""), index);
        expect(writeTree(store, undefined, leaves)).toBe(git(["write-tree"], "", index));
      }),
      { numRuns: 25 },
    );
  });

  it("commits with parents and messages beyond ASCII", () => {
    const store = createObjectStore();
    const empty = store.putTree([]);
    const commit = { tree: empty, parents: [], author: signature, committer: signature, message: "שלום\n" };
    const first = store.putCommit(commit);
    const second = store.putCommit({ ...commit, parents: [first], message: "next\n" });
    git(["mktree"]);
    const date = `${signature.seconds} +0000`;
    const env = Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((who) => [
        [`GIT_${who}_NAME`, signature.name],
        [`GIT_${who}_EMAIL`, signature.email],
        [`GIT_${who}_DATE`, date],
      ]),
    );
    const real = git(["commit-tree", empty], "שלום\n", env);
    expect([first, second]).toEqual([real, git(["commit-tree", empty, "-p", real], "next\n", env)]);
  });
});

describe("trees", () => {
  const store = createObjectStore();
  const leaf = (text: string): Leaf => ({ mode: "100644", sha: store.putBlob(Buffer.from(text)) });
  const base = writeTree(
    store,
    undefined,
    new Map([
      ["a/b/c", leaf("1")],
      ["a/d", leaf("2")],
      ["e", leaf("3")],
    ]),
  );

  it("change only what is named, and lose folders that became empty", () => {
    const after = writeTree(
      store,
      base,
      new Map([
        ["a/b/c", null],
        ["f", leaf("4")],
      ]),
    );
    expect([...walkTree(store, after)].map(({ path }) => path)).toEqual(["a", "a/d", "e", "f"]);
  });

  it.for(["../x", "a/../x", ".git/config", "a//b", "/a", "./a"])("refuse the path %s", (path) => {
    expect(() => writeTree(store, base, new Map([[path, leaf("x")]]))).toThrow("is not a path Git accepts");
  });

  it("find what stands at a path", () => {
    expect(findEntry(store, base, "a/b/c")?.sha).toBe(leaf("1").sha);
    expect([findEntry(store, base, "a/b/c/d"), findEntry(store, base, "x")]).toEqual([undefined, undefined]);
  });

  it("differ exactly where they were changed, whatever was changed", () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const write = (files: typeof before) =>
          new Map(
            withoutClashes(files).map(([path, { mode, content }]) => [
              path,
              { mode, sha: store.putBlob(content) },
            ]),
          );
        const [a, b] = [write(before), write(after)];
        const changed = [...new Set([...a.keys(), ...b.keys()])].filter(
          (path) => JSON.stringify(a.get(path)) !== JSON.stringify(b.get(path)),
        );
        const found = diffTrees(store, writeTree(store, undefined, a), writeTree(store, undefined, b));
        expect(found.map(({ path }) => path).sort()).toEqual(changed.sort());
      }),
    );
  });

  it("merge changes of different files, and conflict on one file changed twice", () => {
    const ours = writeTree(store, base, new Map([["e", leaf("ours")]]));
    const theirs = writeTree(store, base, new Map([["a/d", leaf("theirs")]]));
    const both = writeTree(store, ours, new Map([["a/d", leaf("theirs")]]));
    const clash = writeTree(store, base, new Map([["e", leaf("other")]]));
    expect([mergeTrees(store, base, ours, theirs), mergeTrees(store, base, ours, clash)]).toEqual([
      both,
      undefined,
    ]);
  });

  it("show a file that moved unchanged as one rename", () => {
    const moved = writeTree(
      store,
      base,
      new Map([
        ["e", null],
        ["g", leaf("3")],
      ]),
    );
    const [change] = changedFiles(store, base, moved).map((each) => describeChange(store, each, 1000));
    expect(change).toMatchObject({
      filename: "g",
      previousFilename: "e",
      status: "renamed",
      patch: undefined,
    });
  });
});

describe("history", () => {
  const store = createObjectStore();
  const commit = (message: string, ...parents: string[]) =>
    store.putCommit({ tree: store.putTree([]), parents, author: signature, committer: signature, message });
  const root = commit("root");
  const left = commit("left", root);
  const right = commit("right", root);
  const merge = commit("merge", left, right);

  it.for([
    ["two branches", left, right, root],
    ["a branch and its ancestor", left, root, root],
    ["a branch that was merged", right, merge, right],
    ["unrelated histories", left, commit("other root"), undefined],
  ] as const)("finds the merge base of %s", ([, a, b, expected]) => {
    expect(mergeBase(store, a, b)).toBe(expected);
  });

  it("lists commits of one side, parents first", () => {
    expect(commitsBetween(store, left, merge)).toEqual([right, merge]);
    expect(commitsBetween(store, root, merge).at(-1)).toBe(merge);
  });
});

describe("line differences", () => {
  const text = fc
    .array(fc.constantFrom("a\n", "b\n", "c\n", "d\n"), { maxLength: 40 })
    .map((l) => l.join(""));

  it("turn one text into the other", () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom("", "end"), (before, after, tail) => {
        const lines: string[] = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
        const result: string[] = [];
        let at = 0;
        for (const hunk of diffLines(before, after + tail)) {
          const start = hunk.beforeLines === 0 ? hunk.beforeStart : hunk.beforeStart - 1;
          result.push(
            ...lines.slice(at, start),
            ...hunk.lines.filter((l) => l.kind !== "-").map((l) => l.text),
          );
          expect(hunk.lines.filter((l) => l.kind !== "+").map((l) => l.text)).toEqual(
            lines.slice(start, start + hunk.beforeLines),
          );
          at = start + hunk.beforeLines;
        }
        expect([...result, ...lines.slice(at)].join("")).toBe(after + tail);
      }),
    );
  });

  it("are written as Git writes them", () => {
    const store = createObjectStore();
    const file = (content: string) =>
      writeTree(
        store,
        undefined,
        new Map([["f", { mode: "100644" as const, sha: store.putBlob(Buffer.from(content)) }]]),
      );
    const numbers = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`);
    const [change] = changedFiles(
      store,
      file(numbers.join("")),
      file(`${numbers.with(1, "two\n").with(18, "x\n").join("")}end`),
    );
    expect(change && describeChange(store, change, 1000).patch).toBe(
      "@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n" +
        "@@ -16,5 +16,6 @@\n 16\n 17\n 18\n-19\n+x\n 20\n+end\n\\ No newline at end of file",
    );
  });
});
