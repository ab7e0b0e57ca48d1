import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AS_OF, ROOT } from "../load-repository.ts";

/** Bundled from the sources as the build does, so that it is never an older one that runs. */
const folder = mkdtempSync(join(tmpdir(), "bylaw-"));

beforeAll(async () => {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { main: "src/cli/main.ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["probot", "@octokit/*", "bullmq", "ioredis"],
    define: { BYLAW_BUILD: JSON.stringify("test") },
    banner: {
      js: 'import { createRequire as bylawRequire } from "node:module"; const require = bylawRequire(import.meta.url);',
    },
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Towns with findings of many kinds, names in other letters among them. */
const TOWNS = ["sde-tavor", "nof-almog", "tel-hadas"].map((town) => `examples/${town}`);

function run(environment: Readonly<Record<string, string>>) {
  const args = [join(folder, "main.mjs"), "check", "--format", "json", "--as-of", AS_OF, ...TOWNS];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { PATH: process.env.PATH ?? "", BYLAW_CACHE: "", ...environment },
  });
  return { status, stdout, stderr };
}

it("a report has the same bytes in every time zone and every locale", () => {
  const expected = run({ TZ: "UTC", LANG: "C" });
  expect(expected.status, expected.stderr).toBe(1);
  expect(JSON.parse(expected.stdout)).toMatchObject({ as_of: AS_OF, verdict: "fail" });
  for (const environment of [
    { TZ: "Pacific/Kiritimati", LANG: "he_IL.UTF-8", LC_ALL: "he_IL.UTF-8" },
    { TZ: "Etc/GMT+12", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "Europe/Amsterdam", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  ]) {
    expect(run(environment)).toEqual(expected);
  }
});
