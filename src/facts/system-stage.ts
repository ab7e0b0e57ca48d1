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
  const milestone = (name: string) => dayOf({ name, place: follow(view.root, `metadata.milestones.${name}`) });
  const deployed = milestone("deployed_on");
  const operating = milestone("operating_since");
  const ending = milestone("decommissioning_since");
  const commitments =
    stage === "definition" ? [...committingMilestones(view), ...committingOrders(view)].map(dayOf) : [];
  const contradicting = [
    ...commitments.filter((day) => has(day, view)),
    ...[deployed].filter((day) => isBefore(stage, "deployment") && has(day, view)),
    ...[operating].filter((day) => isBefore(stage, "operation") && has(day, view)),
    ...[deployed, operating].filter((day) => stage === "operation" && hasNot(day, view)),
    ...[ending].filter((day) => stage === "decommissioning" && !has(day, view)),
  ];
  const cell =
    contradicting.length === 0
      ? known(stage, status.at)
      : contradicted(
          status.at,
          contradicting.map(({ place }) => place),
        );
  return turning(cell, [deployed, operating, ending, ...commitments].flatMap(turnOf));
}

const ORDER = [...new Set(Object.values(STAGES))];

function isBefore(stage: string | undefined, other: string): boolean {
  return stage !== undefined && ORDER.indexOf(stage) < ORDER.indexOf(other);
}

function dayOf({ name, place }: Commitment): Day {
  return { name, place, on: dateAt(place) };
}

function has({ on }: Day, { asOf }: ManifestView): boolean {
  return on !== undefined && on !== "none" && on <= asOf;
}

/** Whether it is said not to have happened; what is blank is not, and a manifest that came later could not know. */
function hasNot({ on }: Day, { asOf, root }: ManifestView): boolean {
  const submitted = dateAt(follow(root, "metadata.submitted_on"));
  const isReplay = submitted !== undefined && submitted > asOf;
  return on === "none" || (on !== undefined && on > asOf && !isReplay);
}

function turnOf({ name, on }: Day): readonly Turn[] {
  return on === undefined || on === "none"
    ? []
    : [{ on, reason: "stage", begins: true, what: `\`${name}\`` }];
}
