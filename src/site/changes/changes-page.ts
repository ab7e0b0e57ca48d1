import { table } from "../../render/table.ts";
import type { Page } from "../page.ts";
import { pageIn } from "../page-in.ts";
import type { PageSetting } from "../page-setting.ts";
import { prose } from "../prose.ts";
import type { DatedEvent } from "./dated-event.ts";
import { datedEvents } from "./dated-events.ts";

/** What changes when: every date of policies, plan, register and waivers, the newest first, by year. */
export function changesPage(setting: PageSetting): Page {
  const { language, say } = setting;
  const events = datedEvents(setting);
  const years = [...new Set(events.map(({ date }) => date.slice(0, 4)))].sort().reverse();
  const links = years.map((year) => `[${year}](#y${year})`).join(" · ");
  return pageIn("changes", setting, [
    `# ${say("changesTitle")}`,
    prose(say("changesAbout"), language),
    years.length === 0 ? say("noDates") : say("years", { years: links }),
    ...years.flatMap((year) => [
      `<a id="y${year}"></a>`,
      `## ${year}`,
      yearTable(
        events.filter(({ date }) => date.startsWith(year)),
        setting,
      ),
    ]),
  ]);
}

function yearTable(events: readonly DatedEvent[], { language, say }: PageSetting): string {
  const sorted = [...events].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  return table(
    [say("date"), say("what"), say("which")],
    sorted.map(({ date, what, which }) => [prose(date, language), say(what), which]),
  );
}
