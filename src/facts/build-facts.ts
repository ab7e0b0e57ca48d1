import type { Manifest } from "../model/document.ts";
import type { FactSet, Row, SubjectName } from "../model/row.ts";
import { accessRows } from "./access-rows.ts";
import { appRows } from "./app-rows.ts";
import { allPlacements, deviceRows } from "./device-rows.ts";
import { factBase } from "./fact-base.ts";
import { interfaceRows } from "./interface-rows.ts";
import { isFundedAbroad } from "./is-funded-abroad.ts";
import { listRows } from "./list-rows.ts";
import type { FactsContext } from "./manifest-view.ts";
import { once } from "./once.ts";
import { child, rootOf } from "./place.ts";
import { textAt } from "./read.ts";
import { retentionRows } from "./retention-rows.ts";
import { riskRows } from "./risk-rows.ts";
import { transferRows } from "./transfer-rows.ts";

/**
 * Everything a rule can look at in one manifest on one date. Nothing is computed before it is asked for,
 * and nothing twice; subjects that live in files of their own have no rows here.
 */
export function buildFacts(manifest: Manifest, context: FactsContext): FactSet {
  const base = factBase(rootOf(manifest), context);
  const devices = once(() => deviceRows(base));
  const rows: Partial<Record<SubjectName, () => readonly Row[]>> = {
    system: () => [base.system()],
    site: once(() => base.sites().map(({ row }) => row)),
    device: once(() => devices().map(({ row }) => row)),
    placement: once(() => allPlacements(base, devices())),
    party: base.parties,
    app: once(() => appRows(base)),
    interface: once(() => interfaceRows(base)),
    retention: once(() => retentionRows(base)),
    access: once(() => accessRows(base)),
    transfer: once(() => transferRows(base)),
    risk: once(() => riskRows(base)),
    use: once(() =>
      listRows(base, {
        subject: "use",
        path: "data.secondary_uses",
        nameOf: (use) => textAt(child(use, "purpose")),
      }),
    ),
    finance: once(() =>
      listRows(base, {
        subject: "finance",
        path: "supply_chain.foreign_finance",
        isExpected: () => isFundedAbroad(base.view),
        nameOf: (source) => textAt(child(source, "financier")),
      }),
    ),
    incident: once(() =>
      listRows(base, {
        subject: "incident",
        path: "operation.incidents",
        nameOf: (incident) => textAt(child(incident, "id")),
      }),
    ),
  };
  return { system: base.system(), rows: (subject) => rows[subject]?.() ?? [] };
}
