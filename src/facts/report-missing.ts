import type { Cell } from "../model/row.ts";
import type { Turn } from "../model/turn.ts";
import { NONE } from "../model/value.ts";
import { blank, known, turning } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items } from "./place.ts";
import { dateAt, numberAt } from "./read.ts";

/**
 * The last day of the oldest full year in operation whose use report is missing. Years that ended before the plan
 * was adopted are not asked for, and no year while it is not.
 */
export function reportMissingSince(view: ManifestView): Cell {
  const since = follow(view.root, "metadata.milestones.operating_since");
  const start = dateAt(since);
  const reports = follow(view.root, "transparency.reports");
  if (start === undefined) return blank(since.at);
  if (start === "none") return known(NONE, since.at);
  const { year: first, detail } = firstReportYear(start, view);
  if (first === undefined) return known(NONE, since.at, detail);
  const last = Number(view.asOf.slice(0, 4)) - 1;
  // A year is asked about from the first day of the next.
  const asked = (year: number): readonly Turn[] => [
    { on: `${year + 1}-01-01`, reason: "day", begins: false, what: String(year) },
  ];
  const said = items(reports)?.flatMap((report) => {
    const on = dateAt(child(report, "published_on"));
    return on === undefined || on === "none" ? [] : [{ on, year: numberAt(child(report, "year")) }];
  });
  const published = said?.filter(({ on }) => on <= view.asOf).map(({ year }) => year);
  const announced = (said ?? [])
    .filter(({ on }) => on > view.asOf)
    .map(({ on }): Turn => ({ on, reason: "day", begins: true, what: "`published_on`" }));
  if (published === undefined) {
    return turning(first > last ? known(NONE, reports.at, detail) : blank(reports.at), asked(first));
  }
  let missing = first;
  while (published.includes(missing)) missing += 1;
  const cell = known(missing > last ? NONE : `${missing}-12-31`, reports.at, detail);
  return turning(cell, [...asked(missing), ...announced]);
}

/** The first year that is asked about; the plan is named where it decides. */
function firstReportYear(start: string, { surroundings: { plan } }: ManifestView) {
  const began = Number(start.slice(0, 4)) + (start.endsWith("-01-01") ? 0 : 1);
  const adopted = plan?.value.adopted_on ?? undefined;
  if (plan === undefined || adopted === undefined) return { year: began, detail: {} };
  const elsewhere = [{ file: plan.file, at: "/adopted_on" }];
  if (adopted === "none")
    return { year: undefined, detail: { path: [FILE_STEPS.planNotAdopted()], elsewhere } };
  const year = Number(adopted.slice(0, 4));
  return year > began
    ? { year, detail: { path: [FILE_STEPS.planAdopted(adopted)], elsewhere } }
    : { year: began, detail: {} };
}
