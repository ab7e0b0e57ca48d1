import type { Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { groupBy } from "./group-by.ts";
import { child, follow, items, type Place } from "./place.ts";
import { flagAt, textAt } from "./read.ts";
import { recipientKind } from "./recipient-kind.ts";
import { subjectTexts } from "./value-texts.ts";

/**
 * A blank link for each police or security body with standing access to the data and no link of its own: a standing
 * feed is one however it is written. Where the line does not say whether it is standing, or whose it is, the recipient
 * stays open.
 */
export function expectedFeeds({ view, system }: FactBase): readonly Row[] {
  const list = follow(view.root, "system.interfaces");
  const links = items(list)?.map((link) => textAt(child(link, "to")));
  if (links === undefined || links.includes(undefined)) return [];
  const lines = (items(follow(view.root, "data.access")) ?? []).filter(mayFeed);
  const byParty = groupBy(lines, (line) => textAt(child(line, "party")) ?? "");
  return [...byParty].flatMap(([party, [line]]) => {
    const kind = recipientKind(party);
    if (line === undefined || links.includes(party)) return [];
    if (party !== "" && !WATCHFUL.has(kind)) return [];
    const standing = byParty.get(party)?.some(isStanding) === true;
    const row: Row = createRow({
      view,
      subject: "interface",
      key: party === "" ? "interface" : party,
      title: party === "" ? subjectTexts("interface") : party,
      pointer: line.at,
      written: false,
      place: { value: undefined, at: line.at },
      derive: {
        "interface.recipient": () => (standing && party !== "" ? known(kind, line.at) : blank(line.at)),
        "interface.target": () => known("external", line.at),
        "interface.mirrored": () => blank(line.at),
      },
      scopes: { system, interface: () => row },
    });
    return [row];
  });
}

const WATCHFUL = new Set<string | undefined>(["police", "security_service"]);

/**
 * Whether access from afar may stand open: it is not ruled out, nor is it only opened when asked for. Of a line without
 * a party it is asked only where the line says that somebody has a power.
 */
function mayFeed(line: Place): boolean {
  const powers = ["live", "recorded", "search", "export"].map((power) => flagAt(child(line, power)));
  const hasPower =
    powers.includes(true) || (child(line, "party").value !== undefined && powers.includes(undefined));
  return hasPower && (child(line, "remote").value === undefined || isStanding(line));
}

function isStanding(line: Place): boolean {
  return textAt(child(line, "remote")) === "standing";
}
