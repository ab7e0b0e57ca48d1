import type { Document, FileProblem } from "../model/document.ts";
import type { Edge, RegistryDocument } from "../model/generated/registry.ts";
import { MAJORITY } from "./holders.ts";
import { endOf, firstDay } from "./period.ts";
import { referencesOf, type Table } from "./references.ts";
import { nearestIds } from "./resolve.ts";
import { followRenamings } from "./successors.ts";

type RegistryFile = Document<RegistryDocument>;
type Flaw = { readonly pointer: string; readonly message: string; readonly help: string };

/**
 * What the files of a registry have wrong together, which no schema sees: ids given twice, references that
 * lead nowhere with the nearest ids, dates and shares the wrong way round, renamings in a circle, and a
 * majority written as an investment. In the order of the files.
 */
export function checkRegistry(documents: readonly RegistryFile[]): readonly FileProblem[] {
  const defined = new Map<Table, Map<string, string>>();
  const problems: FileProblem[] = [];
  const add = (document: RegistryFile, flaws: readonly Flaw[]) => {
    problems.push(
      ...flaws.map((flaw) => ({
        stage: "schema" as const,
        kind: document.kind,
        location: document.locate(flaw.pointer),
        ...flaw,
      })),
    );
  };
  for (const document of documents) add(document, duplicates(document, defined));
  const edges = documents.flatMap(({ value }) => value.edges ?? []);
  for (const document of documents) {
    add(document, dangling(document.value, defined));
    add(
      document,
      (document.value.edges ?? []).flatMap((edge, index) => edgeFlaws(edge, `/edges/${index}`, edges)),
    );
    add(document, datedFlaws(document.value));
  }
  return problems;
}

function duplicates(
  { value, file }: RegistryFile,
  defined: Map<Table, Map<string, string>>,
): readonly Flaw[] {
  return referencesOf(value).definitions.flatMap(({ table, id, pointer }) => {
    const known = defined.get(table) ?? new Map<string, string>();
    defined.set(table, known);
    const first = known.get(id);
    if (first === undefined) known.set(id, file);
    return first === undefined
      ? []
      : [
          {
            pointer,
            message: `${table} \`${id}\` is already given in \`${first}\``,
            help: "Keep one of the two and join what they say.",
          },
        ];
  });
}

function dangling(
  value: RegistryDocument,
  defined: ReadonlyMap<Table, ReadonlyMap<string, string>>,
): readonly Flaw[] {
  return referencesOf(value).uses.flatMap(({ table, id, pointer }) => {
    const known = defined.get(table) ?? new Map<string, string>();
    if (known.has(id)) return [];
    const near = nearestIds(id, known.keys()).map((other) => `\`${other}\``);
    return [
      {
        pointer,
        message: `${table} \`${id}\` is not in the registry`,
        help:
          near.length === 0
            ? `Add the ${table} to a registry file.`
            : `Write ${near.join(" or ")}, or add the ${table} to a registry file.`,
      },
    ];
  });
}

function edgeFlaws(edge: Edge, pointer: string, edges: readonly Edge[]): readonly Flaw[] {
  const { percent, kind } = edge;
  const flaws: Flaw[] = [];
  if (percent?.max !== undefined && percent.min > percent.max) {
    flaws.push({
      pointer: `${pointer}/percent`,
      message: `the lowest share is ${percent.min} % and the highest ${percent.max} %`,
      help: "Put the lower number in `min`.",
    });
  }
  if (kind === "invests_in" && percent && (percent.max ?? 100) >= MAJORITY) {
    flaws.push({
      pointer: `${pointer}/kind`,
      message: `an investment of up to ${percent.max ?? 100} % may carry control; \`invests_in\` stays below ${MAJORITY} %`,
      help: "Write `owns`.",
    });
  }
  if (edge.from === edge.to) {
    flaws.push({
      pointer: `${pointer}/to`,
      message: `\`${edge.from}\` is on both ends of the edge`,
      help: "Name the other company.",
    });
  }
  const renamed = edges.filter((other) => other.kind === "renamed_from");
  if (kind === "renamed_from" && edge.from !== edge.to && followRenamings(renamed)(edge.to) === edge.to) {
    flaws.push({
      pointer,
      message: `the renaming of \`${edge.to}\` leads back to itself`,
      help: "Keep the renamings that lead to the current name.",
    });
  }
  return flaws;
}

function datedFlaws(value: RegistryDocument): readonly Flaw[] {
  const dated = [
    ...(value.edges ?? []).map((edge, index) => ({
      from: edge.from_date,
      to: edge.to_date,
      pointer: `/edges/${index}/to_date`,
    })),
    ...(value.listings ?? []).map(({ from, to }, index) => ({ from, to, pointer: `/listings/${index}/to` })),
    ...(value.carriers ?? []).map(({ from, to }, index) => ({ from, to, pointer: `/carriers/${index}/to` })),
  ];
  return dated.flatMap(({ from, to, pointer }) =>
    from && to && endOf(to) <= firstDay(from)
      ? [
          {
            pointer,
            message: `it ends in \`${to}\` and begins in \`${from}\``,
            help: "Write the earlier date as the beginning.",
          },
        ]
      : [],
  );
}
