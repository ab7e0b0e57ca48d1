import type { CheckedRule } from "../rules/checked-policies.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { translated } from "./translated.ts";

/** What to do about a breach: the policy's advice, whether the program writes the edit, and where alternatives come from. */
export function complyPart({ id, written, clauses }: CheckedRule, setting: PageSetting): readonly string[] {
  const { language, say, registry, addresses } = setting;
  const { help, alternatives } = written;
  const title = say("vendorsTitle");
  const register = registry.length === 0 ? title : `[${title}](${addresses.page("vendors")})`;
  return [
    help === undefined ? say("noHelp") : `${translated(help, setting)}.`,
    ...clauses.flatMap((clause) =>
      clause.help === undefined
        ? []
        : [`${code(`${id}(${clause.id})`, language)}: ${translated(clause.help, setting)}.`],
    ),
    ...(clauses.some(({ fix }) => fix !== undefined) ? [prose(say("fixable"), language)] : []),
    ...(alternatives === true ? [say("alternatives", { register })] : []),
  ];
}
