import { describe, expect, it } from "vitest";
import { compareBundles } from "../../src/change/review-policies.ts";
import { leastAfter, versionOrder } from "../../src/change/versions/semantic-version.ts";
import type { FileProblem } from "../../src/model/document.ts";
import type { VersionLevel } from "../../src/model/set-change.ts";
import { AS_OF } from "../load-repository.ts";
import { edited, SOURCES, soundBundle } from "./change-world.ts";

const RETENTION = "policies/data-retention/policy.yaml";
const GOVERNANCE = "policies/governance/policy.yaml";
const MAP = "policies/national-map/policy.yaml";

/** Three policies are enough, and quick to load: the one that changes, the one with the notice, the one with the ladder. */
const own = SOURCES.filter(({ file }) => [RETENTION, GOVERNANCE, MAP].includes(file));
const before = soundBundle(own);

type Edits = Readonly<Record<string, string>>;

function change(
  edits: Edits,
  options: { readonly file?: string; readonly published?: readonly string[] } = {},
) {
  const { file = RETENTION, published = [] } = options;
  const after = soundBundle(edited(file, edits, own));
  return compareBundles(before, after, { asOf: AS_OF, published: new Map([["data-retention", published]]) });
}

const said = ({ location, message }: FileProblem) => `${location.line}: ${message}`;
const lineOf = (text: string, file = RETENTION) => {
  const source = own.find((one) => one.file === file);
  const lines = new TextDecoder().decode(source?.bytes).split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
};

describe("the level a change asks for", () => {
  const TIGHTER = { "ordinary: P30D": "ordinary: P14D" };
  const LOOSER = { "ordinary: P30D": "ordinary: P45D" };

  it.for<[string, Edits, VersionLevel, string]>([
    ["a shorter limit is tighter", TIGHTER, "major", "tighter"],
    ["a longer limit is looser", LOOSER, "minor", "looser"],
    [
      "a longer limit beside another requirement is mixed",
      {
        ...LOOSER,
        "      - { fact: retention.auto_delete, is: true }\n    fix":
          "      - { fact: retention.auto_delete, is: true }\n      - { fact: retention.case_ref_required, is: true }\n    fix",
      },
      "major",
      "mixed",
    ],
    ["another name of a parameter is text", { raw_video_max: "raw_video_most" }, "patch", "same"],
    ["another Hebrew text is text", { "וידאו גולמי נמחק מהר": "וידאו גולמי נמחק במהירות" }, "patch", "same"],
    [
      "a comment is nothing",
      { "version: 1.1.0\nstatus": "version: 1.1.0 # the second\nstatus" },
      "none",
      "same",
    ],
  ])("%s", ([, edits, level, kind]) => {
    const { change: found } = change(edits);
    expect(found.whole.kind).toBe(kind);
    expect(found.policies.map((policy) => policy.level)).toEqual(level === "none" ? [] : [level]);
  });

  it("is that of the policy whose definition another policy's rule reads", () => {
    const { change: found } = change(
      {
        "effective: 2026-07-01\n    subject: interface":
          "effective: 2026-07-01\n    until: 2027-12-31\n    subject: interface",
      },
      { file: MAP },
    );
    expect(found.policies.map(({ policy, level }) => [policy, level])).toEqual([["national-map", "minor"]]);
  });

  it.for<[string, Edits, VersionLevel]>([
    ["a longer life of waivers lets more through", { "value: P180D": "value: P200D" }, "minor"],
    ["a shorter one lets less through", { "value: P180D": "value: P170D" }, "major"],
    [
      "a longer notice changes no verdict",
      {
        'لم يكن ممنوعاً قبله"\n    read_by: engine\n    values:\n      - { from: 2026-07-01, value: P30D':
          'لم يكن ممنوعاً قبله"\n    read_by: engine\n    values:\n      - { from: 2026-07-01, value: P45D',
      },
      "patch",
    ],
  ])("of what the engine reads itself: %s", ([, edits, level]) => {
    expect(change(edits, { file: GOVERNANCE }).change.policies.map((policy) => policy.level)).toEqual([
      level,
    ]);
  });
});

const ENTRY = `changes:
  - version: VERSION
    date: 2026-11-23
    summary:
      en: "Shorter"
`;

/** The limit moved, with a version and an entry for it. */
function released(version: string, ordinary: string): Edits {
  return {
    "version: 1.1.0\nstatus": `version: ${version}\nstatus`,
    "changes:\n": ENTRY.replace("VERSION", version),
    "ordinary: P30D": `ordinary: ${ordinary}`,
  };
}

describe("a version that does not say what changed is refused at its place", () => {
  const here = lineOf("version: 1.1.0");
  it.for<[string, Edits, readonly string[], RegExp | undefined]>([
    ["looser as a minor version", released("1.2.0", "P45D"), [], undefined],
    ["looser as a major version", released("2.0.0", "P45D"), [], undefined],
    [
      "looser as a patch",
      released("1.1.1", "P45D"),
      [],
      /`1.1.1` is too small a step from `1.1.0`: `RET-01` would be laxer/,
    ],
    [
      "tighter as a minor version",
      released("1.2.0", "P14D"),
      [],
      /`1.2.0` is too small a step from `1.1.0`: `RET-01` would be stricter/,
    ],
    [
      "without a bump",
      { "ordinary: P30D": "ordinary: P45D" },
      [],
      /changed and its version is still `1.1.0`: `RET-01` would be laxer/,
    ],
    ["a version that goes back", released("1.0.9", "P45D"), [], /`1.0.9` is not after `1.1.0`/],
    [
      "a version used before in the changelog",
      released("1.0.0", "P45D"),
      [],
      /`1.0.0` was published already/,
    ],
    [
      "a version used before in the history",
      released("1.3.0", "P45D"),
      ["1.3.0"],
      /`1.3.0` was published already/,
    ],
    [
      "text without a bump",
      { "וידאו גולמי נמחק מהר": "וידאו גולמי נמחק במהירות" },
      [],
      /its text changed, which asks for a patch version/,
    ],
  ])("%s", ([, edits, published, message]) => {
    const { problems } = change(edits, { published });
    const versions = problems.filter(({ pointer }) => pointer === "/version");
    if (message === undefined) return expect(versions).toEqual([]);
    expect(versions.map(said)).toHaveLength(1);
    expect(versions.map(said)[0]).toMatch(new RegExp(`^${here}: .*${message.source}`));
  });

  it.for<[string, Edits, RegExp]>([
    [
      "the newest entry is for an older version",
      { "version: 1.1.0\nstatus": "version: 1.2.0\nstatus", "ordinary: P30D": "ordinary: P45D" },
      /the newest entry under `changes` is for `1.1.0`, and the policy is `1.2.0`/,
    ],
    [
      "an entry is gone",
      {
        ...released("1.2.0", "P45D"),
        "  - version: 1.0.0\n    date: 2026-07-01\n": "  - version: 0.9.0\n    date: 2026-07-01\n",
      },
      /the entry for `1.0.0` is gone/,
    ],
    [
      "an entry says something else",
      { ...released("1.2.0", "P45D"), "First version: video, plates": "First version: plates" },
      /the entry for `1.0.0` says something else/,
    ],
    [
      "dates go back",
      { ...released("1.2.0", "P45D"), "    date: 2026-11-01": "    date: 2026-11-30" },
      /is dated 2026-11-23, before `1.1.0` of 2026-11-30/,
    ],
  ])("the changelog where %s", ([, edits, message]) => {
    const { problems } = change(edits);
    expect(
      problems
        .filter(({ pointer }) => pointer.startsWith("/changes"))
        .map(said)
        .join("\n"),
    ).toMatch(message);
  });
});

describe("notice before something newly blocks", () => {
  const later = (from: string, value: string) => ({
    "      - from: 2027-04-01\n": `      - from: ${from}\n        value: ${value}\n        basis: { source: proposal }\n      - from: 2027-04-01\n`,
  });

  it.for<[string, Edits, RegExp | undefined]>([
    [
      "a limit that is shorter at once",
      { "ordinary: P30D": "ordinary: P14D" },
      /`RET-01` would newly block from 2026-11-23, and at least 30 days of notice/,
    ],
    [
      "one that is shorter a day too soon",
      later("2026-12-22", "{ sensitive: P14D, ordinary: P14D }"),
      /from 2026-12-22/,
    ],
    ["one that is announced in time", later("2026-12-23", "{ sensitive: P14D, ordinary: P14D }"), undefined],
    ["a longer limit", { "ordinary: P30D": "ordinary: P45D" }, undefined],
    [
      "a rule that asks for approval and no longer warns alone",
      {
        "effect: warn": "effect: approve",
      },
      undefined,
    ],
    [
      "a rule that blocks at one tier",
      {
        "effect: warn": "effect: { T1: warn, T2: warn, T3: warn, T4: block }",
      },
      /would newly block from 2026-11-23/,
    ],
  ])("%s", ([, edits, message]) => {
    const { problems } = change(edits);
    const notice = problems.filter((problem) => problem.message.includes("notice")).map(said);
    if (message === undefined) expect(notice).toEqual([]);
    else expect(notice.join("\n")).toMatch(message);
  });

  it("points at the value that brings it about", () => {
    const { problems } = change({ "ordinary: P30D": "ordinary: P14D" });
    const [notice] = problems.filter(({ message }) => message.includes("notice"));
    expect(notice?.pointer).toBe("/parameters/raw_video_max/values/0");
    expect(notice?.help).toContain("begin on 2026-12-23 or later");
  });

  it("is asked for where a rule allows no waiver any more", () => {
    const { problems } = change({
      "    subject: retention\n    when:\n      - { fact: retention.data, is: video_raw }":
        "    waivable: false\n    subject: retention\n    when:\n      - { fact: retention.data, is: video_raw }",
    });
    expect(problems.map(said).join("\n")).toMatch(/`RET-01` would newly block from 2026-11-23/);
  });
});

describe("translations in step", () => {
  const english = { "Raw video is deleted quickly": "Raw video is deleted soon" };
  const notes = (edits: Edits) =>
    change(edits)
      .problems.filter(({ message }) => message.includes("English text"))
      .map(({ pointer }) => pointer);

  it("English that changes alone leaves two translations behind, each at its place", () => {
    expect(notes(english)).toEqual(["/rules/0/title/he", "/rules/0/title/ar"]);
  });

  it("one marked as stale, or translated again, is in step", () => {
    const title = '      en: "Raw video is deleted quickly"\n';
    expect(notes({ [title]: '      stale: [he, ar]\n      en: "Raw video is deleted soon"\n' })).toEqual([]);
    expect(notes({ ...english, "וידאו גולמי נמחק מהר": "וידאו גולמי נמחק במהירות" })).toEqual([
      "/rules/0/title/ar",
    ]);
  });

  it("one that somebody checked with the change is in step", () => {
    const title = '      en: "Raw video is deleted quickly"\n';
    expect(
      notes({ [title]: '      reviewed_by: "privacy"\n      en: "Raw video is deleted soon"\n' }),
    ).toEqual([]);
  });
});

describe("semantic versions", () => {
  it.for<[string, VersionLevel, string]>([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "none", "1.2.3"],
  ])("after %s the least %s version is %s", ([version, level, least]) => {
    expect(leastAfter(version, level)).toBe(least);
  });

  it("are ordered by number, not by letters", () => {
    expect(["1.10.0", "1.9.9", "2.0.0", "1.9.10"].sort(versionOrder)).toEqual([
      "1.9.9",
      "1.9.10",
      "1.10.0",
      "2.0.0",
    ]);
  });
});
