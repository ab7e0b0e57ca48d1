import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { guideLink } from "./guide-link.ts";
import { guideName, guidePath } from "./guide-path.ts";
import { type GuideText, guideText } from "./guide-text.ts";
import { GUIDE_NAMES, GUIDES_WORDS } from "./words.ts";

/** A guide, read, with its file. */
interface Guide extends GuideText {
  readonly file: string;
}

/** The list of guides and a page for each; none where the repository has no guides. They are in English everywhere. */
export function guidesPages(context: SiteContext, language: Language): readonly SitePage[] {
  const guides = [...context.guides].map(([file, text]) => ({
    file,
    ...guideText(text, (link) => guideLink(link, { from: file, context, language })),
  }));
  if (guides.length === 0) return [];
  return [listPage(guides, context, language), ...guides.map((guide) => guidePage(guide, language))];
}

function listPage(guides: readonly Guide[], context: SiteContext, language: Language): SitePage {
  const say = sayingIn(GUIDES_WORDS, language);
  const names = GUIDE_NAMES[language];
  return {
    path: "guides",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead")} ${say("english")}</p>
${dataTable(
  say("title"),
  [{ title: say("read") }, { title: say("want") }],
  guides.map(({ file, title }) => {
    const own = names[guideName(file)]?.title;
    const name = own ?? (language === "en" ? title : html`<bdi lang="en" dir="ltr">${title}</bdi>`);
    return {
      cells: [
        html`<a href="${context.href(guidePath(file), language)}">${name}</a>`,
        names[guideName(file)]?.about,
      ],
    };
  }),
  { isCaptionHidden: true },
)}`,
  };
}

function guidePage({ file, title, body, contents }: Guide, language: Language): SitePage {
  const say = sayingIn(GUIDES_WORDS, language);
  const name = GUIDE_NAMES[language][guideName(file)];
  return {
    path: guidePath(file),
    title: name?.title ?? title,
    description: name?.about ?? say("description"),
    keywords: [title, ...contents.map((part) => part.title)].join(" "),
    above: [{ path: "guides", title: say("title") }],
    contents: contents.map((part) => ({ ...part, language: "en" })),
    body:
      language === "en"
        ? body
        : html`<p class="quiet-text">${say("englishOnly")}</p>
<div lang="en" dir="ltr">${body}</div>`,
  };
}
