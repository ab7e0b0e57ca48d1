import type { ReportDocument } from "../../model/generated/report.ts";
import type { InventoryOutcomes } from "../../model/inventory.ts";
import { groupBy } from "./seen-system.ts";

/** Verdicts of systems, outcomes of rules, and which rules hold most systems up. */
export function outcomePart({ manifests, counts, findings }: ReportDocument): InventoryOutcomes {
  const verdicts = { pass: 0, "needs-approval": 0, fail: 0 };
  for (const { verdict } of manifests) verdicts[verdict] += 1;
  const rules = [...groupBy(findings, ({ rule }) => rule)].map(([rule, group]) => {
    const open = group.filter(({ state }) => state === "open");
    return {
      rule,
      fail: open.filter(({ outcome }) => outcome === "fail").length,
      unknown: open.filter(({ outcome }) => outcome === "unknown").length,
      waived: group.filter(({ state }) => state === "waived" || state === "approved").length,
      upcoming: group.filter(({ state }) => state === "upcoming").length,
      systems: new Set(group.map(({ manifest }) => manifest)).size,
    };
  });
  rules.sort((a, b) => b.fail + b.unknown - (a.fail + a.unknown) || (a.rule < b.rule ? -1 : 1));
  return { verdicts, counts, rules };
}
