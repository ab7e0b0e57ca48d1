import { table } from "../../render/table.ts";
import { linked } from "../linked.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, prose } from "../prose.ts";
import { sourceAnchor } from "./links.ts";

/** Where the facts of the register were read, by key, and whether the source itself was read for it. */
export function sourcesTable(setting: PageSetting): readonly string[] {
  const { register, language, say, words } = setting;
  const sources = [...register.tables.sources].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sources.length === 0) return [];
  const rows = sources.map(([key, { title, url, kind, published, retrieved, verified, note }]) => [
    `<a id="${sourceAnchor(key)}"></a>${code(key, language)}`,
    linked(english(title, language), url),
    say(`sourced-${kind}`),
    published === undefined ? "" : prose(published, language),
    retrieved === undefined ? "" : prose(retrieved, language),
    words(verified ? "yes" : "no"),
    note === undefined ? "" : english(note, language),
  ]);
  const head = ["key", "source", "kind", "published", "lastRead", "read", "remark"] as const;
  return [
    table(
      head.map((word) => say(word)),
      rows,
    ),
  ];
}
