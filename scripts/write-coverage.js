// Writes docs/coverage.md from docs/coverage.yaml: for each row of the source article, links to what answers it.
// `--print` writes to standard output instead, for the freshness test.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { globSync } from "tinyglobby";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file) => load(readFileSync(`${root}${file}`, "utf8"));
const { source, sections } = read("docs/coverage.yaml");

const policyOf = new Map(
  globSync("policies/*/policy.yaml", { cwd: root }).flatMap((file) => {
    const { id, rules } = read(file);
    return rules.map((rule) => [rule.id, id]);
  }),
);
const fileOf = new Map(
  globSync("examples/*/{manifests,arrangements}/*.yaml", { cwd: root }).map((file) => {
    const { id, metadata } = read(file);
    return [id ?? metadata.id, file];
  }),
);
const entityFile = new Map(
  globSync("policies/trusted-vendors/registry/**/*.yaml", { cwd: root }).flatMap((file) =>
    (read(file).entities ?? []).map((entity) => [entity.id, file]),
  ),
);

const lines = [
  "<!-- generated from coverage.yaml by npm run docs -->",
  "",
  "# What the article names, and what answers it",
  "",
  `Every system, company, programme, law, risk and demand in ${source.title}, in its order, with the rule, entry, field, output or`,
  "example that makes it work here. A row marked *context* asks for nothing. `test/coverage.test.ts` opens every entry of",
  "this page: a rule must be shown failing and passing, an example must give the finding named, an entry must say what it is said to.",
  "",
];
for (const { title, rows } of sections) {
  lines.push(`## ${title}`, "", "| | what the article names | what answers it |", "| --- | --- | --- |");
  for (const { row, item, context, by } of rows) {
    lines.push(`| ${row} | ${item}${context ? " *(context)*" : ""} | ${by.map(linkTo).join("; ")} |`);
  }
  lines.push("");
}
const text = `${lines.join("\n").trimEnd()}\n`;
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(`${root}docs/coverage.md`, text);

function linkTo(entry) {
  const { rule, finding, without } = entry;
  if (rule) return `[${rule}](policies/${policyOf.get(rule)}.md#${rule.toLowerCase()})`;
  const submitted = entry.example ?? entry.arrangement;
  if (submitted) {
    const notes = [entry.tier, finding && `finds ${finding}`, without && `without ${without}`, entry.verdict];
    return `[\`${submitted}\`](../${fileOf.get(submitted)})${note(notes)}`;
  }
  if (entry.entity) return `[\`${entry.entity}\`](../${entityFile.get(entry.entity)})${note(factsOf(entry))}`;
  if (entry.list) {
    const file = `policies/trusted-vendors/registry/lists/${entry.list}.yaml`;
    return `[list \`${entry.list}\`](../${file})${note([entry.entries && `${entry.entries} entries`, entry.added_on])}`;
  }
  if (entry.carrier)
    return `[\`${entry.carrier}\`](../${entityFile.get(entry.carrier)}) named clean on ${entry.on}`;
  if (entry.test) return `[test](../${entry.test})`;
  if (entry.unmatched) return `“${entry.unmatched}” matches nothing`;
  if (entry.field) return `field [\`${entry.field}\`](manifests.md)`;
  if (entry.value) return `fact \`${entry.value}\`${entry.is ? ` = \`${entry.is}\`` : ""}`;
  if (entry.source) return "[plan](../policies/plan.yaml): source";
  if (entry.objective) return `[plan](../policies/plan.yaml): objective \`${entry.objective}\``;
  if (entry.plan) return `[plan](../policies/plan.yaml): \`${entry.plan}\``;
  if (entry.pack) return `pack [\`${entry.pack}\`](policies/${entry.pack}.md), off, advisory or binding`;
  if (entry.jurisdiction) {
    const law = entry.law ?? `flag \`${entry.flag}\``;
    return `[legal profile](../policies/trusted-vendors/registry/jurisdictions.yaml): ${law}, article ${entry.article}`;
  }
  if (entry.output === "inventory") return `\`bylaw inventory\`: ${entry.at}`;
  if (entry.output === "new-manifest") return "`bylaw new manifest`";
  if (entry.output) return `[${entry.output}](../${entry.output})`;
  throw new Error(`docs/coverage.yaml: no kind of entry: ${JSON.stringify(entry)}`);
}

function factsOf({ names, listed, not_listed, controller }) {
  return [
    names && `by the names ${names.join(", ")}`,
    listed && `on ${listed.list} on ${listed.on}`,
    not_listed && `not on ${not_listed.list} on ${not_listed.on}`,
    controller && `under \`${controller}\``,
  ];
}

function note(parts) {
  const said = parts.filter(Boolean);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}
