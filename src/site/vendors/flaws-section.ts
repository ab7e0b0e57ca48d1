import type { Vulnerability } from "../../model/generated/registry.ts";
import { table } from "../../render/table.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, prose } from "../prose.ts";
import { sourceLinks } from "./links.ts";

/** Vulnerabilities that a published list names as exploited, those invented for examples or the others, with the models that have each and the firmware that closes it. */
export function flawsSection(setting: PageSetting, invented: boolean): readonly string[] {
  const { register, language, say } = setting;
  const vulnerabilities = register.tables.vulnerabilities
    .filter(({ source }) => register.isInvented(source) === invented)
    .sort((a, b) => (order(a) < order(b) ? 1 : -1));
  if (vulnerabilities.length === 0) return [];
  const head = ["flaw", "called", "listedOn", "affects", "closedBy", "facts", "read", "remark"] as const;
  return [
    ...(invented ? [] : [prose(say("flawsAbout"), language)]),
    table(
      head.map((word) => say(word)),
      vulnerabilities.flatMap((vulnerability) => flawRows(vulnerability, setting)),
    ),
  ];
}

/** The newest listing first. */
function order({ listed_on, id }: Vulnerability): string {
  return `${listed_on} ${id}`;
}

/** One row for each record of models; the first says what the vulnerability is. */
function flawRows(vulnerability: Vulnerability, setting: PageSetting): readonly (readonly string[])[] {
  const { register, language, say, words } = setting;
  const { id, title, listed_on, source, affected, note } = vulnerability;
  const records = affected ?? [undefined];
  return records.map((record, index) => {
    const sources = [record?.source ?? source];
    const verified = record?.verified ?? vulnerability.verified;
    const own = [code(id, language), english(title, language), prose(listed_on, language)];
    return [
      ...(index === 0 ? own : ["", "", ""]),
      record === undefined
        ? say("noModels")
        : record.models.map((model) => english(model, language)).join(words("and")),
      record === undefined ? "" : closedBy(record.fixed_in, setting),
      sourceLinks(sources, setting),
      words(register.isRead({ verified }, sources) ? "yes" : "no"),
      index === 0 && note !== undefined ? english(note, language) : "",
    ];
  });
}

function closedBy(firmware: string | null, { language, say }: PageSetting): string {
  if (firmware === null) return say("notRecorded");
  return firmware === "none" ? say("closedByNone") : english(firmware, language);
}
