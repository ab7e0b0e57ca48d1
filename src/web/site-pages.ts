import { LANGUAGES, type Language } from "../model/language.ts";
import { aboutPage } from "./about/about-page.ts";
import { accessibilityPage } from "./about/accessibility-page.ts";
import { arrangementsFiles, arrangementsPage } from "./arrangements/arrangements-pages.ts";
import { changesFiles } from "./changes/changes-files.ts";
import { changesPage } from "./changes/changes-page.ts";
import { checkFile } from "./check/check-file.ts";
import { checkPage } from "./check/check-page.ts";
import { coveragePage } from "./coverage/coverage-page.ts";
import { dataFiles, neutralDataFiles } from "./data/data-files.ts";
import { dataPage } from "./data/data-page.ts";
import { glossaryPage } from "./glossary/glossary-page.ts";
import { guidesPages } from "./guides/guides-pages.ts";
import { homePage } from "./home/home-page.ts";
import { municipalitiesPages } from "./municipalities/municipalities-pages.ts";
import { planPages } from "./plan/plan-page.ts";
import { policiesPages } from "./policies/policies-pages.ts";
import { rulesPages } from "./rules/rules-pages.ts";
import { indexFile } from "./search/index-file.ts";
import { searchPage } from "./search/search-page.ts";
import { entryPage } from "./shell/entry-page.ts";
import { renderPage } from "./shell/render-page.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteFile } from "./site-file.ts";
import type { SitePage } from "./site-page.ts";
import { systemsPages } from "./systems/systems-pages.ts";
import { vendorsPages } from "./vendors/vendors-pages.ts";
import { waiversFiles, waiversPage } from "./waivers/waivers-pages.ts";

/** The pages of each kind, in one language. A kind is a folder beside this file; its pages exist in every language. */
const KINDS: readonly ((context: SiteContext, language: Language) => readonly SitePage[])[] = [
  one(homePage),
  one(searchPage),
  one(checkPage),
  policiesPages,
  rulesPages,
  planPages,
  one(coveragePage),
  municipalitiesPages,
  systemsPages,
  vendorsPages,
  one(changesPage),
  one(waiversPage),
  one(arrangementsPage),
  guidesPages,
  one(dataPage),
  one(glossaryPage),
  one(accessibilityPage),
  one(aboutPage),
];

/** Files of one language that are no pages: indexes, feeds, calendars, downloads. */
const FILES: readonly ((
  context: SiteContext,
  language: Language,
  pages: readonly SitePage[],
) => readonly SiteFile[])[] = [
  (_context, language, pages) => [indexFile(pages, language)],
  (context, language) => [checkFile(context, language)],
  changesFiles,
  waiversFiles,
  arrangementsFiles,
  dataFiles,
];

/** Every file of the site made from the context: pages in each language, what stands beside them, and the page at the root. Equal input gives equal bytes. */
export function sitePages(context: SiteContext): readonly SiteFile[] {
  return [
    { path: "index.html", text: entryPage(context) },
    ...neutralDataFiles(context),
    ...LANGUAGES.flatMap((language) => sitePagesIn(language, context)),
  ];
}

/** The part of the site that is in one language. */
export function sitePagesIn(language: Language, context: SiteContext): readonly SiteFile[] {
  const pages = KINDS.flatMap((kind) => kind(context, language));
  const paths = new Set(pages.map(({ path }) => path));
  return [
    ...pages.map((page) => ({
      path: `${language}/${page.path === "" ? "" : `${page.path}/`}index.html`,
      text: renderPage({ context, language, page, paths }),
    })),
    ...FILES.flatMap((make) => make(context, language, pages)),
  ];
}

/** A kind of which there is a single page. */
function one(make: (context: SiteContext, language: Language) => SitePage) {
  return (context: SiteContext, language: Language): readonly SitePage[] => [make(context, language)];
}
