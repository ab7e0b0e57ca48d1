import type { Proposal } from "./proposal.ts";
import type { CompareOptions } from "./take-entry.ts";

/** Why a file may not be what it is taken for: cut off, older than what is held, or of a list nobody keeps yet. */
export function doubtsAbout(
  proposal: Omit<Proposal, "doubts">,
  { list, additions }: CompareOptions,
): Proposal["doubts"] {
  const { ended, edition, file, retrievedOn, passedOver } = proposal;
  const newest = (list.editions ?? [])
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const stayed = proposal.same + proposal.changed.length + proposal.conflicts.length;
  const doubts: readonly (readonly [boolean, string, string])[] = [
    [
      ended.length > stayed,
      `${ended.length} entries the registry holds are not in the file, and ${stayed} are`,
      "read the whole list, or add `--additions` where the file names additions only",
    ],
    [
      ended.length > 0 && passedOver.length > 0,
      `what is not in the file may be among the names nobody goes by: ${ended.length} against ${passedOver.length}`,
      "compare the two; add a name to the `names` of the entity it means, and run again",
    ],
    [
      edition !== undefined && newest !== undefined && edition < newest && !additions,
      `the edition of ${edition} is older than that of ${newest}, which the registry has`,
      "read the newest edition, or add `--additions`",
    ],
    [
      list.retrieved_on !== null && retrievedOn < list.retrieved_on,
      `the file was read on ${retrievedOn}; the registry has the list as of ${list.retrieved_on}`,
      "read the list again, and say the day with `--retrieved-on`",
    ],
    [
      list.coverage === "none",
      `the registry holds nothing of \`${list.id}\`: its coverage is \`none\``,
      `write \`coverage: complete\` or \`partial\` in ${file} first`,
    ],
  ];
  return doubts.flatMap(([holds, message, help]) => (holds ? [{ message, help }] : []));
}
