import type { ReportDocument } from "../../model/generated/report.ts";
import type {
  InventoryFunction,
  InventoryGap,
  InventoryObjective,
  InventoryVendor,
} from "../../model/inventory.ts";
import { wordingIn } from "../../model/language.ts";
import type { Registry } from "../../model/registry.ts";
import type { SeenSystem } from "./seen-system.ts";

/** Functions that are no function: what a system without one, or an undecided one, is counted under. */
const NO_FUNCTION = new Set(["none", "unknown"]);

/** What the picture lacks, each with what it is about; a kind that is complete is left out. */
export function gapPart(of: {
  readonly systems: readonly SeenSystem[];
  readonly unread: readonly string[];
  readonly report: ReportDocument;
  readonly vendors: readonly InventoryVendor[];
  readonly functions: readonly InventoryFunction[];
  readonly objectives: readonly InventoryObjective[];
  readonly registry: Registry;
  readonly asOf: string;
}): readonly InventoryGap[] {
  const { systems, report, vendors, functions, objectives, registry, asOf } = of;
  const named = (kind: InventoryGap["kind"], about: readonly (string | null)[]): readonly InventoryGap[] => {
    const distinct = [...new Set(about.map((text) => text ?? ""))].sort();
    return distinct.length === 0 ? [] : [{ kind, count: distinct.length, about: distinct }];
  };
  return [
    ...named("unread-file", of.unread),
    ...named(
      "tier-unknown",
      systems.filter(({ judged }) => judged.tier === null).map(({ judged }) => judged.id),
    ),
    ...named("undeclared-system", systems.flatMap(missingTargets)),
    ...named(
      "confirmation-overdue",
      report.findings
        .filter(({ fact, state }) => fact === "system.confirmed_on" && state === "open")
        .map(({ manifest }) => manifest),
    ),
    ...named(
      "vendor-unresolved",
      vendors.filter(({ entity }) => entity === null).map(({ name }) => name),
    ),
    ...named(
      "vendor-not-assessed",
      vendors.map(({ entity }) => entity).filter((id) => id !== null && !registry.trust(id, asOf)),
    ),
    ...named(
      "function-without-objective",
      functions
        .filter((entry) => entry.objectives.length === 0 && !NO_FUNCTION.has(entry.function))
        .map((entry) => entry.function),
    ),
    ...named(
      "objective-not-measured",
      objectives.filter(({ standing }) => standing === "not-measured").map(({ id }) => id),
    ),
  ];
}

/** Systems that a manifest says it is linked to and nobody has declared. */
function missingTargets({ facts }: SeenSystem): readonly string[] {
  return facts
    .rows("interface")
    .filter((row) => row.cell("interface.target").value === "missing")
    .map(({ title }) => wordingIn(title, "en"));
}
