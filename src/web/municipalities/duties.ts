import type { SiteContext } from "../site-context.ts";
import type { ListedMunicipality } from "./listed-municipality.ts";

/** A day ahead on which something is due in a municipality. */
export interface Duty {
  readonly day: string;
  readonly kind: "finding" | "confirm" | "waiver" | "arrangement";
  /** Id of the system or arrangement it is about. */
  readonly about: string;
  /** The rule behind it, where one is. */
  readonly rule: string | undefined;
  /** What turns on the day, in the language of the report. */
  readonly note: string | undefined;
}

/** What is due in a municipality after the day of the site, earliest first; each day, system and note once. */
export function dutiesOf(municipality: ListedMunicipality, { asOf, bundle }: SiteContext): readonly Duty[] {
  const duties = [
    ...municipality.systems.flatMap((system): Duty[] => [
      ...system.findings.flatMap(({ rule, dates }) =>
        dates.map(({ on, note }) => ({ day: on, kind: "finding" as const, about: system.id, rule, note })),
      ),
      ...dayOf(system.manifest.value.metadata.review_due, "confirm", system.id),
      ...bundle.waivers
        .filter(({ value }) => value.manifest === system.id)
        .flatMap(({ value }) => dayOf(value.expires, "waiver", system.id, value.rule)),
    ]),
    ...municipality.arrangements.flatMap(({ value }) => dayOf(value.exit_on, "arrangement", value.id)),
  ].filter(({ day }) => day > asOf);
  const byKey = new Map(duties.map((duty) => [Object.values(duty).join("\n"), duty]));
  return [...byKey.values()].sort((a, b) =>
    a.day === b.day ? (a.about < b.about ? -1 : 1) : a.day < b.day ? -1 : 1,
  );
}

function dayOf(
  day: string | null | undefined,
  kind: Duty["kind"],
  about: string,
  rule?: string,
): readonly Duty[] {
  return day && day !== "none" ? [{ day, kind, about, rule, note: undefined }] : [];
}
