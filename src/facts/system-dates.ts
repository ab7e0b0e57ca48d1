import type { Cell } from "../model/row.ts";
import { addDuration } from "../model/time/add-duration.ts";
import { NONE, UNKNOWN } from "../model/value.ts";
import { blank, countedFromToday, dated, known, turning } from "./cells.ts";
import { type Commitment, committingMilestones, committingOrders } from "./commitments.ts";
import type { ManifestView } from "./manifest-view.ts";
import { onceDone } from "./once-done.ts";
import { child, follow, items } from "./place.ts";
import { dateAt, numberAt, textAt } from "./read.ts";
import { reportMissingSince } from "./report-missing.ts";
import { systemStage } from "./system-stage.ts";

/** Facts of a system that are dates counted from other dates, and its stage. */
export const SYSTEM_DATES = {
  "system.stage": systemStage,
  "system.committed_on": committedOn,
  "system.confirmed_on": confirmedOn,
  "system.contract_ends_on": contractEndsOn,
  "system.page_behind_since": pageBehindSince,
  "system.report_missing_since": reportMissingSince,
} as const;

/**
 * The earliest day that binds the municipality; a blank milestone might be earlier still, so it leaves the date
 * unknown. The contract and the orders of devices tell of a new system what its milestones do not. They say nothing of
 * one that calls itself existing: an old device makes no system old.
 */
function committedOn(view: ManifestView): Cell {
  const { at } = follow(view.root, "metadata.milestones");
  const orders = committingOrders(view);
  const contract = orders.filter(({ name }) => name === "signed_on");
  const milestones = committingMilestones(view).flatMap((milestone) =>
    milestone.name === "order_signed_on" && milestone.place.value === undefined ? contract : milestone,
  );
  const isExisting = textAt(follow(view.root, "metadata.origin")) === "existing";
  const read = (commitments: readonly Commitment[]) =>
    commitments.map(({ place }) => ({ date: dateAt(place), at: place.at }));
  const stated = read(milestones);
  if (stated.some(({ date }) => date === undefined)) return blank(at);
  const [earliest] = [...stated, ...(isExisting ? [] : read(orders))]
    .filter(({ date }) => date !== undefined && date !== "none")
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  return earliest === undefined ? known(NONE, at) : dated(earliest.date, earliest.at);
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
  const { value: on, path = [], dates = [] } = onceDone(dated(dateAt(updated), updated.at), view.asOf);
  if (on === UNKNOWN || changes === undefined || changes.includes(undefined)) return blank(updated.at);
  const behind = changes
    .filter((change) => change !== undefined && (on === NONE || change > String(on)))
    .sort();
  return turning(known(behind[0] ?? NONE, updated.at, path.length > 0 ? { path } : {}), dates);
}
