import { type SetContext, type SetSubject, setRows } from "../../src/facts/set-rows.ts";
import type { Document, DocumentKind } from "../../src/model/document.ts";
import type { ArrangementDocument } from "../../src/model/generated/arrangement.ts";
import type { PlanDocument } from "../../src/model/generated/plan.ts";
import type { WaiverDocument } from "../../src/model/generated/waiver.ts";
import type { SetRow, Surroundings } from "../../src/model/surroundings.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { among, plain, REGISTRY, TODAY } from "./facts-of.ts";

/** An arrangement of municipality 9901 with Lindental in the country QX, and what the test is about. */
export function arrangement(keys: string, id = "arr:il-9901-lindental"): Document<ArrangementDocument> {
  const written = fill(keys, {
    municipality: '{ cbs_code: "9901", name: Sde Tavor }',
    partner: '{ name: Lindental, country: "QX", kind: city, vendor: none }',
    form: "twin_city",
  });
  return load("Arrangement", `arrangements/${id.slice(4)}.yaml`, `id: ${id}\n${written}`);
}

/** A waiver of RET-01 for the manifest of a test, and what the test is about. */
export function waiver(
  keys: string,
  { id = "W-1", kind = "Waiver" as "Waiver" | "Approval" } = {},
): Document<WaiverDocument> {
  const written = fill(keys, {
    rule: "RET-01",
    manifest: "il-9901-test",
    finding: '"0123456789abcdef"',
    approved_by: "{ role: National reviewer, group: privacy }",
    approved_on: "2026-10-01",
    from: "2026-10-01",
    expires: "2026-12-31",
  });
  return load(kind, `waivers/${id}.yaml`, `id: ${id}\n${written}`);
}

/** A plan with its coordinator, adopted on a day. */
export function plan(adoptedOn: string): Document<PlanDocument> {
  return load(
    "Plan",
    "policies/plan.yaml",
    `adopted_on: ${adoptedOn}
coordinator: { role: National coordinator, email: national@coordinator.example }
packs: {}
objectives: [{ id: one, title: { en: One }, indicator: { en: One } }]
`,
  );
}

const RULES: SetContext["rules"] = [
  { id: "RET-01", waivable: true, owner: "privacy" },
  { id: "FRT-01", waivable: false, owner: "privacy" },
];

/** The rows of a subject of a set. */
export function rowsOf(
  subject: SetSubject,
  what: Partial<Surroundings>,
  { asOf = TODAY, registry = REGISTRY }: Partial<SetContext> = {},
): readonly SetRow[] {
  const surroundings = among(what);
  return setRows(subject, surroundings, {
    asOf,
    registry,
    surroundings,
    rules: RULES,
    tier: () => undefined,
  });
}

/** The value of one fact at each row of a subject, by the key of the row. */
export function valuesOf(
  subject: SetSubject,
  fact: string,
  what: Partial<Surroundings>,
  context?: Partial<SetContext>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    rowsOf(subject, what, context).map(({ row }) => [row.key, plain(row.cell(fact).value)]),
  );
}

/** Lines as written, and of the others those that are not. */
function fill(keys: string, others: Readonly<Record<string, string>>): string {
  const missing = Object.entries(others).filter(([key]) => !new RegExp(`^${key}:`, "m").test(keys));
  return [keys, ...missing.map(([key, value]) => `${key}: ${value}`)].filter(Boolean).join("\n");
}

function load<T>(kind: DocumentKind, file: string, body: string): Document<T> {
  const bytes = new TextEncoder().encode(`apiVersion: bylaw/v1\nkind: ${kind}\n${body}\n`);
  const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: true, kind });
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ pointer, message }) => `${pointer} ${message}`).join("\n"));
  // Loaded as this kind, so its validator has accepted the value.
  return loaded.document as Document<T>;
}
