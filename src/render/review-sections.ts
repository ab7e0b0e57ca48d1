import type { GovernedChange, Review } from "../model/review.ts";
import { codeBlock } from "./code-block.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { inline } from "./inline.ts";
import { sayLeft } from "./manifest-table.ts";
import { tableHead, tableRow } from "./table.ts";
import { type Say, sentence, type Word } from "./words.ts";

/** Problems of policies, registry, waivers and configuration as Markdown; empty where there are none. */
export function problemSection({ problems }: Review, say: Say, room: number): string {
  const items = problems.map(({ side, location, message, help, witness }) => {
    const place = codeSpan(`${location.file}:${location.line}`);
    const item = `- ${place} (${say(side === "base" ? "atBase" : "atHead")}): ${inline(message)}\n  - ${say("help")}: ${inline(help)}`;
    return witness === undefined
      ? item
      : `${item}\n  - ${say("witness")}:\n\n${codeBlock(witness, "yaml", "    ")}`;
  });
  return section(say("problemsHeading"), items, say, room);
}

/** Changed files that need the consent of a group, as a Markdown table; empty where there are none. */
export function governedSection({ governed }: Review, say: Say, room: number): string {
  const head = tableHead([say("changedFile"), say("kind"), say("group"), say("approved")]);
  const rows = governed.map(({ file, kind, group, approved }) =>
    tableRow([codeSpan(file), say(KINDS[kind]), codeSpan(group), say(approved ? "yes" : "no")]),
  );
  return section(say("governedHeading"), rows, say, room, `${head}\n`);
}

const KINDS: Readonly<Record<GovernedChange["kind"], Word>> = {
  policy: "governedPolicy",
  registry: "governedRegistry",
  plan: "governedPlan",
  waiver: "governedWaiver",
  approval: "governedApproval",
  arrangement: "governedArrangement",
  overlay: "governedOverlay",
  configuration: "governedConfiguration",
  schema: "governedSchema",
  ownership: "governedOwnership",
};

/** Manifests that the change removes, in a line; empty where there are none. */
export function removedLine({ removed }: Review, say: Say, room: number): string {
  const { text, left } = fitItems(removed.map(codeSpan), room, say("and"));
  if (removed.length === 0) return "";
  return `${sentence(say("removed"))}: ${text}${left === 0 ? "" : ` ${sayLeft(left, say)}`}`;
}

/** What the change takes away in files it does not touch, in a line; empty where there is nothing. */
export function mendedLine({ mended, language }: Review, say: Say, room: number): string {
  const items = mended[language].map(
    ({ rule, location }) => `${codeSpan(rule)} ${codeSpan(`${location.file}:${location.line}`)}`,
  );
  if (items.length === 0) return "";
  const { text, left } = fitItems(items, room, say("and"));
  return `${sentence(say("mended"))}: ${text}${left === 0 ? "" : ` ${sayLeft(left, say)}`}`;
}

function section(heading: string, items: readonly string[], say: Say, room: number, before = ""): string {
  if (items.length === 0) return "";
  const { text, left } = fitItems(items, room);
  return `### ${heading}\n\n${before}${text}${left === 0 ? "" : `\n\n${sayLeft(left, say)}`}`;
}
