import { describe, expect, it } from "vitest";
import { impactBaseOf, openImpactBase } from "../../src/change/impact/impact-base.ts";
import { impactFile } from "../../src/change/impact/impact-file.ts";
import { askImpact, impactOf } from "../../src/change/impact/impact-of.ts";
import { classifyPaths } from "../../src/engine/classify-path.ts";
import { answerFrom, askedValues } from "../../src/engine/kept/asking.ts";
import { onceFor } from "../../src/facts/once-for.ts";
import type { Impact } from "../../src/model/impact.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { digestOf } from "../../src/workspace/kept/digest-of.ts";
import { fileOf, textOf } from "../engine/report-on.ts";
import { AS_OF, linkedLights } from "../load-repository.ts";
import { edited, SOURCES, soundBundle } from "./change-world.ts";

const RETENTION = "policies/data-retention/policy.yaml";
const LIGHTS = "examples/linked/manifests/lights.yaml";
const LEGACY = "examples/ministry-of-rivers/manifests/il-gov-cam-legacy.yaml";
/** Towns with waivers, approvals, arrangements, an overlay, and two that are linked. */
const TOWNS =
  /^policies\/|^examples\/(gan-shaked|har-armon|ministry-of-rivers|twin-cities|sde-tavor|givat-tidhar)\//;
const classOf = classifyPaths(["examples/*/manifests/*.yaml"]);

const BEFORE: readonly Source[] = [
  ...SOURCES.filter(({ file }) => TOWNS.test(file)),
  fileOf(".github/bylaw.yml", 'manifests: ["examples/*/manifests/*.yaml"]\n'),
  fileOf(
    "examples/linked/manifests/cams.yaml",
    textOf("policies/example.yaml").replace(
      "interfaces: []",
      "interfaces: [{ to: il-9900-lights-ring, kind: lamp_state, direction: in, recipient: own, logged: true }]",
    ),
  ),
  fileOf(LIGHTS, linkedLights()),
];

interface State {
  readonly before: readonly Source[];
  readonly after: (sources: readonly Source[]) => readonly Source[];
  readonly asOf: string;
}

const tighter = (to: string) => (sources: readonly Source[]) =>
  edited(RETENTION, { "ordinary: P30D": `ordinary: ${to}`, "ordinary: P21D": "ordinary: P13D" }, sources);
const FIRST: State = { before: BEFORE, after: tighter("P14D"), asOf: AS_OF };

/** What may differ between two reviews, with how many manifests at most are read again. */
const CHANGES: Readonly<Record<string, readonly [(state: State) => State, most: number]>> = {
  "nothing at all": [(state) => state, 0],
  "another day": [(state) => ({ ...state, asOf: "2026-12-01" }), Infinity],
  "another change": [(state) => ({ ...state, after: tighter("P10D") }), Infinity],
  "a line at the end of a manifest of two towns that are linked": [
    onManifest(LIGHTS, (text) => `${text}# more\n`),
    2,
  ],
  "a link cut": [
    onManifest("examples/linked/manifests/cams.yaml", (text) =>
      text.replace(/interfaces: \[.*\]/, "interfaces: []"),
    ),
    2,
  ],
  "another period": [onManifest(LEGACY, (text) => text.replace(/period: P\d+D/, "period: P77D")), 6],
  "a manifest nobody can read": [
    onManifest(LIGHTS, (text) => text.replace("metadata:", "metadata: [")),
    Infinity,
  ],
  "a manifest that is gone": [
    (state) => ({ ...state, before: state.before.filter(({ file }) => file !== LIGHTS) }),
    1,
  ],
  "a decision that is gone on both sides": [without((file) => classOf(file) === "waiver", "both"), Infinity],
  "decisions that are gone by the change": [
    without((file) => ["waiver", "approval"].includes(classOf(file)), "after"),
    Infinity,
  ],
  "arrangements that are gone by the change": [
    without((file) => classOf(file) === "arrangement", "after"),
    Infinity,
  ],
  "a registry that knows less": [
    without((file) => file === "policies/trusted-vendors/registry/assessments-listed-makers.yaml", "after"),
    Infinity,
  ],
};

const bundleOf = onceFor(soundBundle);

/** What a first review kept. */
const kept = new Map<string, string>();
impactWith(FIRST, kept);

describe("an impact that rests on what an earlier one came to", () => {
  it.for(Object.entries(CHANGES))(
    "is that of one that rests on nothing, byte for byte, after %s",
    ([, [change, most]]) => {
      const state = change(FIRST);
      const again = impactWith(state, new Map(kept));
      const bundles = [state.before, state.after(state.before)].map(bundleOf);
      const [before, after] = bundles as [(typeof bundles)[number], (typeof bundles)[number]];
      const submitted = manifestsIn(state.before).map((source) => ({ source, loaded: load(source) }));
      const anew = impactOf(openImpactBase(before, submitted), after, { asOf: state.asOf });
      expect(JSON.stringify(again.impact)).toBe(JSON.stringify(anew));
      expect(again.read.length).toBeLessThanOrEqual(most);
    },
  );

  it("is of something: the change flips what it should", () => {
    const { impact } = impactWith(FIRST, kept);
    expect(impact.dates[0]?.flips.map(({ rule }) => rule)).toContain("RET-01");
    expect(impact.manifests).toBe(manifestsIn(BEFORE).length);
  });

  it("is worked out once for each change", () => {
    const store = new Map(kept);
    const { made } = impactWith({ ...FIRST, after: tighter("P10D") }, store);
    const again = impactWith({ ...FIRST, after: tighter("P10D") }, store);
    expect(made).toBeGreaterThan(0);
    expect(again).toMatchObject({ made: 0, read: [] });
  });
});

describe("facts that are kept for many changes", () => {
  // Without decisions and overlays whole parts are passed over by what they read.
  const sources = SOURCES.filter(({ file }) => /^policies\/|\/manifests\//.test(file));
  const before = soundBundle(sources);
  const submitted = manifestsIn(sources).map((source) => ({ source, loaded: load(source) }));
  const kept = openImpactBase(before, submitted, { keepFacts: true });

  it.for([
    [RETENTION, "ordinary: P30D", "ordinary: P14D"],
    [RETENTION, "ordinary: P30D", "ordinary: P6D"],
    [RETENTION, "ordinary: P30D", "ordinary: P29D"],
    ["policies/trusted-vendors/policy.yaml", "value: 50, basis", "value: 40, basis"],
    [
      "policies/cyber-security/policy.yaml",
      "{ fact: system.about_people, is: true }",
      "{ fact: system.personal_data, is: true }",
    ],
  ] as const)("come to what each change comes to alone: %s, %s", ([file, from, to]) => {
    const after = soundBundle(edited(file, { [from]: to }, sources));
    const options = { asOf: AS_OF, most: 1 };
    const alone = impactOf(openImpactBase(before, submitted), after, options);
    expect(JSON.stringify(impactOf(kept, after, options))).toBe(JSON.stringify(alone));
    expect(alone.cause.rules).not.toEqual([]);
  });
});

/** The impact with a store, which it adds to; what was read for it, and how much it added. */
function impactWith({ before, after, asOf }: State, store: Map<string, string>) {
  const read: string[] = [];
  const found = (key: string) => store.get(key);
  const added = new Map<string, string>();
  const values = askedValues({ keyOf: digestOf, keep: (key, value) => void added.set(key, value) });
  const noting = (source: Source) => {
    read.push(source.file);
    return load(source);
  };
  const files = manifestsIn(before).map((source) => impactFile(source, noting, values));
  const base = impactBaseOf(bundleOf(before), files, { kept: values });
  const impact: Impact = answerFrom(askImpact(base, bundleOf(after(before)), { asOf }), found);
  for (const [key, value] of added) store.set(key, value);
  return { impact, read, made: added.size };
}

function load(source: Source) {
  return loadDocument(source, { gate: false, kind: "Manifest" } as const);
}

function manifestsIn(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ file }) => classOf(file) === "manifest");
}

function onManifest(file: string, edit: (text: string) => string) {
  return (state: State): State => ({
    ...state,
    before: state.before.map((source) => {
      if (source.file !== file) return source;
      const text = new TextDecoder().decode(source.bytes);
      if (edit(text) === text) throw new Error(`nothing is edited in ${file}`);
      return fileOf(file, edit(text));
    }),
  });
}

function without(goes: (file: string) => boolean, side: "both" | "after") {
  return (state: State): State => {
    const rest = (sources: readonly Source[]) => {
      const left = sources.filter(({ file }) => !goes(file));
      if (left.length === sources.length) throw new Error("there is none");
      return left;
    };
    return side === "both"
      ? { ...state, before: rest(state.before) }
      : { ...state, after: (sources) => rest(state.after(sources)) };
  };
}
