import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyPaths } from "../../src/engine/classify-path.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { evaluateKept } from "../../src/engine/kept/evaluate-kept.ts";
import type { KeptValues } from "../../src/engine/kept/kept-values.ts";
import { neighbourhoods } from "../../src/engine/kept/neighbourhoods.ts";
import { foldedBy, takeUp, type Unopened } from "../../src/engine/kept/unopened.ts";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { placementFindings } from "../../src/engine/placement-findings.ts";
import { once } from "../../src/facts/once.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { digestOf } from "../../src/workspace/kept/digest-of.ts";
import { AS_OF, linkedLights, sourcesUnder } from "../load-repository.ts";
import { fileOf, textOf } from "./report-on.ts";

const classOf = classifyPaths(["examples/*/manifests/*.yaml"]);
/** Those with waivers, approvals, arrangements, an overlay and links, each once. */
const EXAMPLES = [
  "gan-shaked",
  "har-armon",
  "ministry-of-rivers",
  "twin-cities",
  "ramat-shaked",
  "sde-tavor",
];

const everything = [
  ...sourcesUnder("policies"),
  ...EXAMPLES.flatMap((town) => sourcesUnder(`examples/${town}`)),
  fileOf(".github/bylaw.yml", 'manifests: ["examples/*/manifests/*.yaml"]\n'),
  // Two towns that are linked, so that an edit at one end is felt at the other.
  fileOf(
    "examples/linked/manifests/cams.yaml",
    textOf("policies/example.yaml").replace(
      "interfaces: []",
      "interfaces: [{ to: il-9900-lights-ring, kind: lamp_state, direction: in, recipient: own, logged: true }]",
    ),
  ),
  fileOf("examples/linked/manifests/lights.yaml", linkedLights()),
];

/** A store that lives as long as a test; how many values were kept is counted. */
function memory(): KeptValues & { readonly size: () => number } {
  const values = new Map<string, string>();
  return {
    keyOf: digestOf,
    find: (key) => values.get(key),
    keep: (key, value) => void values.set(key, value),
    size: () => values.size,
  };
}

interface State {
  readonly sources: readonly Source[];
  readonly asOf: string;
}

type Edit = (state: State, pick: number) => State;

/** What a person may do between two runs. */
const EDITS: Readonly<Record<string, Edit>> = {
  "another period in a manifest": onManifest((text) => text.replace(/period: P\d+D/, "period: P77D")),
  "another tier": onManifest((text) =>
    text.replace(/identification: \w+/, "identification: realtime_remote_1_n"),
  ),
  "a link turned round": onManifest((text) =>
    text.replace(/direction: (in|out)/, (_, of) => `direction: ${of === "in" ? "out" : "in"}`),
  ),
  "a link cut": onManifest((text) => text.replace(/interfaces: \[.*\]/, "interfaces: []")),
  "another municipality": onManifest((text) => text.replace(/cbs_code: "\d+"/, 'cbs_code: "9901"')),
  "a manifest nobody can read": onManifest((text) => text.replace("metadata:", "metadata: [")),
  "a manifest deleted": ({ sources, asOf }, pick) => {
    const gone = manifestsIn(sources)[pick % manifestsIn(sources).length];
    return { sources: sources.filter((source) => source !== gone), asOf };
  },
  "a manifest under a second name": ({ sources, asOf }, pick) => {
    const one = manifestsIn(sources)[pick % manifestsIn(sources).length];
    return {
      sources:
        one === undefined
          ? sources
          : [...sources, { ...one, file: one.file.replace(/[^/]*$/, `copy-${pick}.yaml`) }],
      asOf,
    };
  },
  "a decision or arrangement deleted": ({ sources, asOf }, pick) => {
    const beside = sources.filter(({ file }) =>
      ["waiver", "approval", "arrangement", "overlay"].includes(classOf(file)),
    );
    const gone = beside[pick % Math.max(1, beside.length)];
    return { sources: sources.filter((source) => source !== gone), asOf };
  },
  "another day": ({ sources }, pick) => ({ sources, asOf: `2026-${10 + (pick % 3)}-${11 + (pick % 17)}` }),
  "a tighter policy": ({ sources, asOf }) => ({
    sources: sources.map((source) =>
      source.file === "policies/data-retention/policy.yaml"
        ? fileOf(
            source.file,
            new TextDecoder().decode(source.bytes).replace(/ordinary: P\d+D/, "ordinary: P21D"),
          )
        : source,
    ),
    asOf,
  }),
  "nothing at all": (state) => state,
};

const FIRST: State = { sources: everything, asOf: AS_OF };

/** What a first run kept. */
const keptAtFirst = once(() => {
  const kept = memory();
  bothReports(FIRST, kept);
  return { kept };
});

describe("a report of which parts were kept", () => {
  it("is that of a run that kept nothing, byte for byte, whatever was edited between", () => {
    const kept = memory();
    const edit = fc.record({ of: fc.constantFrom(...Object.keys(EDITS)), pick: fc.nat({ max: 1000 }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 6, maxLength: 8 }), (edits) => {
        let state: State = { sources: everything, asOf: AS_OF };
        for (const { of, pick } of edits) {
          state = EDITS[of]?.(state, pick) ?? state;
          const { anew, again } = bothReports(state, kept);
          expect(again).toBe(anew);
        }
      }),
      { numRuns: 1 },
    );
  });

  it.for(Object.keys(EDITS))("after %s", (of) => {
    const { kept } = keptAtFirst();
    const { anew, again } = bothReports(EDITS[of]?.(FIRST, 5) ?? FIRST, kept);
    expect(again).toBe(anew);
  });

  it("judges no more than the neighbourhood of what changed", () => {
    const { kept } = keptAtFirst();
    const before = kept.size();
    const edited = everything.map((source) =>
      source.file === "examples/linked/manifests/lights.yaml"
        ? fileOf(source.file, `${new TextDecoder().decode(source.bytes)}\n`)
        : source,
    );
    bothReports({ sources: edited, asOf: AS_OF }, kept);
    // One card, one neighbourhood.
    expect(kept.size() - before).toBe(2);
  });
});

describe("manifests stand in one neighbourhood", () => {
  const of = (file: string, id: string, code: string, ...targets: readonly string[]): Unopened => {
    const card = { content: "", names: { id, code, targets } };
    const unasked = () => {
      throw new Error("nothing is read to tell neighbours");
    };
    return {
      source: fileOf(file, ""),
      key: () => file,
      card: () => card,
      names: () => card.names,
      isKnown: () => true,
      held: () => undefined,
      hold: unasked,
      open: unasked,
    };
  };
  it.for([
    ["of one municipality", of("a", "il-1-a", "0001"), of("b", "il-1-b", "1"), 1],
    ["with one id", of("a", "il-1-a", "1"), of("b", "il-1-a", "2"), 1],
    ["where one links to the other", of("a", "il-1-a", "1", "il-2-b"), of("b", "il-2-b", "2"), 1],
    ["where both link to a third", of("a", "il-1-a", "1", "il-3-c"), of("b", "il-2-b", "2", "il-3-c"), 1],
    ["but not otherwise", of("a", "il-1-a", "1"), of("b", "il-2-b", "2"), 2],
  ] as const)("%s", ([, one, other, groups]) => {
    expect(neighbourhoods([one, other], [])).toHaveLength(groups);
  });
});

/** The report made anew, and the one made of what is kept; as text. */
function bothReports({ sources, asOf }: State, kept: KeptValues) {
  const { bundle } = loadBundle(sources, { gate: false });
  const load = (source: Source) => loadDocument(source, { gate: false, kind: "Manifest" });
  const files = manifestsIn(sources).map((source) =>
    takeUp(source, foldedBy(load), { kept, reading: "one" }),
  );
  const byFile = new Map(files.map((file) => [file.source.file, file]));
  const head = files.map(({ source }) => source);
  const placement = placementFindings(
    { base: [], head, changes: head.map(({ file }) => ({ file, status: "added" })) },
    classOf,
    ({ file }) => {
      const loaded = byFile.get(file)?.open().loaded;
      return loaded?.ok ? loaded.document : undefined;
    },
    ({ file }) => byFile.get(file)?.names()?.id,
  );
  const options = { asOf, language: "en", before: placement.findings("en"), judges: () => true } as const;
  const again = evaluateKept(bundle, files, options, kept);
  const anew = evaluate(
    bundle,
    head.map((source) => ({ source, loaded: load(source) })),
    options,
  );
  return { anew: JSON.stringify(anew), again: again && JSON.stringify(again) };
}

function manifestsIn(sources: readonly Source[]): readonly Source[] {
  return sources
    .filter(({ file }) => classOf(file) === "manifest")
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function onManifest(change: (text: string) => string): Edit {
  return ({ sources, asOf }, pick) => {
    const able = manifestsIn(sources).filter(({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      return change(text) !== text;
    });
    const one = able[pick % Math.max(1, able.length)];
    return {
      sources: sources.map((source) =>
        source === one ? fileOf(source.file, change(new TextDecoder().decode(source.bytes))) : source,
      ),
      asOf,
    };
  };
}
