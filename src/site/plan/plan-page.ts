import type { Document } from "../../model/document.ts";
import type { PlanDocument } from "../../model/generated/plan.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import { parseDuration } from "../../model/time/parse-duration.ts";
import { table } from "../../render/table.ts";
import { digits } from "../../rules/words/digits.ts";
import { durationWords } from "../../rules/words/duration-words.ts";
import { fileLink } from "../file-link.ts";
import { linked } from "../linked.ts";
import type { Page } from "../page.ts";
import { pageIn } from "../page-in.ts";
import type { PageSetting } from "../page-setting.ts";
import { policyLink } from "../policy-link.ts";
import { code, english, prose } from "../prose.ts";
import { translated } from "../translated.ts";
import { listLink } from "../vendors/links.ts";
import { objectivesPart } from "./objectives-part.ts";

/** The page of the national plan. */
export function planPage(setting: PageSetting): Page {
  const { say, plan } = setting;
  const title = plan?.value.title === undefined ? say("planTitle") : translated(plan.value.title, setting);
  return pageIn("plan", setting, plan === undefined ? [] : [`# ${title}`, ...planBlocks(plan, setting)]);
}

/** The national plan: its objectives with their numbers and owners, the coordinator, packs and sources. */
export function planBlocks({ file, value }: Document<PlanDocument>, setting: PageSetting): readonly string[] {
  return [
    setting.say("recordedIn", { file: fileLink(file, setting) }),
    facts(value, setting),
    ...objectivesPart(value, setting),
    ...packsPart(value, setting),
    ...authoritiesPart(value, setting),
    ...sourcesPart(value, setting),
  ];
}

/** The last day of the time to declare existing systems; `undefined` while the plan sets none. */
export function graceEnd({ adopted_on, grace_period }: PlanDocument): string | undefined {
  const grace = grace_period ? parseDuration(grace_period) : undefined;
  if (!adopted_on || adopted_on === "none" || grace === undefined) return undefined;
  return addDuration(adopted_on, grace, 1);
}

function facts(plan: PlanDocument, setting: PageSetting): string {
  const { language, say, words } = setting;
  const { adopted_on, coordinator, grace_period, adopted_lists = [] } = plan;
  const { role, email } = coordinator;
  const grace = grace_period ? parseDuration(grace_period) : undefined;
  const end = graceEnd(plan);
  const time = grace === undefined ? "" : prose(durationWords(grace, language), language);
  const lines: readonly (readonly [string, string])[] = [
    [say("adopted"), adopted_on && adopted_on !== "none" ? prose(adopted_on, language) : say("proposed")],
    [
      say("coordinator"),
      [english(role, language), ...(email ? [code(email, language)] : [])].join(words("and")),
    ],
    ...(time === ""
      ? []
      : [
          [
            say("grace"),
            end === undefined ? time : say("graceUntil", { time, date: prose(end, language) }),
          ] as const,
        ]),
    [
      say("adoptedLists"),
      adopted_lists.length === 0
        ? say("noAdoptedLists")
        : adopted_lists.map((id) => listLink(id, setting)).join(words("and")),
    ],
  ];
  return lines.map(([label, text]) => `- ${label}: ${text}`).join("\n");
}

function packsPart({ packs }: PlanDocument, setting: PageSetting): readonly string[] {
  const { language, say, words, policies } = setting;
  const names = new Set([
    ...Object.keys(packs),
    ...policies.policies.flatMap(({ document }) => document.value.pack ?? []),
  ]);
  if (names.size === 0) return [];
  const rows = [...names].sort().map((name) => {
    const members = policies.policies.filter(({ document }) => document.value.pack === name);
    const links = members.map(({ document }) => policyLink(document.value.id, setting));
    return [code(name, language), links.join(words("and")), say(`pack-${packs[name] ?? "binding"}`)];
  });
  return [
    `## ${say("packsHead")}`,
    say("packsAbout"),
    table([say("pack"), say("policy"), say("setting")], rows),
  ];
}

function authoritiesPart({ authorities = [], sources = {} }: PlanDocument, setting: PageSetting) {
  const { language, say, words } = setting;
  if (authorities.length === 0) return [];
  const rows = authorities.map(({ count, as_of, source, verified }) => [
    digits(count),
    prose(as_of, language),
    english(sources[source]?.title ?? source, language),
    words(verified ? "yes" : "no"),
  ]);
  return [
    `## ${say("authoritiesHead")}`,
    table([say("number"), say("sinceDay"), say("source"), say("checked")], rows),
  ];
}

function sourcesPart({ sources = {} }: PlanDocument, setting: PageSetting): readonly string[] {
  const { language, say, words } = setting;
  const rows = Object.entries(sources).map(([key, { title, url, verified }]) => [
    code(key, language),
    linked(english(title, language), url),
    words(verified === true ? "yes" : "no"),
  ]);
  if (rows.length === 0) return [];
  return [`## ${say("sources")}`, table([say("key"), say("source"), say("checked")], rows)];
}
