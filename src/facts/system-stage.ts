import type { Cell } from "../model/row.ts";
import type { Turn } from "../model/turn.ts";
import { known, turning } from "./cells.ts";
import { type Commitment, committingMilestones, committingOrders } from "./commitments.ts";
import { contradicted } from "./contradicted.ts";
import type { ManifestView } from "./manifest-view.ts";
import { follow, type Place } from "./place.ts";
import { dateAt, textAt } from "./read.ts";

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
const ORDER = [...new Set(Object.values(STAGES))];

/** A place where a manifest says on which day something happened. */
interface Day {
  readonly name: string;
  readonly place: Place;
  readonly on: string | undefined;
}

/**
 * The stage of `metadata.status`; unknown where dates contradict it, since rules that bind at another stage would be
 * excused by a word. What is committed to is past definition, and what runs or ends does so since a day that has come.
 */
export function systemStage(view: ManifestView): Cell {
  const status = follow(view.root, "metadata.status");
  const stage = STAGES[textAt(status) ?? ""];
  const milestone = (name: string) =>
    dayOf({ name, place: follow(view.root, `metadata.milestones.${name}`) });
  const deployed = milestone("deployed_on");
  const operating = milestone("operating_since");
  const ending = milestone("decommissioning_since");
  const submitted = dayOf({ name: "submitted_on", place: follow(view.root, "metadata.submitted_on") });
  const commitments =
    stage === "definition" ? [...committingMilestones(view), ...committingOrders(view)].map(dayOf) : [];
  // Asked about a day before the manifest came, what lies ahead contradicts nothing.
  const isAhead = (day: Day) => liesAhead(day, view) && !liesAhead(submitted, view);
  const contradicting = [
    ...commitments.filter((day) => has(day, view)),
    ...[deployed].filter((day) => isBefore(stage, "deployment") && has(day, view)),
    ...[operating].filter((day) => isBefore(stage, "operation") && has(day, view)),
    ...[deployed, operating].filter((day) => stage === "operation" && (day.on === "none" || isAhead(day))),
    ...[ending].filter((day) => stage === "decommissioning" && !has(day, view)),
  ];
  const cell =
    contradicting.length === 0
      ? known(stage, status.at)
      : contradicted(
          status.at,
          contradicting.map(({ place }) => place),
        );
  const deciding = [deployed, operating].some((day) => liesAhead(day, view)) ? [submitted] : [];
  return turning(cell, [deployed, operating, ending, ...deciding, ...commitments].flatMap(turnOf));
}

function isBefore(stage: string | undefined, other: string): boolean {
  return stage !== undefined && ORDER.indexOf(stage) < ORDER.indexOf(other);
}

function dayOf({ name, place }: Commitment): Day {
  return { name, place, on: dateAt(place) };
}

function has({ on }: Day, { asOf }: ManifestView): boolean {
  return on !== undefined && on !== "none" && on <= asOf;
}

function liesAhead({ on }: Day, { asOf }: ManifestView): boolean {
  return on !== undefined && on !== "none" && on > asOf;
}

function turnOf({ name, on }: Day): readonly Turn[] {
  return on === undefined || on === "none"
    ? []
    : [{ on, reason: "stage", begins: true, what: `\`${name}\`` }];
}
