import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { siteSay } from "../../site/words.ts";
import { html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { POLICIES_WORDS } from "./words.ts";

/** Every policy with what it is about, its version, and how many systems break it. */
export function policiesPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(POLICIES_WORDS, language);
  const columns = [
    { title: say("policy") },
    { title: say("summary") },
    { title: say("version") },
    { title: say("status") },
    { title: say("rules"), isNumber: true },
    { title: say("failing"), isNumber: true },
  ];
  const rows = context.bundle.policies.policies.map((policy) => policyRow(policy, context, language));
  return {
    path: "policies",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead")}</p>
${dataTable(say("title"), columns, rows, { isCaptionHidden: true })}`,
  };
}

function policyRow({ document, rules }: CheckedPolicy, context: SiteContext, language: Language) {
  const { id, title, summary, version, status } = document.value;
  const own = new Set(rules.map((rule) => rule.id));
  const failing = context.reports.en.findings.filter(
    ({ rule, outcome, state }) => own.has(rule) && outcome === "fail" && state === "open",
  );
  return {
    cells: [
      html`<a href="${context.href(`policies/${id}`, language)}">${texts(title, language)}</a>`,
      summary === undefined ? "" : texts(summary, language),
      code(version),
      siteSay(language)(`status-${status}`),
      rules.length,
      new Set(failing.map(({ manifest }) => manifest)).size,
    ],
  };
}
