import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { fieldName } from "../../src/forms/field-hint.ts";
import { manifestTemplate } from "../../src/forms/manifest-template.ts";
import { SYSTEM_KINDS, type SystemKindName } from "../../src/forms/system-kinds.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { KINDS } from "../../src/parse/kinds.ts";
import { resolveNode, type SchemaNode } from "../../src/parse/schema-node.ts";
import { AS_OF, manifestFrom, shippedBundle } from "../load-repository.ts";

const kinds = ["sensor", "cameras", "signals"] as const;
const each = kinds.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

describe("the form of a manifest", () => {
  it.for(each)(
    "for %s in `%s` is a manifest by its schema, as two YAML readers see it",
    ([kind, language]) => {
      const loaded = manifestFrom(manifestTemplate({ kind }, language));
      expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    },
  );

  it.for(each)("for %s in `%s` says of every field what it is", ([kind, language]) => {
    const { asks } = SYSTEM_KINDS[kind];
    const nameless = leaves(KINDS.Manifest.schema, "")
      .filter(({ path }) => asks(path))
      .filter(({ node, path }) => fieldName(node, path, language) === "");
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });

  it.for([
    "Bins: fill",
    "# 7",
    "yes",
    "0070",
    "- a",
    '"quoted"',
    "חיישני מילוי",
    "a\\b",
    "{ x }",
    "null",
    " padded ",
  ])("keeps the title `%s` as it was given", (title) => {
    const loaded = manifestFrom(manifestTemplate({ kind: "sensor", title }, "he"));
    expect(loaded.ok && loaded.document.value.metadata.title.en).toBe(title);
  });

  it("for sensors is shorter than the one for cameras, which leaves out only what a new system cannot have", () => {
    const lines = (kind: SystemKindName) => manifestTemplate({ kind }, "en").split("\n").length;
    expect(lines("sensor")).toBeLessThan(lines("cameras") * 0.7);
  });
});

/** Asked of a system that is being taken down. */
const LATER = /^decommissioning\./;

describe("what `check` finds missing in a form", () => {
  it.for([
    ["a sensor at tier T1", "sensor", "T1", sensorAnswers()],
    ["cameras", "cameras", null, {}],
    ["traffic signals", "signals", null, {}],
  ] as const)("has its place on the form, for %s", ([, kind, tier, answers]) => {
    const text = filledIn(manifestTemplate({ kind, cbsCode: "9903" }, "en"), answers);
    const { asks } = SYSTEM_KINDS[kind];
    const missing = (["definition", "operation"] as const).flatMap((stage) => {
      const loaded = manifestFrom(text.replace("status: definition", `status: ${stage}`));
      const report = evaluate(shippedBundle().bundle, [submitted(loaded)], { asOf: AS_OF, language: "en" });
      expect(report.manifests.map((one) => one.tier)).toEqual([tier]);
      return report.findings.flatMap((finding) => finding.missing);
    });
    expect(missing.length).toBeGreaterThan(20);
    const places = new Set(missing.flatMap(placesOf).filter((path) => !LATER.test(path)));
    expect([...places].filter((path) => !asks(path.replace("risks.*", "risks.cyber")))).toEqual([]);
  });

  it.for([
    ["sensor", sensorAnswers()],
    ["cameras", {}],
    ["signals", { personal_data: "false" }],
  ] as const)("stands in it, once companies and prices are filled in: %s", ([kind, answers]) => {
    const form = manifestTemplate({ kind, cbsCode: "9903" }, "en");
    const text = filledIn(form.replaceAll(/vendor:( .*)?$/gm, 'vendor: "vendor:axis"'), {
      ...answers,
      value_nis: "640000",
    });
    const { findings } = evaluate(shippedBundle().bundle, [submitted(manifestFrom(text))], {
      asOf: AS_OF,
      language: "en",
    });
    // A line about data of which nobody can tell yet which it is asks for what any line may need.
    const asked = findings
      .filter(({ missing }) => !missing.includes("retention.data"))
      .flatMap(({ help }) => [...(help ?? "").matchAll(/`([\w.[\]*]+)`/g)])
      .flatMap(([, path = ""]) =>
        LATER.test(path) ? [] : [path.replace(/\[\]$/, "").split(".").at(-1) ?? ""],
      );
    const keys = new Set(leaves(KINDS.Manifest.schema, "").flatMap(({ path }) => path.split(/[.[\]]+/)));
    expect(asked).toContain("holdings");
    expect(asked.filter((key) => keys.has(key) && !new RegExp(`\\b${key}:`).test(text))).toEqual([]);
  });
});

describe("asking on a terminal", () => {
  it("asks for what was not given and leaves open what is not answered", async () => {
    const { asked, out } = await typed(["--kind", "sensor", "--cbs-code", "9903"], ["Emek Dolev", "", ""]);
    expect(asked).toEqual([
      "name of the municipality: ",
      "name of the system, in English: ",
      "id of the manifest, such as il-9900-cam-market (empty: made from the code and the kind): ",
    ]);
    expect(out).toContain("id: il-9903-sensor");
    expect(out).toContain("name: Emek Dolev");
    expect(out).toContain("en: to be filled in");
  });

  it("says what is wrong with an answer and asks again", async () => {
    const { err, out } = await typed(
      ["--kind", "sensor", "--municipality", "Emek Dolev", "--title", "Bins", "--id", "il-9903-bins"],
      ["Emek", "9903"],
    );
    expect(err).toContain("`Emek`");
    expect(out).toContain('cbs_code: "9903"');
  });

  it("takes the id and the code from the name of the file, where that is written as ids are", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bylaw-new-"));
    const output = join(folder, "il-7900-parking.yaml");
    const { err } = await typed(["--kind", "sensor", "--output", output], []);
    const text = readFileSync(output, "utf8");
    rmSync(folder, { recursive: true });
    expect(text).toContain("id: il-7900-parking");
    expect(text).toContain('cbs_code: "7900"');
    expect(err).toContain("id of the manifest: `il-7900-parking`");
  });

  it("fills a short locality code up to four digits", async () => {
    const { out } = await typed(["--kind", "sensor", "--cbs-code", "12"], ["Emek Dolev", "", ""]);
    expect(out).toContain('cbs_code: "0012"');
    expect(out).toContain("id: il-0012-sensor");
  });

  it("asks in the language of the comments", async () => {
    const { asked } = await typed(["--lang", "he"], []);
    expect(asked).toEqual(["סוג המערכת (sensor, cameras, signals): "]);
  });

  it("prints the form where input ends", async () => {
    expect((await typed([], [])).out).toContain("kind: Manifest");
  });
});

/** Runs `bylaw new manifest` with a person who types these answers, then ends the input. */
async function typed(args: readonly string[], answers: readonly string[]) {
  const asked: string[] = [];
  const printed = { out: "", err: "" };
  const left = [...answers];
  await run(["new", "manifest", ...args], {
    cwd: "/",
    env: {},
    terminal: true,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    ask: async (question) => {
      asked.push(question);
      return left.shift();
    },
    today: () => AS_OF,
  });
  return { ...printed, asked };
}

/** A form with the first line of each key answered. */
function filledIn(form: string, answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers).reduce(
    (text, [key, value]) => text.replace(new RegExp(`^( +)${key}:.*$`, "m"), `$1${key}: ${value}`),
    form,
  );
}

/** What makes the form of a sensor decide its tier, and lists that are empty. */
function sensorAnswers(): Readonly<Record<string, string>> {
  const empty = [
    "interfaces",
    "foreign_finance",
    "mobile_apps",
    "international_links",
    "transfers",
    "incidents",
  ];
  return {
    categories: "[waste_collection]",
    connections: "[cellular]",
    sensitive_kinds: "[]",
    core: "false",
    ...Object.fromEntries(empty.map((key) => [key, "[]"])),
  };
}

function submitted(loaded: ReturnType<typeof manifestFrom>) {
  const text = loaded.ok ? loaded.document.text : "";
  return {
    source: { file: "manifests/test.yaml", bytes: new TextEncoder().encode(text), mode: "100644" },
    loaded,
  } as const;
}

/** Where a fact is written, or what a derived one follows from. */
function placesOf(name: string): readonly string[] {
  const fact = vocabulary.facts[name];
  return [(fact?.from === "derived" ? fact.at : fact?.from) ?? name, ...(fact?.sources ?? [])];
}

function leaves(
  node: SchemaNode,
  path: string,
): readonly { readonly path: string; readonly node: ReturnType<typeof resolveNode> }[] {
  const { schema } = KINDS.Manifest;
  const { properties, items, const: fixed, ...rest } = resolveNode(schema, node);
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([key, below]) =>
      leaves(below, path === "" ? key : `${path}.${key}`),
    );
  }
  const item = items === undefined ? undefined : resolveNode(schema, items);
  if (item?.properties !== undefined) return leaves(item, `${path}[]`);
  return fixed === undefined ? [{ path, node: rest }] : [];
}
