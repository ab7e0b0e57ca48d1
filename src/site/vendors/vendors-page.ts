import type { Page } from "../page.ts";
import { pageIn } from "../page-in.ts";
import type { PageSetting } from "../page-setting.ts";
import { prose } from "../prose.ts";
import type { SiteWord } from "../words.ts";
import { carriersSection } from "./carriers-section.ts";
import { familiesSection } from "./families-section.ts";
import { flawsSection } from "./flaws-section.ts";
import { lawsSection } from "./laws-section.ts";
import { listsSection } from "./lists-section.ts";
import { sourcesTable } from "./sources-table.ts";
import { vendorIndex } from "./vendor-index.ts";

/** The vendor register: who there is, how they relate, who lists whom, and where it was read; facts with their dates, on no date. */
export function vendorsPage(setting: PageSetting): Page {
  const { language, say, register, addresses } = setting;
  const { entities, lists } = register.tables;
  const invented = [...entities.keys()].filter((id) => register.isInvented(id)).length;
  const sections = sectionsOf(setting).filter(({ blocks }) => blocks.length > 0);
  return pageIn("vendors", setting, [
    `# ${say("vendorsTitle")}`,
    say("vendorsAbout", { policies: addresses.page("README") }),
    prose(say("vendorsReading"), language),
    say("counts", { entities: entities.size, fictional: invented, lists: lists.size }),
    `## ${say("correctHead")}`,
    prose(say("correct"), language),
    `## ${say("onThisPage")}`,
    sections.map(({ head }) => `- [${say(head)}](#${ANCHORS[head]})`).join("\n"),
    ...sections.flatMap(({ head, blocks }) => [
      `<a id="${ANCHORS[head]}"></a>`,
      `## ${say(head)}`,
      ...blocks,
    ]),
  ]);
}

/** The same in every language, so that a link to a part holds in all. */
const ANCHORS = {
  indexHead: "names",
  familiesHead: "entries",
  listsHead: "lists",
  lawsHead: "laws",
  flawsHead: "vulnerabilities",
  carriersHead: "carriers",
  inventedHead: "invented",
  vendorSourcesHead: "sources",
} as const satisfies Partial<Record<SiteWord, string>>;

interface Section {
  readonly head: keyof typeof ANCHORS;
  readonly blocks: readonly string[];
}

function sectionsOf(setting: PageSetting): readonly Section[] {
  return [
    { head: "indexHead", blocks: vendorIndex(setting) },
    { head: "familiesHead", blocks: familiesSection(setting, false) },
    { head: "listsHead", blocks: listsSection(setting) },
    { head: "lawsHead", blocks: lawsSection(setting, false) },
    { head: "flawsHead", blocks: flawsSection(setting, false) },
    { head: "carriersHead", blocks: carriersSection(setting) },
    { head: "vendorSourcesHead", blocks: sourcesTable(setting) },
    { head: "inventedHead", blocks: inventedSection(setting) },
  ];
}

function inventedSection(setting: PageSetting): readonly string[] {
  const parts = [
    ...familiesSection(setting, true),
    ...lawsSection(setting, true),
    ...flawsSection(setting, true),
  ];
  return parts.length === 0 ? [] : [setting.say("invented"), ...parts];
}
