import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../load-repository.ts";
import { expectPage } from "./expect-page.ts";
import { readPage } from "./page.ts";
import { newFolder, runCommands, writeEdited, writeText } from "./run-page.ts";

const pages = readdirSync(join(ROOT, "test/cli")).filter((name) => name.endsWith(".md"));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.for(pages)("%s", (page) => {
  const tests = readPage(readFileSync(join(ROOT, "test/cli", page), "utf8"));

  it.for(tests.map((test) => [test.name, test] as const))("%s", async ([, { steps }]) => {
    const folder = newFolder();
    folders.push(folder);
    for (const step of steps) {
      if (step.kind === "file") writeText(folder, step.file, step.text);
      else if (step.kind === "edit") writeEdited(folder, step.file, step.edits);
      else {
        const ran = await runCommands(folder, step.commands);
        expectPage(ran.out, step.out);
        expectPage(ran.err, step.err);
        expect(ran.code, ran.err).toBe(step.exit);
      }
    }
  });
});
