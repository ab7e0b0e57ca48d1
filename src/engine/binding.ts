import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { Finding } from "../model/generated/report.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { CompiledClause, Stage, Transition } from "../model/rule.ts";

type Upcoming = NonNullable<Finding["upcoming"]>;

export type Binding =
  | { readonly kind: "binds" }
  | { readonly kind: "gone" }
  /** The requirement is only announced; a finding weighs at most `warn`. */
  | { readonly kind: "upcoming"; readonly upcoming: Upcoming }
  /** A date the requirement is due by can never come. */
  | { readonly kind: "never-due" }
  /** The date it is due by depends on something blank. */
  | { readonly kind: "undecided" };

const STAGES: readonly Stage[] = ["definition", "procurement", "deployment", "operation", "decommissioning"];

/** Whether a clause binds one row of one manifest on a date, and if not yet, why and from when. */
export function bindingOf(
  clause: CompiledClause,
  row: Row,
  facts: FactSet,
  manifest: ManifestDocument,
  asOf: string,
): Binding {
  const byDate = inForce(clause, asOf);
  if (byDate !== undefined) return byDate;
  const outside = outOfStage(clause, facts);
  if (outside !== undefined) return outside;
  const due = untilDue(clause, row, asOf);
  if (due !== undefined) return due;
  const { transition } = clause.rule;
  if (transition && asOf < transition.until && isSheltered(transition, facts.system, manifest))
    return upcoming("transition", transition.until);
  return { kind: "binds" };
}

/** The same for a row without stage and deployment, as an arrangement's: by the dates of the clause alone. */
export function bindingByDate(clause: CompiledClause, row: Row, asOf: string): Binding {
  return inForce(clause, asOf) ?? untilDue(clause, row, asOf) ?? { kind: "binds" };
}

function inForce(clause: CompiledClause, asOf: string): Binding | undefined {
  if (clause.until !== null && clause.until < asOf) return { kind: "gone" };
  return clause.effective > asOf ? upcoming("effective", clause.effective) : undefined;
}

function untilDue(clause: CompiledClause, row: Row, asOf: string): Binding | undefined {
  const due = clause.due(row);
  if (due === "none") return { kind: "never-due" };
  if (due === "unknown") return { kind: "undecided" };
  return due !== undefined && due >= asOf ? upcoming("due", due) : undefined;
}

function upcoming(reason: Upcoming["reason"], from: string): Binding {
  return { kind: "upcoming", upcoming: { reason, from } };
}

/** Where the system's own stage lies outside the span of the clause: the nearest stage at which it binds, or bound. */
function outOfStage(clause: CompiledClause, facts: FactSet): Binding | undefined {
  const span = STAGES.filter((stage) => clause.stages.includes(stage));
  const first = span[0];
  const last = span.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const now = (STAGES as readonly unknown[]).indexOf(facts.system.cell("system.stage").value);
  // An undecided stage excuses nothing.
  if (now === -1) return undefined;
  if (now < STAGES.indexOf(first)) return upcoming("stage", first);
  return now > STAGES.indexOf(last) ? upcoming("stage_over", last) : undefined;
}

/** Until it ends, a transition shelters what was deployed before it, unless a listed kind of change was made since. */
export function isSheltered(
  transition: Transition,
  system: Row,
  manifest: Pick<ManifestDocument, "metadata">,
): boolean {
  const deployed = system.cell("system.deployed_on").value;
  if (typeof deployed !== "string" || deployed >= transition.deployed_before) return false;
  const changes = manifest.metadata.changes;
  if (changes === "none") return true;
  // A blank list of changes says nothing about whether one was made: no shelter.
  if (!Array.isArray(changes)) return false;
  return !changes.some(({ kind, on }) => {
    const matters = !kind || transition.lost_when.includes(kind);
    return matters && !(on && on < transition.deployed_before);
  });
}
