import type { PolicyDocument } from "../model/generated/policy.ts";
import { table } from "../render/table.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, english } from "./prose.ts";

/** The sources of a policy, with their address, kind, and whether anybody checked the values against the primary text. */
export function sourcesSection({ sources }: PolicyDocument, setting: PageSetting): readonly string[] {
  const { language, say, words } = setting;
  const rows = Object.entries(sources).map(([key, { title, kind, url, verified }]) => [
    code(key, language),
    url === undefined ? english(title, language) : `[${english(title, language)}](${destination(url)})`,
    say(`kind-${kind}`),
    words(verified ? "yes" : "no"),
  ]);
  const own = say("proposals");
  if (rows.length === 0) return [`## ${say("sources")}`, own];
  return [`## ${say("sources")}`, table([say("key"), say("source"), say("kind"), say("checked")], rows), own];
}

/** What Markdown would read as the end of an address or a cell, written out. */
function destination(url: string): string {
  return url.replace(/[()\\|`<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
