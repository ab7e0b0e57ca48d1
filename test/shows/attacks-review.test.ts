import { describe, expect, it } from "vitest";
import { BASE, CONFIGURATION, type Files, propose } from "../engine/propose.ts";
import { textOf } from "../engine/report-on.ts";

const PASSING = textOf("policies/example.yaml");
const MARKET = "manifests/il-9900-cam-market.yaml";

/** What is merged as it passes: the base after it, and what an honest manifest then gets. */
function afterwards(base: Files, changed: Files) {
  const { conclusion, reason } = propose(base, changed);
  const next = Object.fromEntries(
    Object.entries({ ...base, ...changed }).filter(([, content]) => content !== null),
  );
  return { conclusion, reason, next: propose(next, { [MARKET]: `${PASSING}# more\n` }).reason };
}

describe("a file that would stop every later review", () => {
  it.for([
    "policies/x/manifest.yaml",
    "policies/x/Policy.YAML",
    "policies/trusted-vendors/registry/more.yml",
  ])("does not pass at %s", (file) => {
    expect(afterwards(BASE, { [file]: PASSING })).toEqual({
      conclusion: "failure",
      reason: "policy-invalid",
      next: "not-evaluated",
    });
  });

  it.for(["waivers", "approvals", "arrangements", "overlays"])(
    "is none where manifests stand in a folder `%s`",
    (folder) => {
      const towns = {
        ...BASE,
        ".github/bylaw.yml": CONFIGURATION.replace("manifests/**", "{towns,manifests}/**"),
      };
      expect(
        afterwards(towns, { [`towns/${folder}/a.yaml`]: PASSING.replace("cam-market", "cam-gate") }),
      ).toEqual({
        conclusion: "success",
        reason: "pass",
        next: "pass",
      });
    },
  );
});

describe("a system taken off the books", () => {
  const live = { ...BASE, [MARKET]: PASSING };

  it.for([
    [
      "by another id in its place",
      { [MARKET]: PASSING.replace("id: il-9900-cam-market", "id: il-9900-cam-gate") },
    ],
    ["by a stage before it stood", { [MARKET]: PASSING.replace("status: operation", "status: idea") }],
    [
      "by a move with a stage before it stood",
      { [MARKET]: null, "manifests/moved.yaml": PASSING.replace("status: operation", "status: idea") },
    ],
    ["by a link in its place", { [MARKET]: { text: "elsewhere.yaml", mode: "120000" } }],
    ["by a move out of sight", { [MARKET]: null, "docs/market.yaml": PASSING }],
  ] as const)("does not pass %s", ([, changed]) => {
    expect(propose(live, changed).conclusion).toBe("failure");
  });
});
