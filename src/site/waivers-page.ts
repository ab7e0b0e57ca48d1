import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import { table } from "../render/table.ts";
import { fileLink } from "./file-link.ts";
import type { Page } from "./page.ts";
import { pageIn } from "./page-in.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, english, prose } from "./prose.ts";
import { ruleLink } from "./rule-link.ts";
import { translated } from "./translated.ts";
import { waiverAnchor } from "./waiver-anchor.ts";

/** The register of waivers and standing approvals: who decided what, for whom, and from when until when. */
export function waiversPage(setting: PageSetting): Page {
  const { language, say, words, policies } = setting;
  const rules = policies.policies.flatMap((policy) => policy.rules);
  const about = rules.filter(({ clauses }) => clauses.some(({ subject }) => subject === "waiver"));
  const links = (ids: readonly { readonly id: string }[]) =>
    ids.map(({ id }) => ruleLink(id, setting)).join(words("and"));
  const never = rules.filter(({ written, clauses }) => clauses.length > 0 && written.waivable === false);
  return pageIn("waivers", setting, [
    `# ${say("waiversTitle")}`,
    prose(say("waiversAbout"), language),
    ...(about.length === 0 ? [] : [say("waiverRules", { rules: links(about) })]),
    ...register(setting),
    `## ${say("neverWaived")}`,
    never.length === 0
      ? say("allWaivable")
      : never
          .map((rule) => `- ${ruleLink(rule.id, setting)} ${translated(rule.written.title, setting)}`)
          .join("\n"),
  ]);
}

/** A table of all, the last to end first, and below it each with its reason. */
function register(setting: PageSetting): readonly string[] {
  const { language, say, waivers } = setting;
  if (waivers.length === 0) return [say("noWaivers")];
  const invented = waivers.some(({ file }) => file.startsWith("examples/"));
  const sorted = [...waivers].sort((a, b) => (order(a) < order(b) ? 1 : -1));
  const head = ["decision", "kind", "rule", "forWhom", "firstDay", "lastDay", "approvedBy"] as const;
  return [
    ...(invented ? [prose(say("inventedDecisions"), language)] : []),
    table(
      head.map((word) => say(word)),
      sorted.map((waiver) => waiverRow(waiver, setting)),
    ),
    ...sorted.flatMap((waiver) => waiverPart(waiver, setting)),
  ];
}

function order({ value }: Document<WaiverDocument>): string {
  return `${value.expires} ${value.from} ${value.id}`;
}

function waiverRow({ value, kind }: Document<WaiverDocument>, setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  return [
    `[${code(value.id, language)}](#${waiverAnchor(value.id)})`,
    say(`decision-${kind === "Approval" ? "Approval" : "Waiver"}`),
    ruleLink(value.rule, setting),
    code(value.manifest, language),
    prose(value.from, language),
    prose(value.expires, language),
    approver(value, setting),
  ];
}

function approver({ approved_by, approved_on }: WaiverDocument, { language, say }: PageSetting): string {
  if (!approved_by || approved_by === "none" || !approved_on) return say("notApproved");
  return say("ofGroup", {
    role: english(approved_by.role, language),
    group: code(approved_by.group, language),
  });
}

/** The decision that one renews, linked where it is still kept. */
function renewed(id: string, { language, waivers }: PageSetting): string {
  const label = code(id, language);
  return waivers.some(({ value }) => value.id === id) ? `[${label}](#${waiverAnchor(id)})` : label;
}

/** One decision with its reason and what lowers the risk, as Markdown blocks. */
export function waiverPart(
  { value, file }: Document<WaiverDocument>,
  setting: PageSetting,
): readonly string[] {
  const { language, say, words } = setting;
  const { reason, compensating, approved_on, renews, finding } = value;
  const measures = Array.isArray(compensating) ? compensating : [];
  const lines: readonly (readonly [string, string])[] = [
    [say("reason"), reason && reason !== "none" ? translated(reason, setting) : say("notRecorded")],
    [
      say("compensating"),
      measures.length === 0
        ? say("nothing")
        : measures.map((measure) => english(measure, language)).join(words("and")),
    ],
    ...(approved_on && approved_on !== "none"
      ? [[say("approvedOn"), prose(approved_on, language)] as const]
      : []),
    ...(renews && renews !== "none" ? [[say("renews"), renewed(renews, setting)] as const] : []),
    [say("finding"), code(finding, language)],
    [say("file"), fileLink(file, setting)],
  ];
  return [
    `<a id="${waiverAnchor(value.id)}"></a>`,
    `## ${code(value.id, language)}`,
    lines.map(([label, text]) => `- ${label}: ${text}`).join("\n"),
  ];
}
