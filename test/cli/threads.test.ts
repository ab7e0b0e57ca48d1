import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AS_OF, ROOT } from "../load-repository.ts";
import { newFolder, runCommands, writeText } from "./run-page.ts";

const built = existsSync(join(ROOT, "dist/main.js"));
const PAIRS = 40;
const CHECK = [
  "check",
  "--as-of",
  AS_OF,
  "--policies",
  join(ROOT, "policies"),
  "--format",
  "json",
  "--no-cache",
];

/** A repository of manifests, two to a municipality, of which one is broken, one unknown and a few at fault. */
function manyManifests(): string {
  const folder = newFolder();
  const clean = readFileSync(join(ROOT, "examples/beit-yarden/manifests/il-9908-parking-bays.yaml"), "utf8");
  for (let pair = 0; pair < PAIRS; pair += 1) {
    for (const name of ["parking-bays", "parking-signs"]) {
      const code = String(8000 + pair);
      const own = clean.replaceAll("9908", code).replaceAll("parking-bays", name);
      const text =
        pair % 20 === 3
          ? own.replace("emotion_or_categorisation: none", "emotion_or_categorisation: emotion")
          : own;
      writeText(folder, `manifests/il-${code}-${name}.yaml`, pair === 30 ? text.slice(0, 900) : text);
    }
  }
  return folder;
}

describe.skipIf(!built)("many manifests (skipped where dist/ is missing: npm run build)", () => {
  it("are judged in threads as they are without", async () => {
    const folder = manyManifests();
    const notes = join(folder, "notes");
    writeText(folder, "note.cjs", NOTE);
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(ROOT, "bin/bylaw.js"), ...CHECK, "--threads", "2"],
      {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: `--require=${join(folder, "note.cjs")}`, NOTES: notes },
      },
    );
    const { out, code } = await runCommands(folder, [`bylaw ${CHECK.join(" ")}`]);
    expect(stdout).toBe(out);
    expect(status).toBe(code);
    const { manifests, findings } = JSON.parse(out);
    expect(manifests).toHaveLength(2 * PAIRS);
    expect(findings.length).toBeGreaterThan(10);
    expect(readFileSync(notes, "utf8")).toContain("thread");
  });
});

/** Notes of each thread that starts whether it is the first. */
const NOTE = `
  const { isMainThread } = require("node:worker_threads");
  require("node:fs").appendFileSync(process.env.NOTES, isMainThread ? "main\\n" : "thread\\n");
`;
