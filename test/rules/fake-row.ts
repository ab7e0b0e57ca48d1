import type { Texts } from "../../src/model/language.ts";
import type { Cell, Row } from "../../src/model/row.ts";
import { type FactValue, UNKNOWN } from "../../src/model/value.ts";

export interface FakeRow {
  readonly subject?: Row["subject"];
  readonly key?: string;
  /** Values by full fact name; what is left out is blank. */
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly paths?: Readonly<Record<string, readonly Texts[]>>;
  readonly scope?: readonly Row[];
  readonly nested?: readonly Row[];
}

/** A row that answers for the facts given and is blank everywhere else. */
export function fakeRow({
  subject = "system",
  key = "row",
  facts = {},
  paths = {},
  scope = [],
  nested = [],
}: FakeRow): Row {
  return {
    subject,
    key,
    title: key,
    pointer: `/${subject}`,
    written: true,
    cell: (fact): Cell => {
      if (!fact.startsWith(`${subject}.`)) throw new Error(`${subject} does not answer for ${fact}`);
      const value = facts[fact] ?? UNKNOWN;
      const path = paths[fact];
      const at = value === UNKNOWN ? `/${subject}` : `/${fact.replace(".", "/")}`;
      return { value, at, stated: value !== UNKNOWN, ...(path === undefined ? {} : { path }) };
    },
    scope: (other) => scope.find((row) => row.subject === other),
    nested: (other) => nested.filter((row) => row.subject === other),
  };
}
