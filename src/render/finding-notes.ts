import type { Finding } from "../model/generated/report.ts";
import type { Say, Word } from "./words.ts";

/** Each basis in words; what nobody checked against the primary text says so. */
export function basisWords({ basis }: Pick<Finding, "basis">, say: Say): readonly string[] {
  return basis.map(({ source, title, provision, verified }) => {
    const proposal = source === "proposal";
    const place = [proposal ? say("ownChoice") : title, ...(provision === null ? [] : [provision])].join(
      say("and"),
    );
    return verified || proposal ? place : say("unverified", { basis: place });
  });
}

const BINDS: Readonly<Record<NonNullable<Finding["upcoming"]>["reason"], Word>> = {
  stage: "bindsStage",
  stage_over: "boundStage",
  effective: "bindsEffective",
  due: "bindsDue",
  transition: "bindsTransition",
};

const STAGES: Readonly<Record<string, Word>> = {
  definition: "atDefinition",
  procurement: "atProcurement",
  deployment: "atDeployment",
  operation: "atOperation",
  decommissioning: "atDecommissioning",
};

/** From which stage or date an upcoming finding binds, or at which past stage it bound; `undefined` for one that binds now. */
export function bindingWords({ upcoming }: Pick<Finding, "upcoming">, say: Say): string | undefined {
  if (upcoming === null) return undefined;
  const { reason, from } = upcoming;
  const stage = reason === "stage" || reason === "stage_over" ? STAGES[from] : undefined;
  return say(BINDS[reason], { from: stage === undefined ? from : say(stage) });
}

/** What stands before those words: that the finding is still to come, or that its stage is over. */
export function bindingLabel({ upcoming }: Pick<Finding, "upcoming">): Word {
  return upcoming?.reason === "stage_over" ? "pastStage" : "upcoming";
}

/**
 * What to do, whether `--fix` does it, and how to ask for a waiver. `help` and `command` are in the form of
 * the output already; `undefined` where there is nothing to say.
 */
export function helpWords(
  { fix }: Pick<Finding, "fix">,
  say: Say,
  help: string | undefined,
  command: string | undefined,
): string | undefined {
  const first = fix === null ? help : help === undefined ? say("fixOnly") : say("fixable", { help });
  if (command === undefined) return first;
  return first === undefined ? say("waiverOnly", { command }) : say("waivable", { help: first, command });
}

/** Ids as a shell takes them without quotes; those of arrangements begin with `arr:`. */
const PLAIN = /^(arr:)?[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The command that starts a waiver for a finding that blocks; `undefined` where none can be valid or is asked for. */
export function waiverCommand({ rule, manifest, waivable, effect, state }: Finding): string | undefined {
  if (waivable !== true || effect !== "block" || state !== "open") return undefined;
  const target = manifest !== null && PLAIN.test(manifest) ? ` ${manifest}` : "";
  return `bylaw new waiver ${rule}${target}`;
}
