import type { Assignment, FactValues } from "../../model/comparison.ts";
import type { Cell, FactSet, NestedSubject, Row, SubjectName } from "../../model/row.ts";
import { UNKNOWN } from "../../model/value.ts";

/** The row an assignment describes, with everything it belongs to; facts that are not assigned are blank. */
export function rowFrom(assignment: Assignment): Row {
  return rows(assignment)(assignment.subject);
}

/** A set of facts that has only the row an assignment describes, and the rows it belongs to. */
export function factsFrom(assignment: Assignment): FactSet {
  const row = rows(assignment);
  return {
    system: row("system"),
    rows: (subject: SubjectName) => (subject === assignment.subject ? [row(subject)] : []),
  };
}

type AnySubject = SubjectName | NestedSubject;

function rows({ facts, nested }: Assignment): (subject: AnySubject) => Row {
  const known = new Map<AnySubject, Row>();
  const rowOf = (subject: AnySubject): Row => {
    const row = known.get(subject) ?? synthetic(subject, facts, subject, rowOf, (list) => hanging(list));
    known.set(subject, row);
    return row;
  };
  const hanging = (list: NestedSubject): readonly Row[] =>
    (nested[list] ?? []).map((values, index) =>
      synthetic(list, values, `${list}-${index + 1}`, rowOf, () => []),
    );
  return rowOf;
}

function synthetic(
  subject: AnySubject,
  values: FactValues,
  key: string,
  rowOf: (subject: AnySubject) => Row,
  nested: (list: NestedSubject) => readonly Row[],
): Row {
  const row: Row = {
    subject,
    key,
    title: key,
    pointer: `/${subject}`,
    written: true,
    cell: (fact): Cell => {
      const value = Object.hasOwn(values, fact) ? (values[fact] ?? UNKNOWN) : UNKNOWN;
      return { value, at: `/${subject}`, stated: value !== UNKNOWN };
    },
    scope: (other) => (other === subject ? row : rowOf(other)),
    nested: (list) => (subject === "party" ? nested(list) : []),
  };
  return row;
}
