import { SET_SUBJECTS } from "../../engine/judge-set-row.ts";
import { tierOf } from "../../engine/tier-of.ts";
import type { Flip } from "../../model/impact.ts";
import { wordingIn } from "../../model/language.ts";
import type { FactSet, Row } from "../../model/row.ts";
import type { Compared, Side } from "./compared.ts";
import { flipKind } from "./flip-kind.ts";
import type { RunPair } from "./run-pair.ts";
import { PASSES, type Standpoint } from "./standings.ts";
import { throughWords } from "./through-words.ts";

/** What flips of one manifest or row; `facts` are those of the manifest by the later set, where it is one. */
export function flipsOf(compared: Compared, pair: RunPair, facts?: FactSet): readonly Flip[] {
  const { before, after } = compared;
  const keys = [...new Set([...before.places.keys(), ...after.places.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [before.places.get(key), after.places.get(key)];
    const place = now ?? old;
    if (place === undefined) return [];
    const [earlier, later] = [old?.standing ?? PASSES, now?.standing ?? PASSES];
    const kind = flipKind(earlier, later);
    if (kind === undefined) return [];
    return [
      {
        kind,
        rule: place.rule,
        subject: wordingIn(place.row.title, pair.after.language),
        manifest: compared.id,
        municipality: compared.municipality ?? null,
        tier: facts === undefined ? null : (tierOf(place.row, facts) ?? null),
        vendors: vendorsOf(place.row, facts, pair),
        before: earlier,
        after: later,
        ...saidOf(place, now === undefined ? before : after),
        through: throughWords(compared.through, place.row, pair),
      },
    ];
  });
}

function saidOf({ judged, row }: Standpoint, side: Side): Pick<Flip, "file" | "line" | "message" | "path"> {
  const [finding] = side.findings([judged]);
  if (finding === undefined) throw new Error(`no finding for ${row.key}`);
  const { location, message, path } = finding;
  return { file: location.file, line: location.line, message, path };
}

const IN_SETS = new Set<string>(SET_SUBJECTS);

/** The company a row is about; of a row about something else, the companies of the system. */
function vendorsOf(row: Row, facts: FactSet | undefined, { before, after }: RunPair): readonly string[] {
  const idIn = ({ key }: Row) =>
    (after.bundle.registry.entity(key) ?? before.bundle.registry.entity(key)) === undefined ? [] : [key];
  if (row.subject === "concentration" || !IN_SETS.has(row.subject)) {
    const party = row.scope("party");
    if (party !== undefined) return idIn(party);
  }
  return [...new Set((facts?.rows("party") ?? []).flatMap(idIn))].sort();
}
