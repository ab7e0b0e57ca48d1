import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../load-repository.ts";

const built = existsSync(join(ROOT, "dist/main.js"));

describe.skipIf(!built)("bin/bylaw.js as a process (skipped where dist/ is missing: npm run build)", () => {
  it.for([
    [0, "a run without an open finding", ["check", "policies/example.yaml", "--as-of", "2026-11-23"]],
    [1, "an open finding", ["check", "examples/nof-almog", "--as-of", "2026-11-23"]],
    [2, "a date that does not exist", ["check", "--as-of", "2026-02-30"]],
  ] as const)("exits with %d on %s", ([code, , args]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin/bylaw.js"), ...args], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect({ status, stdout: stdout !== "", error: stderr.startsWith("error: ") }).toEqual({
      status: code,
      stdout: code !== 2,
      error: code === 2,
    });
  });
});
