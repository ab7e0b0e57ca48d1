import type { Document } from "../../model/document.ts";
import type { PolicyDatedValue, PolicyDocument } from "../../model/generated/policy.ts";
import type { FactValue } from "../../model/value.ts";
import type { CheckedParameter, DatedValue } from "../checked-policies.ts";
import type { Fact, Vocabulary } from "../vocabulary.ts";
import { checkBasis } from "./check-basis.ts";
import { checkRows } from "./check-rows.ts";
import { tableFact, valueFact } from "./parameter-facts.ts";
import { readElements, readLiteral } from "./read-literal.ts";
import type { Report } from "./report.ts";

/** Checks one parameter of a policy: its type, its table and every dated value. */
export function checkParameter(
  name: string,
  document: Document<PolicyDocument>,
  vocabulary: Vocabulary,
  report: Report,
): CheckedParameter | undefined {
  const written = document.value.parameters?.[name];
  if (written === undefined) return undefined;
  const pointer = `/parameters/${name}`;
  const of = valueFact(name, written, vocabulary, (key, message, help) =>
    report(`${pointer}/${key}`, message, help),
  );
  const by = tableFact(written, vocabulary, (message, help) => report(`${pointer}/by`, message, help));
  if (of === undefined || by === "wrong") return undefined;
  const values: DatedValue[] = [];
  for (const [index, dated] of written.values.entries()) {
    const at = `${pointer}/values/${index}`;
    checkBasis(dated.basis, `${at}/basis`, document.value, report);
    const value = checkDate(dated, values.at(-1), at, report)
      ? readValue(dated.value, of, by, at, report)
      : undefined;
    if (value !== undefined) values.push({ from: dated.from, value, basis: dated.basis });
  }
  if (values.length < written.values.length) return undefined;
  return {
    name,
    policy: document.value.id,
    type: written.type,
    title: written.title,
    of,
    by,
    values,
    pointer,
  };
}

function checkDate(
  dated: PolicyDatedValue,
  earlier: DatedValue | undefined,
  at: string,
  report: Report,
): boolean {
  if (earlier !== undefined && dated.from <= earlier.from) {
    const help = "list values from the earliest date on, one for each date";
    report(`${at}/from`, `\`${dated.from}\` does not follow \`${earlier.from}\``, help);
    return false;
  }
  return true;
}

function readValue(
  raw: PolicyDatedValue["value"],
  of: Fact,
  by: Fact | undefined,
  at: string,
  report: Report,
): DatedValue["value"] | undefined {
  const isTable = typeof raw === "object" && !Array.isArray(raw);
  if (isTable !== (by !== undefined)) {
    if (isTable) report(`${at}/value`, "a table needs `by`", "name the fact that chooses the row under `by`");
    else
      report(
        `${at}/value`,
        `one row for each value of \`${by?.name}\` is missing`,
        "write a table, `value: row`",
      );
    return undefined;
  }
  if (by === undefined) return readOne(raw, of, `${at}/value`, report);
  const rows = Object.entries(raw);
  if (!checkRows(new Set(rows.map(([row]) => row)), by, `${at}/value`, report)) return undefined;
  const table = new Map<string, FactValue>();
  for (const [row, item] of rows) {
    const value = readOne(item, of, `${at}/value/${row}`, report);
    if (value !== undefined) table.set(row, value);
  }
  return table.size === rows.length ? table : undefined;
}

function readOne(raw: unknown, of: Fact, pointer: string, report: Report): FactValue | undefined {
  if (Array.isArray(raw) !== (of.type === "set")) {
    const wanted = of.type === "set" ? "a list of values" : "one value";
    report(pointer, `\`${of.name}\` takes ${wanted}`, `write ${wanted}`);
    return undefined;
  }
  if (!Array.isArray(raw)) {
    const result = readLiteral(raw, of, false);
    if (result.ok) return result.value;
    report(pointer, result.message, result.help);
    return undefined;
  }
  const members = new Set<string>();
  for (const [index, result] of readElements(raw, of).entries()) {
    if (result.ok) members.add(String(result.value));
    else report(`${pointer}/${index}`, result.message, result.help);
  }
  return members.size === raw.length ? members : undefined;
}
