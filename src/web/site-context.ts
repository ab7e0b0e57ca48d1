import type { Bundle } from "../engine/bundle.ts";
import type { Manifest } from "../model/document.ts";
import type { ReportDocument } from "../model/generated/report.ts";
import type { Inventory } from "../model/inventory.ts";
import type { Language } from "../model/language.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { PageSetting } from "../site/page-setting.ts";
import type { LayOut } from "./graph.ts";
import type { PolicyHistory } from "./policy-history.ts";

/** Everything the pages of the site are made of: values only, so that equal input gives equal pages. */
export interface SiteContext {
  readonly bundle: Bundle;
  /** The day the site speaks of. */
  readonly asOf: string;
  readonly manifests: readonly Manifest[];
  readonly surroundings: Surroundings;
  /** The same report in each language: its findings differ in their words only. */
  readonly reports: Readonly<Record<Language, ReportDocument>>;
  readonly inventory: Inventory;
  /** Text of `README.md` beside each policy, by the id of the policy. */
  readonly prose: ReadonlyMap<string, string>;
  /** Guides by file, in the order of their list. They are in English. */
  readonly guides: ReadonlyMap<string, string>;
  /** Published versions by policy; `undefined` where the build has no Git history to read. */
  readonly history: ReadonlyMap<string, PolicyHistory> | undefined;
  readonly view: "public" | "restricted";
  /** Every manifest stands under `examples/`: all systems and municipalities are invented. */
  readonly isSample: boolean;
  /** Address of the repository on GitHub, without a slash at its end; `undefined` where nothing is known of it. */
  readonly repository: string | undefined;
  /** Scheme and host of the site, such as `https://example.org`, for feeds; empty where it is not known. */
  readonly origin: string;
  /** Where the site stands on its host, with a slash at both ends. */
  readonly base: string;
  /** The address of a page: its path below the language, with an anchor or query where it has one. */
  href(path: string, language: Language): string;
  /** The address of a script, style or picture. */
  asset(name: string): string;
  /** Finds places for a drawing of companies and their links. */
  layOut: LayOut;
  /** What the generated Markdown of `src/site` is made of, with the addresses of the site. */
  setting(language: Language): PageSetting;
}
