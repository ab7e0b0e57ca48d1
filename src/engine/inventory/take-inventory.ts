import { once } from "../../facts/once.ts";
import { setRows } from "../../facts/set-rows.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { Bundle } from "../bundle.ts";
import { ENGINE_VERSION } from "../engine-version.ts";
import { evaluate } from "../evaluate.ts";
import { factsOf, runOf, setContext } from "../run.ts";
import type { Submitted } from "../submitted.ts";
import { type Setting, surroundingsOf } from "../surroundings-of.ts";
import { cameraPart } from "./camera-part.ts";
import { coveragePart, tiersOf } from "./coverage-part.ts";
import { functionPart } from "./function-part.ts";
import { gapPart } from "./gap-part.ts";
import { objectivePart } from "./objective-part.ts";
import { outcomePart } from "./outcome-part.ts";
import { outlookPart } from "./outlook-part.ts";
import { countBy, type SeenSystem } from "./seen-system.ts";
import { originPart, vendorPart } from "./vendor-part.ts";

/** At or above this share a holder controls a company: OFAC's 50 Percent Rule, as in VEN-03. */
const CONTROL_PERCENT = 50;

/**
 * The national picture on a date: who declared what, how it stands, where it comes from, how far the plan's
 * objectives are, and what is missing. A pure function of the same inputs as the report, which it rests on.
 */
export function takeInventory(
  bundle: Bundle,
  submitted: readonly Submitted[],
  options: { readonly asOf: string; readonly surroundings?: Setting },
): Inventory {
  const { asOf } = options;
  const surroundings = options.surroundings ?? surroundingsOf(bundle, submitted);
  const report = evaluate(bundle, submitted, { asOf, language: "en", fixes: false, surroundings });
  const run = runOf(bundle, surroundings, { asOf, language: "en", fixes: false });
  const byFile = new Map(report.manifests.map((manifest) => [manifest.file, manifest]));
  const systems: readonly SeenSystem[] = submitted.flatMap(({ loaded }) => {
    const judged = loaded.ok ? byFile.get(loaded.document.file) : undefined;
    if (!loaded.ok || judged === undefined) return [];
    return [{ manifest: loaded.document, facts: factsOf(run, loaded.document), judged }];
  });
  const { registry } = bundle;
  const plan = bundle.plan?.value;
  const coverage = coveragePart(systems, plan, asOf);
  const functions = functionPart(systems, plan);
  const vendors = vendorPart(systems, registry, asOf, CONTROL_PERCENT);
  const context = once(() => setContext(run, surroundings));
  const objectives = objectivePart(
    plan,
    {
      systems,
      rules: run.rules,
      declared: coverage.percent,
      setRows: (subject) => setRows(subject, surroundings, context()),
    },
    asOf,
  );
  const unread = submitted.flatMap(({ loaded }) => (loaded.ok ? [] : [loaded.file]));
  return {
    schema: "bylaw/inventory/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    coverage,
    stages: countBy(systems, ({ facts }) => stageOf(facts.system.cell("system.stage").value)),
    tiers: tiersOf(systems),
    functions,
    vendors,
    origins: originPart(systems, registry),
    outcomes: outcomePart(report),
    objectives,
    gaps: gapPart({ systems, unread, report, vendors, functions, objectives, registry, asOf }),
    outlook: { short: outlookPart(systems, "short"), long: outlookPart(systems, "long") },
    cameras: cameraPart(systems),
  };
}

function stageOf(value: unknown): string {
  return typeof value === "string" ? value : "unknown";
}
