import type {
  Counts,
  Digests,
  Finding,
  FindingBasis,
  FindingDate,
  Fix,
  ReportDocument,
  ReportLocation,
  ReportManifest,
  Upcoming,
} from "../model/generated/report.ts";

/** The order of an object's keys: `null` for a plain value, a shape for what is inside. */
interface Shape {
  readonly [key: string]: Shape | null;
}

type Keys<T> = Readonly<Record<keyof T, Shape | null>>;

const LOCATION = {
  file: null,
  line: null,
  column: null,
  end_line: null,
  end_column: null,
} satisfies Keys<ReportLocation>;

const FINDING = {
  rule: null,
  clause: null,
  title: null,
  policy: null,
  severity: null,
  outcome: null,
  effect: null,
  state: null,
  manifest: null,
  subject: null,
  fact: null,
  location: LOCATION,
  related: LOCATION,
  rests_on: null,
  message: null,
  why: null,
  help: null,
  basis: { source: null, title: null, provision: null, verified: null } satisfies Keys<FindingBasis>,
  missing: null,
  path: null,
  alternatives: null,
  fix: { start: null, end: null, text: null } satisfies Keys<Fix>,
  fingerprint: null,
  waiver: null,
  waivable: null,
  upcoming: { reason: null, from: null } satisfies Keys<Upcoming>,
  dates: { on: null, reason: null, note: null } satisfies Keys<FindingDate>,
} satisfies Keys<Finding>;

/** The order of keys in a report, that of `schemas/report.schema.json`; a test holds the two to each other. */
export const REPORT_SHAPE = {
  schema: null,
  engine: null,
  as_of: null,
  digests: {
    policies: null,
    registry: null,
    waivers: null,
    plan: null,
    arrangements: null,
    overlays: null,
    configuration: null,
    manifests: null,
  } satisfies Keys<Digests>,
  verdict: null,
  manifests: { id: null, file: null, tier: null, verdict: null } satisfies Keys<ReportManifest>,
  findings: FINDING,
  counts: {
    pass: null,
    fail: null,
    unknown: null,
    not_applicable: null,
    waived: null,
  } satisfies Keys<Counts>,
} satisfies Keys<ReportDocument>;

/** The report as JSON: keys in the order of its schema, two spaces, a final line break. Equal reports give equal bytes. */
export function renderJson(report: ReportDocument): string {
  return `${JSON.stringify(ordered(report, REPORT_SHAPE), null, 2)}\n`;
}

function ordered(value: unknown, shape: Shape | null): unknown {
  if (shape === null || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => ordered(item, shape));
  const entries = new Map(Object.entries(value));
  return Object.fromEntries(
    Object.keys(shape)
      .filter((key) => entries.has(key))
      .map((key) => [key, ordered(entries.get(key), shape[key] ?? null)]),
  );
}
