import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { AS_OF, linkedLights, ROOT } from "../load-repository.ts";
import { newFolder, writeText } from "./run-page.ts";

const LINK =
  "interfaces: [{ to: il-9900-lights-ring, kind: lamp_state, direction: in, recipient: own, protocol: mqtt, legal_authority: municipal procedure 4-2, constant: false, agreement: { scope: none, signed_on: none, expires_on: none }, logged: true, covert_powers: none }]";

/** Cameras and lights, linked with one another, with policies of their own beside them. */
function town(): string {
  const folder = newFolder();
  cpSync(join(ROOT, "policies"), join(folder, "policies"), { recursive: true });
  const cameras = readFileSync(join(ROOT, "policies/example.yaml"), "utf8");
  writeText(folder, "manifests/cameras.yaml", cameras.replace("interfaces: []", LINK));
  writeText(folder, "manifests/lights.yaml", linkedLights());
  return folder;
}

async function bylaw(folder: string, args: readonly string[], cache = join(folder, ".git/kept")) {
  const log = join(cache, "runs.log");
  const size = () => (existsSync(log) ? statSync(log).size : 0);
  const before = size();
  let out = "";
  const code = await run(["check", ...args], {
    cwd: folder,
    env: { BYLAW_CACHE: cache },
    terminal: false,
    build: "of this test",
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    today: () => AS_OF,
  });
  return { said: { out, code }, kept: size() > before };
}

/** Replaces a text where it stands in a file. */
function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(folder, file), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
}

const CAMERAS = ["manifests/cameras.yaml", "--format", "json"];

describe("a run whose inputs were the same before", () => {
  it("says the same, and with any other input what a run says that keeps nothing", async () => {
    const folder = town();
    const steps: readonly (readonly [string, () => void, readonly string[]])[] = [
      ["the first", () => undefined, CAMERAS],
      [
        "the other end of a link",
        () => edit(folder, "manifests/lights.yaml", "direction: out", "direction: in"),
        CAMERAS,
      ],
      ["a file deleted", () => rmSync(join(folder, "manifests/lights.yaml")), CAMERAS],
      ["a day", () => undefined, [...CAMERAS, "--as-of", "2027-02-01"]],
      ["a format", () => undefined, ["manifests/cameras.yaml"]],
      [
        "the manifest",
        () => edit(folder, "manifests/cameras.yaml", /video_raw, period: P\d+D/, "video_raw, period: P90D"),
        CAMERAS,
      ],
      [
        "a policy",
        () => edit(folder, "policies/data-retention/policy.yaml", /ordinary: P30D/, "ordinary: P100D"),
        CAMERAS,
      ],
      ["all manifests", () => undefined, ["--format", "json"]],
    ];
    for (const [what, change, args] of steps) {
      change();
      const first = await bylaw(folder, args);
      const second = await bylaw(folder, args);
      const { said } = await bylaw(folder, [...args, "--no-cache"]);
      expect({ what, kept: first.kept, repeated: !second.kept }).toEqual({
        what,
        kept: true,
        repeated: true,
      });
      expect([first.said, second.said]).toEqual([said, said]);
    }
  });

  it("never passes by a line that was tampered with", async () => {
    const folder = town();
    edit(folder, "manifests/cameras.yaml", /video_raw, period: P\d+D/, "video_raw, period: P90D");
    const { said } = await bylaw(folder, CAMERAS);
    expect(said.code).toBe(1);
    edit(folder, ".git/kept/runs.log", /"code":1/, '"code":0');
    expect((await bylaw(folder, CAMERAS)).said).toEqual(said);
  });
});

describe("nothing is kept", () => {
  it.for([["--gate"], ["--no-cache"]])("of a run with %s", async ([option = ""]) => {
    const folder = town();
    await bylaw(folder, [...CAMERAS, option]);
    expect(existsSync(join(folder, ".git/kept"))).toBe(false);
  });

  it("of policies that are not sound", async () => {
    const folder = town();
    edit(folder, "policies/data-retention/policy.yaml", "severity: ", "severity_: ");
    const { said, kept } = await bylaw(folder, CAMERAS);
    expect({ code: said.code, kept }).toEqual({ code: 2, kept: false });
  });

  it("where the folder cannot be written, and the run is as ever", async () => {
    const folder = town();
    writeText(folder, ".git/file", "");
    const { said } = await bylaw(folder, CAMERAS, join(folder, ".git/file/kept"));
    expect(said).toEqual((await bylaw(folder, [...CAMERAS, "--no-cache"])).said);
    expect(readdirSync(join(folder, ".git"))).toEqual(["file"]);
  });
});
