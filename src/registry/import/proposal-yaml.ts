import { languageOf } from "./new-entity.ts";
import type { Changed, Proposal } from "./proposal.ts";
import { flowYaml, itemYaml } from "./yaml-text.ts";

/**
 * A proposal as YAML to paste into registry files: new entities and listings, and every listing that changes as it
 * would read. What is not for pasting as it stands is a comment.
 */
export function proposalYaml(proposal: Proposal): string {
  const { list, retrievedOn, added, changed, ended, renamed, conflicts, undecided, categories } = proposal;
  const entities = added.flatMap(({ entity }) => (entity === undefined ? [] : [itemYaml(entity)]));
  const replaced = [...changed, ...ended, ...conflicts.flatMap(({ listing }) => listing ?? [])];
  const lines = [
    `# ${list} as read on ${retrievedOn}; for ${proposal.file}`,
    ...table(
      "entities",
      entities.map((item) => ["", item] as const),
    ),
    ...table("listings", [
      ...added.map(({ listing }) => ["", itemYaml(listing)] as const),
      ...replaced.map(
        (one) => [`in place of ${where(one)}: ${one.why}`, itemYaml({ ...one.before, ...one.set })] as const,
      ),
    ]),
    ...renamed.map(
      ({ name, entity, place }) =>
        `# a name for ${entity}, ${where({ place })}: ${flowYaml({ text: name, lang: languageOf(name), kind: "variant", sources: [proposal.source] })}`,
    ),
    ...undecided.map(({ line, name, reason }) => `# undecided, line ${line}: ${name}: ${reason}`),
    ...categories.map(({ line, text }) => `# a category, which names nobody, line ${line}: ${text}`),
    `# lists: ${flowYaml({ id: list, retrieved_on: retrievedOn })}`,
  ];
  return `${lines.join("\n")}\n`;
}

function table(
  name: string,
  items: readonly (readonly [comment: string, lines: readonly string[]])[],
): readonly string[] {
  if (items.length === 0) return [];
  return [
    `${name}:`,
    ...items.flatMap(([comment, lines]) => [
      ...(comment === "" ? [] : [`  # ${comment}`]),
      ...lines.map((line, index) => `  ${index === 0 ? "-" : " "} ${line}`),
    ]),
  ];
}

function where({ place }: Pick<Changed, "place">): string {
  return `${place.file}:${place.line}`;
}
