import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, countedFromToday, dated, known } from "./cells.ts";
import { contradicted } from "./contradicted.ts";
import { exploitedSince } from "./exploited-since.ts";
import type { ManifestView } from "./manifest-view.ts";
import { readEntry } from "./mention.ts";
import { child, follow, items, type Place } from "./place.ts";
import { dateAt, flagAt, isNone, textAt } from "./read.ts";

/** Facts of a device that need no other row. */
export const DEVICE_FACTS = {
  "device.bom_format": bomFormat,
  "device.bom_parts": bomParts,
  "device.ordered_on": orderedOn,
  "device.bought_on": boughtOn,
  "device.baseline": baseline,
  "device.disconnected": disconnected,
  "device.exploited_since": exploitedSince,
} as const;

const FORMATS: readonly (readonly [ending: RegExp, format: string])[] = [
  [/(\.cdx(\.json|\.xml)?|(^|\/)bom\.(json|xml))$/i, "cyclonedx"],
  [/\.spdx(\.json|\.ya?ml|\.rdf)?$/i, "spdx"],
];
const BASELINES: Readonly<Record<string, string>> = {
  "ETSI EN 303 645": "en_303_645",
  "NISTIR 8259A": "nistir_8259a",
};
const PARTS = ["soc", "radio", "firmware"];
const DEVICE_STEPS = {
  unordered: {
    en: "nothing is ordered yet, so a purchase would be a new one",
    he: "דבר טרם הוזמן, ולכן רכישה תהיה רכישה חדשה",
    ar: "لم يُطلب شيء بعد، لذا يكون أي شراء شراءً جديداً",
  },
  boughtToday: {
    en: "nothing is ordered yet; a purchase would be made today",
    he: "דבר טרם הוזמן; רכישה הייתה נעשית היום",
    ar: "لم يُطلب شيء بعد؛ وأي شراء يكون اليوم",
  },
} as const satisfies Readonly<Record<string, Texts>>;
const BEFORE_ORDER = new Set(["idea", "definition", "procurement"]);

/** As written, else by the ending of the file's name. */
function bomFormat(_view: ManifestView, device: Place): Cell {
  const bom = child(device, "bom");
  const format = child(bom, "format");
  if (isNone(bom) || isNone(format)) return known(NONE, isNone(bom) ? bom.at : format.at);
  const stated = textAt(format);
  if (stated !== undefined) return known(stated, format.at);
  const file = textAt(bom) ?? textAt(child(bom, "file"));
  return known(FORMATS.find(([ending]) => ending.test(file ?? ""))?.[1], bom.at);
}

function bomParts(view: ManifestView, device: Place): Cell {
  const list = child(device, "components");
  const parts = items(list);
  if (parts === undefined) return blank(list.at);
  // `none` says that the device has no such part, which is an answer.
  const named = parts.filter((part) => readEntry(view, "component", part).identity.kind !== "blank");
  const found = named
    .flatMap((part) => textAt(child(part, "part")) ?? [])
    .filter((part) => PARTS.includes(part));
  return known(found.length === 0 ? NONE : new Set(found), list.at);
}

/** `none` while nothing is ordered; a blank order of a contract not yet signed says so too. */
function orderedOn(view: ManifestView, device: Place): Cell {
  const ordered = child(device, "ordered_on");
  const on = dateAt(ordered);
  if (on !== undefined && on !== "none") return dated(on, ordered.at);
  const unsigned = isNone(follow(view.root, "supply_chain.contract.signed_on"));
  const early = BEFORE_ORDER.has(textAt(follow(view.root, "metadata.status")) ?? "");
  if (on === undefined && !(unsigned && early)) return blank(ordered.at);
  return known(NONE, ordered.at, { path: [DEVICE_STEPS.unordered] });
}

/** While nothing is ordered, buying happens today. */
function boughtOn(view: ManifestView, device: Place): Cell {
  const ordered = orderedOn(view, device);
  if (ordered.value !== NONE) return ordered;
  return {
    ...countedFromToday(view.asOf, { months: 0, seconds: 0 }, ordered.at),
    path: [DEVICE_STEPS.boughtToday],
  };
}

function baseline(view: ManifestView): Cell {
  const standard = follow(view.root, "assessments.iot_baseline.standard");
  return isNone(standard) ? known(NONE, standard.at) : known(BASELINES[textAt(standard) ?? ""], standard.at);
}

/** As written; unknown of a device that is said to be cut off and is said to be reached all the same. */
function disconnected(_view: ManifestView, device: Place): Cell {
  const network = child(device, "network");
  const place = child(network, "disconnected");
  const cut = flagAt(place);
  if (cut !== true) return known(cut, place.at);
  const egress = child(network, "egress");
  const reached = ["core", "p2p_cloud", "port_forward"]
    .map((key) => child(network, key))
    .filter((way) => flagAt(way) === true);
  const others = textAt(egress) === "allow" ? [...reached, egress] : reached;
  return others.length === 0 ? known(true, place.at) : contradicted(place.at, others);
}
