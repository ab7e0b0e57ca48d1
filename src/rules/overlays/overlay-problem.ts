import type { FileProblem } from "../../model/document.ts";
import { reportInto } from "../check/report.ts";
import type { MergedPolicy } from "./merge-overlay.ts";
import type { Refused } from "./prove-overlays.ts";

type Merged = ReadonlyMap<string, MergedPolicy>;
type What = Pick<FileProblem, "message" | "help" | "witness">;

/** What the comparison refused, at the value that was in force when it did. */
export function refusedProblem({ parameter, on, ...what }: Refused, merged: Merged): readonly FileProblem[] {
  const policy = merged.get(parameter.policy);
  const index = parameter.values.findLastIndex(({ from }) => from <= on);
  const place = policy?.inOverlay(`${parameter.pointer}/values/${index}/value`);
  return policy === undefined ? [] : problemAt(policy, place ?? "", what);
}

/** A problem that the policies have only with overlays: where it stands in one, else at the first overlay as a whole. */
export function mergedProblem(problem: FileProblem, merged: Merged): readonly FileProblem[] {
  const { location, pointer, message, help } = problem;
  const all = [...merged.values()];
  const own = all.find(({ overlay }) => overlay.file === location.file);
  if (own !== undefined)
    return [{ ...problem, kind: own.overlay.kind, pointer: own.inOverlay(pointer) ?? pointer }];
  const there = `with this overlay, at ${location.file}:${location.line}: ${message}`;
  return all.slice(0, 1).flatMap((first) => problemAt(first, "", { message: there, help }));
}

function problemAt({ overlay }: MergedPolicy, pointer: string, { message, help, ...more }: What) {
  const found: FileProblem[] = [];
  reportInto(found, overlay)(pointer, message, help);
  return found.map((problem): FileProblem => ({ ...problem, ...more }));
}
