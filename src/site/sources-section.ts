import type { PolicyDocument } from "../model/generated/policy.ts";
import { table } from "../render/table.ts";
import { linked } from "./linked.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, english } from "./prose.ts";

/** The sources of a policy, with their address, kind, and whether anybody checked the values against the primary text. */
export function sourcesSection({ sources }: PolicyDocument, setting: PageSetting): readonly string[] {
  const { language, say, words } = setting;
  const rows = Object.entries(sources).map(([key, { title, kind, url, verified, retrieved }]) => [
    code(key, language),
    linked(english(title, language), url),
    say(`kind-${kind}`),
    verified && retrieved !== undefined
      ? say("checkedOn", { date: retrieved })
      : words(verified ? "yes" : "no"),
  ]);
  const own = say("proposals");
  if (rows.length === 0) return [`## ${say("sources")}`, own];
  return [
    `## ${say("sources")}`,
    table([say("key"), say("source"), say("kind"), say("checked")], rows),
    say("checkedMeans"),
    own,
  ];
}
