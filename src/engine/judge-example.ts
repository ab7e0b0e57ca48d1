import { buildFacts } from "../facts/build-facts.ts";
import { setRows } from "../facts/set-rows.ts";
import type { Document, JsonValue, Manifest } from "../model/document.ts";
import type { FactSet } from "../model/row.ts";
import type { CompiledRule, Effect, RuleSet } from "../model/rule.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { loadDocument } from "../parse/load-document.ts";
import { readYaml } from "../parse/read-yaml.ts";
import { type ExampleWorld, exampleSurroundings } from "./example-world.ts";
import { judgeManifest } from "./judge-manifest.ts";
import { judgeSetRow, SET_SUBJECTS } from "./judge-set-row.ts";
import { EXAMPLE_FILES, type ExampleFile, layOver, type PageExample } from "./page-examples.ts";

/** The date at which an example that names none is judged; the files examples are laid over pass whole then. */
export const EXAMPLES_AS_OF = "2026-11-23";

/** An example ready to be judged by any number of rules: its facts are computed once. */
export interface PreparedExample {
  readonly example: PageExample;
  readonly asOf: string;
  /** What is wrong with the example itself, as `/pointer: what`; it cannot be judged then. */
  readonly problems: readonly string[];
  readonly judgeable: JudgeableExample | undefined;
}

interface JudgeableExample {
  readonly manifest: Manifest;
  readonly surroundings: Surroundings;
  readonly facts: FactSet;
  readonly rules: RuleSet;
  readonly rows: readonly SetRow[];
}

/** One finding that a rule makes of an example. */
export interface ExampleFinding {
  readonly outcome: "fail" | "unknown";
  readonly effect: Effect;
  /** Whether the rule does not bind yet, so that the finding is only announced. */
  readonly upcoming: boolean;
}

/** Lays an example over its file, reads the result, and prepares the facts of all its files on its date. */
export function prepareExample(example: PageExample, world: ExampleWorld): PreparedExample {
  return { example, ...prepareBlocks(example, world) };
}

/** The same of blocks that are an example of anything. */
export function prepareBlocks(
  example: Pick<PageExample, "of" | "yaml" | "asOf">,
  world: ExampleWorld,
): Omit<PreparedExample, "example"> {
  const asOf = example.asOf ?? EXAMPLES_AS_OF;
  const exchanged: { readonly of: ExampleFile; readonly document: Document<unknown> }[] = [];
  for (const { of, yaml } of blocksOf(example)) {
    const laid = laidOver(of, yaml, world);
    if (!laid.ok) return { asOf, problems: laid.problems, judgeable: undefined };
    exchanged.push({ of, document: laid.document });
  }
  const surroundings = exampleSurroundings(world, exchanged);
  const [manifest] = surroundings.manifests;
  const { file } = EXAMPLE_FILES.manifest;
  if (manifest?.file !== file) {
    return { asOf, problems: [`\`${file}\` is missing or cannot be read`], judgeable: undefined };
  }
  const rules = world.bundle.rulesOn(asOf);
  const { tier } = rules;
  const context = { registry: world.bundle.registry, asOf, tier, surroundings, rules: rules.rules };
  const rows = SET_SUBJECTS.flatMap((subject) => setRows(subject, surroundings, context));
  const facts = buildFacts(manifest, context);
  return { asOf, problems: [], judgeable: { manifest, surroundings, facts, rules, rows } };
}

/** What one rule says of a prepared example: of its manifest, and of the rows of the files beside it. Empty where it passes or does not apply. */
export function judgeExample(prepared: PreparedExample, rule: CompiledRule): readonly ExampleFinding[] {
  const { judgeable, problems } = prepared;
  if (judgeable === undefined) throw new Error(`the example cannot be judged: ${problems.join("; ")}`);
  const { manifest, facts, rules, rows } = judgeable;
  const judgements = [
    judgeManifest(manifest, facts, { ...rules, rules: [rule] }),
    ...rows.map((row) => judgeSetRow(row, [rule], prepared.asOf)),
  ];
  return judgements
    .flatMap(({ judged }) => judged)
    .map(({ breach, effect, upcoming }) => ({
      outcome: breach.outcome,
      effect,
      upcoming: upcoming !== null,
    }));
}

/** Whether findings are what an example says the rule makes of it. */
export function isAsExpected(
  { expected, effect }: PageExample,
  findings: readonly ExampleFinding[],
): boolean {
  if (expected === "passes") return findings.length === 0;
  const outcome = expected === "fails" ? "fail" : "unknown";
  return findings.some(
    (finding) => finding.outcome === outcome && (effect === undefined || finding.effect === effect),
  );
}

type LaidOver =
  | { readonly ok: true; readonly document: Document<unknown> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What is laid over which file: after a line `---`, blocks of the neighbour. */
function blocksOf({
  of,
  yaml,
}: Pick<PageExample, "of" | "yaml">): readonly Pick<PageExample, "of" | "yaml">[] {
  const [first = "", ...beside] = yaml.split(/^---\n/m);
  return [{ of, yaml: first }, ...beside.map((part) => ({ of: "neighbour" as const, yaml: part }))];
}

function laidOver(of: ExampleFile, yaml: string, { files }: ExampleWorld): LaidOver {
  const { file, kind } = EXAMPLE_FILES[of];
  const under = files[of];
  if (!under?.ok) return { ok: false, problems: [`\`${file}\` is missing or cannot be read`] };
  const blocks = readYaml(yaml);
  if (!blocks.ok) return { ok: false, problems: blocks.flaws.map(({ message }) => message) };
  const merged: JsonValue = layOver(under.document.value, blocks.value);
  // JSON is YAML, so that what is laid over goes through the same reader as a file somebody submits.
  const bytes = new TextEncoder().encode(JSON.stringify(merged, null, 1));
  const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: false, kind });
  if (loaded.ok) return { ok: true, document: loaded.document };
  return { ok: false, problems: loaded.problems.map(({ pointer, message }) => `${pointer}: ${message}`) };
}
