import type { Assessment } from "../../model/generated/registry.ts";
import { CRITERIA } from "../../registry/trust.ts";
import { table } from "../../render/table.ts";
import type { PageSetting } from "../page-setting.ts";
import { english, prose } from "../prose.ts";
import { sourceLinks } from "./links.ts";

/** Every assessment of an entity by the trust criteria, with the evidence for each and the criteria that have none. */
export function trustPart(id: string, setting: PageSetting): readonly string[] {
  const { register, say } = setting;
  const own = register.tables.assessments.filter(({ entity }) => entity === id);
  if (own.length === 0) return [];
  return [`**${say("trustHead")}**`, ...own.flatMap((assessment) => assessmentPart(assessment, setting))];
}

function assessmentPart(
  { assessed_on, criteria, note }: Assessment,
  setting: PageSetting,
): readonly string[] {
  const { register, language, say, words } = setting;
  const known = CRITERIA.flatMap((name) => {
    const criterion = criteria[name];
    return criterion ? [{ name, criterion }] : [];
  });
  const missing = CRITERIA.filter((name) => !criteria[name]);
  const score = known.reduce((sum, { criterion }) => sum + criterion.score, 0);
  const rows = known.map(({ name, criterion }) => [
    say(`criterion-${name}`),
    String(criterion.score),
    prose(criterion.date, language),
    sourceLinks([criterion.source], setting),
    words(register.isRead(criterion, [criterion.source]) ? "yes" : "no"),
    criterion.note === undefined ? "" : english(criterion.note, language),
  ]);
  const head = ["criterion", "points", "date", "facts", "read", "remark"] as const;
  return [
    say("assessed", {
      date: prose(assessed_on, language),
      score,
      most: 2 * CRITERIA.length,
    }),
    ...(rows.length === 0
      ? []
      : [
          table(
            head.map((word) => say(word)),
            rows,
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          say("missing", {
            criteria: missing.map((name) => say(`criterion-${name}`)).join(say("semicolon")),
          }),
        ]),
    ...(note === undefined ? [] : [english(note, language)]),
  ];
}
