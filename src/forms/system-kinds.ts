import type { JsonValue } from "../model/document.ts";
import { SENSOR_FIELDS } from "./sensor-fields.ts";

/** A kind of system a manifest can be begun for. */
export interface SystemKind {
  /** Whether a field or block is asked for. */
  asks(path: string): boolean;
  /** What the kind itself answers, and the rows it needs. */
  readonly answers: Readonly<Record<string, JsonValue>>;
}

const ROLES = [
  "manufacturer",
  "brand",
  "importer",
  "integrator",
  "operator",
  "cloud",
  "maintenance",
  "ultimate_owner",
];

/** Blank in every row: what is asked about a company. */
const COMPANY = { vendor: null, name_as_written: null };

const SHARED: SystemKind["answers"] = {
  "metadata.revision": 1,
  "metadata.status": "definition",
  "metadata.origin": "new",
  "supply_chain.parties": [
    ...ROLES.map((role) =>
      role === "operator"
        ? { role, vendor: "self", name_as_written: null }
        : { role, ...COMPANY, holdings: null },
    ),
  ],
  "system.sites[].id": "site-1",
  "supply_chain.devices[].components": ["soc", "radio", "firmware"].map((part) => ({ part, ...COMPANY })),
};

/** What no new system has, what only a fictional manifest says, and what other vocabularies would call it. */
const NEVER = ["metadata.modelled_on", "system.dtpr", "system.dpv", "decommissioning", "waiver_requests"];

/** The kinds by the name a person gives them. */
export const SYSTEM_KINDS = {
  sensor: {
    asks: within(SENSOR_FIELDS),
    answers: {
      ...SHARED,
      "system.functions.identification": "none",
      "system.functions.biometric_capability.present": false,
      "system.functions.plate_recognition.present": false,
      "system.functions.audio.present": false,
      "system.functions.thermal.present": false,
      "system.functions.thermal.of_people": false,
      "system.functions.emotion_or_categorisation": "none",
      "system.functions.profiling_or_scoring": "none",
      "system.functions.shared_exclusion_list": "none",
      "system.functions.assembly_monitoring": false,
      "system.functions.actuation": "none",
      "system.functions.autonomous_enforcement": false,
      "system.functions.autonomous_mobility": false,
      "supply_chain.devices[].category": "sensor",
      "data.personal_data": false,
      "data.retention": [],
    },
  },
  cameras: {
    asks: without(NEVER),
    answers: {
      ...SHARED,
      "system.categories": ["video_surveillance"],
      "supply_chain.devices[].category": "camera",
      "data.personal_data": true,
      "data.kinds": ["video"],
      "data.retention": [
        { data: "video_raw", period: null, auto_delete: null, justification: null, counted_from: "capture" },
        {
          data: "video_incident_hold",
          period: null,
          auto_delete: null,
          counted_from: "case_close",
          case_ref_required: null,
          renewable: null,
          renewals: null,
        },
        { data: "access_log", period: null, auto_delete: null },
      ],
    },
  },
  signals: {
    asks: without(NEVER),
    answers: {
      ...SHARED,
      "system.categories": ["traffic_control"],
      "supply_chain.devices[].category": "controller",
      "data.retention": [{ data: "decision_log", period: null, auto_delete: null }],
    },
  },
} satisfies Readonly<Record<string, SystemKind>>;

export type SystemKindName = keyof typeof SYSTEM_KINDS;

/** Lists that are empty in most systems. */
export const SELDOM: ReadonlySet<string> = new Set([
  "metadata.changes",
  "system.interfaces",
  "supply_chain.parties[].holdings",
  "supply_chain.devices[].preinstalled_apps",
  "supply_chain.foreign_finance",
  "supply_chain.mobile_apps",
  "supply_chain.mobile_apps[].sdks",
  "supply_chain.international_links",
  "data.secondary_uses",
  "data.transfers",
  "transparency.reports",
  "operation.incidents",
]);

/** Everything but these blocks and what is below them. */
function without(left: readonly string[]): (path: string) => boolean {
  return (path) =>
    !left.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
}

/** These blocks and fields, all of what is below them, and the blocks they stand in. */
function within(kept: readonly string[]): (path: string) => boolean {
  const above = new Set(
    kept.flatMap((path) => [...path.matchAll(/\[\]|\.|$/g)].map(({ index }) => path.slice(0, index))),
  );
  return (path) =>
    above.has(path) || kept.some((one) => path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
}
