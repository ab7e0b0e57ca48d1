import { groupBy } from "../../facts/group-by.ts";
import { sameCode } from "../../facts/municipality-code.ts";
import type { Document } from "../../model/document.ts";
import type { ArrangementDocument } from "../../model/generated/arrangement.ts";
import type { Unopened } from "./unopened.ts";

/**
 * Manifest files in groups none of which bears on another: those of one municipality, those with one id, and
 * those linked with one another stand together, over as many steps as it takes. It is `mayConcern`, followed to
 * its end; an arrangement holds its own id and its municipality together. Files without names stand in none.
 */
export function neighbourhoods<T extends Pick<Unopened, "names">>(
  files: readonly T[],
  arrangements: readonly Document<ArrangementDocument>[],
): readonly (readonly T[])[] {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  const join = (one: string, other: string) => {
    const [from, to] = [find(one), find(other)];
    if (from !== to) parents.set(from, to);
  };
  const named = files.flatMap((file) => {
    const names = file.names();
    return names === undefined ? [] : [{ file, ...names }];
  });
  for (const { id, code, targets } of named) {
    for (const name of [codeName(code), ...targets.map(idName)]) join(idName(id), name);
  }
  for (const { value } of arrangements) join(idName(value.id), codeName(value.municipality.cbs_code));
  const groups = groupBy(named, ({ id }) => find(idName(id)));
  return [...groups.values()].map((group) => group.map(({ file }) => file));
}

function idName(id: string): string {
  return `id ${id}`;
}

function codeName(code: string): string {
  return `code ${sameCode(code)}`;
}
