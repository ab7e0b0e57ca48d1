import type { PageSetting } from "../page-setting.ts";
import { code } from "../prose.ts";
import { ruleLink } from "../rule-link.ts";
import type { DatedEvent } from "./dated-event.ts";
import { planEvents } from "./plan-events.ts";
import { policyEvents } from "./policy-events.ts";
import { registerEvents } from "./register-events.ts";

/** Every date of policies, plan, waivers and the vendor register, in the order of their sources. Entries invented for examples are left out. */
export function datedEvents(setting: PageSetting): readonly DatedEvent[] {
  return [
    ...setting.policies.policies.flatMap((policy) => policyEvents(policy, setting)),
    ...planEvents(setting),
    ...waiverEvents(setting),
    ...registerEvents(setting),
  ];
}

function waiverEvents(setting: PageSetting): readonly DatedEvent[] {
  const { language, say, addresses } = setting;
  const decided = setting.waivers.filter(({ file }) => !file.startsWith("examples/"));
  return decided.flatMap(({ value: { id, rule, from, expires } }): readonly DatedEvent[] => {
    const label = `[${code(id, language)}](${addresses.waiver(id)})`;
    const which = say("labelled", { label, text: ruleLink(rule, setting) });
    return [
      { date: from, what: "on-decision", which },
      { date: expires, what: "on-decision-last", which },
    ];
  });
}
