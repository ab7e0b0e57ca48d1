import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { expectPage } from "./cli/expect-page.ts";
import { readGuide } from "./cli/page.ts";
import { exchange, newFolder, runCommands, writeEdited, writeText } from "./cli/run-page.ts";
import { ROOT } from "./load-repository.ts";

const GUIDES = join(ROOT, "docs/guides");
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What the guides start from: the policies as shipped, a configuration, and one system, which passes. */
async function newRepository(): Promise<string> {
  const folder = newFolder();
  folders.push(folder);
  rmSync(join(folder, ".git"), { recursive: true });
  for (const part of ["policies", ".github/bylaw.yml"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  writeEdited(folder, "manifests/market.yaml", [
    { from: "video_raw, period: P7D", to: "video_raw, period: P14D" },
  ]);
  await runCommands(folder, [
    "git init --quiet --initial-branch main",
    "git add .",
    "git commit --quiet --message Start",
  ]);
  return folder;
}

describe.for(readdirSync(GUIDES).filter((name) => name !== "README.md"))("docs/guides/%s", (name) => {
  it("does what it says, step by step", async () => {
    const folder = await newRepository();
    const steps = readGuide(readFileSync(join(GUIDES, name), "utf8"));
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) {
      if (step.kind === "file") writeText(folder, step.file, step.text);
      else if (step.kind === "edit")
        writeText(folder, step.file, exchange(join(folder, step.file), step.edits));
      else {
        const ran = await runCommands(folder, step.commands);
        expectPage(ran.out, step.out);
        expectPage(ran.err, step.err);
        expect(ran.code, `${step.commands.join("\n")}\n${ran.out}${ran.err}`).toBe(step.exit);
      }
    }
  });
});
