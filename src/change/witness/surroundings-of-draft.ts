import { layOver } from "../../engine/page-examples.ts";
import type { JsonObject, JsonValue } from "../../model/document.ts";
import type { Draft } from "./draft.ts";

const EARLY = {
  tender_published_on: "none",
  order_signed_on: "none",
  gift_accepted_on: "none",
  pilot_begun_on: "none",
};
const NOT_YET = { deployed_on: "none", operating_since: "none", decommissioning_since: "none" };
const STAGES: readonly JsonValue[] = [
  { metadata: { status: "definition", milestones: { ...EARLY, ...NOT_YET } } },
  { metadata: { status: "procurement", milestones: NOT_YET } },
  { metadata: { status: "deployment", milestones: { operating_since: "none" } } },
  { metadata: { status: "operation" } },
  { metadata: { status: "decommissioning", milestones: { decommissioning_since: "2026-11-01" } } },
];

/** The manifest of a draft at each stage of a system. */
export function* atStages(draft: Draft): Generator<Draft> {
  if (draft.of !== "manifest") return;
  for (const blocks of STAGES) yield { ...draft, whole: layOver(draft.whole, blocks) };
}

const FILMS = ["camera", "recorder", "drone"];
const WITHOUT_PEOPLE = {
  system: { categories: ["street_lighting"] },
  data: { personal_data: false, kinds: [], highly_sensitive: [] },
};

/**
 * The manifest of a draft at lower tiers, as far as taking out what usually makes one higher does it: no
 * sensitive site, nothing about people, no network. Whether a tier is reached is for the ladder to say.
 */
export function* atLowerTiers(draft: Draft): Generator<Draft> {
  if (draft.of !== "manifest") return;
  const plain = changeEach(draft.whole, ["system", "sites"], (site) => ({ ...site, sensitive_kinds: [] }));
  yield { ...draft, whole: plain };
  const blind = changeEach(layOver(plain, WITHOUT_PEOPLE), ["supply_chain", "devices"], (device) =>
    FILMS.includes(String(device.category)) ? { ...device, category: "sensor" } : device,
  );
  yield { ...draft, whole: blind };
  yield { ...draft, whole: layOver(blind, { system: { connections: [], interfaces: [] } }) };
}

function changeEach(
  whole: JsonValue,
  [block, list]: readonly [string, string],
  change: (item: JsonObject) => JsonObject,
): JsonValue {
  const items = isObject(whole) ? whole[block] : undefined;
  const before = items !== undefined && isObject(items) ? items[list] : undefined;
  if (!Array.isArray(before)) return whole;
  const after = before.map((item: JsonValue) => (isObject(item) ? change(item) : item));
  return layOver(whole, { [block]: { [list]: after } });
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
