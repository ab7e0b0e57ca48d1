import type { Cell } from "../model/row.ts";
import { addDuration } from "../model/time/add-duration.ts";
import type { Turn } from "../model/turn.ts";
import { NONE } from "../model/value.ts";
import { blank, countedFromToday, dated, known, turning } from "./cells.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items } from "./place.ts";
import { dateAt, numberAt, textAt } from "./read.ts";
import { reportMissingSince } from "./report-missing.ts";

/** Facts of a system that are dates counted from other dates, and its stage. */
export const SYSTEM_DATES = {
  "system.stage": stage,
  "system.committed_on": committedOn,
  "system.confirmed_on": confirmedOn,
  "system.contract_ends_on": contractEndsOn,
  "system.page_behind_since": pageBehindSince,
  "system.report_missing_since": reportMissingSince,
} as const;

const STAGES: Readonly<Record<string, string>> = {
  idea: "definition",
  definition: "definition",
  procurement: "procurement",
  deployment: "deployment",
  operation: "operation",
  suspended: "operation",
  decommissioning: "decommissioning",
  decommissioned: "decommissioning",
};

const MILESTONES = ["deployed_on", "operating_since", "decommissioning_since"];

/**
 * The stage of `metadata.status`; unknown where the milestones contradict it, since rules that bind at another
 * stage would be excused by a word. A system that is ending says since when.
 */
function stage(view: ManifestView): Cell {
  const status = follow(view.root, "metadata.status");
  const stage = STAGES[textAt(status) ?? ""];
  const milestones = follow(view.root, "metadata.milestones");
  const reached = (name: string) => {
    const date = dateAt(child(milestones, name));
    return date !== undefined && date !== "none" && date <= view.asOf;
  };
  const turnsOf = (name: string): readonly Turn[] => {
    const on = dateAt(child(milestones, name));
    return on === undefined || on === "none"
      ? []
      : [{ on, reason: "stage", begins: true, what: `\`${name}\`` }];
  };
  const early = stage === "definition" || stage === "procurement";
  const contradicted =
    (early && reached("deployed_on")) ||
    ((early || stage === "deployment") && reached("operating_since")) ||
    (stage === "decommissioning" && !reached("decommissioning_since"));
  return turning(known(contradicted ? undefined : stage, status.at), MILESTONES.flatMap(turnsOf));
}

/** The earliest milestone that binds the municipality; a blank one might be earlier still, so it leaves the date unknown. */
function committedOn(view: ManifestView): Cell {
  const milestones = follow(view.root, "metadata.milestones");
  const order = child(milestones, "order_signed_on");
  const places = [
    child(milestones, "tender_published_on"),
    order.value === undefined ? follow(view.root, "supply_chain.contract.signed_on") : order,
    child(milestones, "gift_accepted_on"),
    child(milestones, "pilot_begun_on"),
  ];
  const read = places.map((place) => ({ date: dateAt(place), at: place.at }));
  if (read.some(({ date }) => date === undefined)) return blank(milestones.at);
  const [earliest] = read
    .filter(({ date }) => date !== "none")
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  return earliest === undefined ? known(NONE, milestones.at) : dated(earliest.date, earliest.at);
}

/** The last of submission and confirmation that has come; one that lies ahead is no more than a blank. */
function confirmedOn(view: ManifestView): Cell {
  const days = ["confirmed_on", "submitted_on"].flatMap((name) => {
    const { value, at } = follow(view.root, `metadata.${name}`);
    const on = dateAt({ value, at });
    return on === undefined ? [] : [{ name, on, at }];
  });
  const come = days.filter(({ on }) => on <= view.asOf);
  const last = (come.length > 0 ? come : days).reduce<(typeof days)[number] | undefined>(
    (best, day) => (best === undefined || day.on > best.on ? day : best),
    undefined,
  );
  if (last === undefined) return blank(follow(view.root, "metadata.confirmed_on").at);
  const ahead = days.filter(({ on }) => on > view.asOf && on !== last.on);
  return turning(
    dated(last.on, last.at),
    ahead.map(({ name, on }) => ({ on, reason: "day", begins: true, what: `\`${name}\`` })),
  );
}

function contractEndsOn(view: ManifestView): Cell {
  const contract = follow(view.root, "supply_chain.contract");
  const years = child(contract, "years");
  const signed = dateAt(child(contract, "signed_on"));
  const months = (numberAt(years) ?? Number.NaN) * 12;
  if (signed === undefined || !Number.isSafeInteger(months)) return blank(years.at);
  const length = { months, seconds: 0 };
  if (signed === "none") return countedFromToday(view.asOf, length, years.at);
  return dated(addDuration(signed, length, 1), years.at);
}

function pageBehindSince(view: ManifestView): Cell {
  const updated = follow(view.root, "transparency.page_updated_on");
  const changes = items(follow(view.root, "metadata.changes"))?.map((change) => dateAt(child(change, "on")));
  if (changes?.length === 0) return known(NONE, updated.at);
  const on = dateAt(updated);
  if (on === undefined || changes === undefined || changes.includes(undefined)) return blank(updated.at);
  const behind = changes.filter((change) => change !== undefined && (on === "none" || change > on)).sort();
  return known(behind[0] ?? NONE, updated.at);
}
