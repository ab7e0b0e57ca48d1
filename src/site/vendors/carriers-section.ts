import { table } from "../../render/table.ts";
import type { PageSetting } from "../page-setting.ts";
import { english } from "../prose.ts";
import { beginCell, endCell } from "./dates.ts";
import { entityLink, sourceLinks } from "./links.ts";

/** Which carriers were named clean, when, and by what source; those no source speaks of say so. */
export function carriersSection(setting: PageSetting): readonly string[] {
  const { register, language, say, words } = setting;
  const { carriers } = register.tables;
  if (carriers.length === 0) return [];
  const rows = carriers.map((carrier) => [
    entityLink(carrier.entity, setting, true),
    carrier.clean === null ? say("unknown") : words(carrier.clean ? "yes" : "no"),
    beginCell(carrier.from, setting),
    endCell(carrier.to, setting),
    sourceLinks([carrier.source], setting),
    words(register.isRead(carrier, [carrier.source]) ? "yes" : "no"),
    carrier.note === undefined ? "" : english(carrier.note, language),
  ]);
  const head = ["carrier", "clean", "fromDay", "ended", "facts", "read", "remark"] as const;
  return [
    table(
      head.map((word) => say(word)),
      rows,
    ),
  ];
}
