import type { Registry } from "../../model/registry.ts";
import type { ListEntry } from "./list-entry.ts";
import { readBrackets } from "./read-brackets.ts";

/** Whom an entry is about. A near name only ever suggests. */
export type EntryMatch =
  | {
      readonly kind: "known";
      readonly entity: string;
      /** `name`: one of the entity's names. Else the name is new to the registry and this is how it was found. */
      readonly by: "name" | "identifier" | "alias";
      /** An alias in the file that the registry has as another entity. */
      readonly disputed: { readonly alias: string; readonly entity: string } | undefined;
    }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "undecided";
      readonly reason: string;
      /** An imperative. */
      readonly help: string;
      /** Entities it may be. */
      readonly near: readonly string[];
    };

/**
 * Finds the entity of an entry that has a name: by a number, by exactly its name (an acronym
 * in brackets aside), else by exactly one of its aliases.
 */
export function matchEntry(entry: ListEntry & { readonly name: string }, registry: Registry): EntryMatch {
  const { name, identifiers } = entry;
  const byName = registry.resolve({ name });
  const numbered = Object.keys(identifiers).length > 0;
  const byNumber = registry.resolve({ identifiers });
  if (numbered && byNumber.kind === "ambiguous")
    return undecided("its numbers name several", byNumber.candidates);
  if (numbered && byNumber.kind === "resolved") {
    if (byName.kind !== "resolved") return known(byNumber.entity, "identifier");
    if (byName.entity === byNumber.entity) return known(byName.entity, "name");
    return undecided("its number names one entity and its name another", [byNumber.entity, byName.entity]);
  }
  if (byName.kind === "resolved" && registry.resolve({ name, identifiers }).kind !== "resolved") {
    return undecided("the registry has this name under another number", [byName.entity]);
  }
  const aliases = entry.aliases.flatMap((alias) => {
    const found = registry.resolve({ name: alias });
    return found.kind === "resolved" ? [{ alias, entity: found.entity }] : [];
  });
  switch (byName.kind) {
    case "resolved":
      return known(
        byName.entity,
        "name",
        aliases.find(({ entity }) => entity !== byName.entity),
      );
    case "ambiguous":
      return undecided("it is a name of several", byName.candidates);
    case "confusable":
      return undecided(
        `it looks like \`${byName.known}\` and is spelled with other letters`,
        [byName.entity],
        LETTERS,
      );
    case "unknown": {
      const [first, ...others] = [...new Set(aliases.map(({ entity }) => entity))];
      if (first !== undefined && others.length === 0) return known(first, "alias");
      if (first !== undefined) return undecided("its aliases are names of several", [first, ...others]);
      const parts = readBrackets(name, registry);
      if (parts.entity !== undefined) return known(parts.entity, "name");
      const near = [...new Set([...byName.suggestions, ...parts.near])];
      return near.length > 0 ? undecided("it is near a known name", near) : { kind: "unknown" };
    }
  }
}

const NAMES =
  "add the name to the `names` of the entity it means, or the company with `bylaw new vendor`, and run again";
const LETTERS = "write the name in its own letters";

function known(
  entity: string,
  by: "name" | "identifier" | "alias",
  disputed?: { readonly alias: string; readonly entity: string },
): EntryMatch {
  return { kind: "known", entity, by, disputed };
}

function undecided(reason: string, near: readonly string[], help = NAMES): EntryMatch {
  return { kind: "undecided", reason, near, help };
}
