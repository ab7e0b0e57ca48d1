import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ROOT } from "../load-repository.ts";
import { BUILT } from "./start-process.ts";

describe.skipIf(!BUILT)("the demonstration (skipped where dist/ is missing: npm run build)", () => {
  it("reviews a manifest, its fix and a change of policy, and ends with 0", async () => {
    // Anything but 0 rejects.
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(ROOT, "bin/bylaw.js"),
      "demo",
      "--once",
    ]);
    const [, first = "", fixed = "", policy = ""] = stdout.split(/^── .* ──$/m);
    expect(first).toContain("check bylaw: completed failure");
    expect(fixed).toContain("check bylaw: completed success");
    expect(policy).toContain("check bylaw: completed action_required");
    expect(policy).toContain("**the same until 2026-12-23, tighter from 2026-12-24**");
    const rows = [...policy.matchAll(/^ *\| ([^|]+) \(fictional\) \| 1 \| 1 \| 0 \| 0 \| 0 \|$/gm)];
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(([, municipality]) => municipality))).toEqual(
      new Set(["Bikat Shikma", "Givat Kalanit", "Givat Tidhar", "Nof Almog"]),
    );
  });
});
