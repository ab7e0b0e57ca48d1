import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder, runCommands, writeText } from "../cli/run-page.ts";

const POLICY = `apiVersion: bylaw/v1
kind: Policy
id: paint
version: 1.0.0
status: active
jurisdiction: IL
owner: privacy
title: { en: "Paint" }
changes: [{ version: 1.0.0, date: 2026-07-01, summary: { en: "First version" } }]
sources: {}
rules: []
`;

function repository(): string {
  const folder = newFolder();
  writeText(folder, "policies/paint/policy.yaml", POLICY);
  return folder;
}

describe("bylaw docs", () => {
  it("writes a page for each language and an index, and then finds nothing to do", async () => {
    const folder = repository();
    const first = await runCommands(folder, ["bylaw docs"]);
    expect(first.out).toContain("docs/policies/paint.he.md: new\n");
    expect(readdirSync(join(folder, "docs/policies")).filter((file) => !/\.(he|ar)\.md$/.test(file))).toEqual(
      ["README.md", "changes.md", "paint.md", "waivers.md"],
    );
    const second = await runCommands(folder, ["bylaw docs"]);
    expect(second).toEqual({ out: "12 pages in docs/policies, 0 changed\n", err: "", code: 0 });
  });

  it("with --check names each page that is missing, stale or left over, and writes nothing", async () => {
    const folder = repository();
    await runCommands(folder, ["bylaw docs"]);
    writeText(
      folder,
      "policies/paint/policy.yaml",
      POLICY.replace("id: paint", "id: dye").replace("Paint", "Dye"),
    );
    const checked = await runCommands(folder, ["bylaw docs --check"]);
    expect(checked.code).toBe(1);
    expect(checked.out.trim().split("\n")).toEqual([
      "docs/policies/README.ar.md is not what its sources say now",
      "docs/policies/README.he.md is not what its sources say now",
      "docs/policies/README.md is not what its sources say now",
      "docs/policies/changes.ar.md is not what its sources say now",
      "docs/policies/changes.he.md is not what its sources say now",
      "docs/policies/changes.md is not what its sources say now",
      "docs/policies/dye.ar.md is missing",
      "docs/policies/dye.he.md is missing",
      "docs/policies/dye.md is missing",
      "docs/policies/paint.ar.md has nothing left to show",
      "docs/policies/paint.he.md has nothing left to show",
      "docs/policies/paint.md has nothing left to show",
    ]);
    expect(existsSync(join(folder, "docs/policies/dye.md"))).toBe(false);
  });

  it("removes pages nothing is shown on any more, and leaves what somebody wrote", async () => {
    const folder = repository();
    await runCommands(folder, ["bylaw docs"]);
    writeText(folder, "docs/policies/old.md", readFileSync(join(folder, "docs/policies/paint.md"), "utf8"));
    writeText(folder, "docs/policies/notes.md", "# Notes\n");
    const { out } = await runCommands(folder, ["bylaw docs"]);
    expect(out).toBe("docs/policies/old.md: removed\n12 pages in docs/policies, 1 changed\n");
    expect((await runCommands(folder, ["bylaw docs --check"])).code).toBe(0);
    expect(existsSync(join(folder, "docs/policies/notes.md"))).toBe(true);
  });

  it("writes nothing from policies with a mistake", async () => {
    const folder = newFolder();
    writeText(folder, "policies/paint/policy.yaml", POLICY.replace("version: 1.0.0", "version: soon"));
    expect((await runCommands(folder, ["bylaw docs"])).code).toBe(2);
    expect(existsSync(join(folder, "docs"))).toBe(false);
  });

  it.for(["vendors", "waivers", "changes", "plan"])(
    "refuses a policy with the name of its own page %s",
    async (id) => {
      const folder = newFolder();
      writeText(folder, "policies/paint/policy.yaml", POLICY.replace("id: paint", `id: ${id}`));
      const { code, err } = await runCommands(folder, ["bylaw docs"]);
      expect(code).toBe(2);
      expect(err).toContain(`the policy \`${id}\` has the name of another page: \`docs/policies/${id}.md\``);
    },
  );

  it("asks for a repository that has policies of its own", async () => {
    const { code, err } = await runCommands(newFolder(), ["bylaw docs"]);
    expect(code).toBe(2);
    expect(err).toBe(
      "error: there is no folder `policies` here\n  = help: run it in the repository that holds the policies\n",
    );
  });
});
