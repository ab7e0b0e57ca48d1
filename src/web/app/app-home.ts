import { LANGUAGES, type Language } from "../../model/language.ts";
import { isRightToLeft } from "../../render/isolate.ts";
import { LANGUAGE_NAMES } from "../../site/words.ts";
import { type Html, html, markupOf } from "../html.ts";
import { code, commands } from "../parts/code.ts";
import { type Saying, sayingIn } from "../say.ts";
import { brand } from "../shell/brand.ts";
import { SHELL_WORDS } from "../shell/words.ts";
import { readinessReason } from "./reason-words.ts";
import { APP_WORDS } from "./words.ts";

/** What the page at the app's address is made of. Nothing in it is secret. */
export interface AppHome {
  readonly state: "setup" | "waiting" | "ready";
  /** What stands in the way of an app that waits. */
  readonly reasons: readonly string[];
  readonly role: "all" | "web" | "worker";
  /** Where the site of the policies is, with a slash at its end. */
  readonly siteUrl: string | undefined;
  /** Where the style and the icon of the site are on this server. */
  readonly assets: string;
}

type Say = Saying<keyof (typeof APP_WORDS)["en"]>;

/** The page at the app's own address: what it is, how it is, and where to read on. The text of a file. */
export function appHome(home: AppHome, language: Language): string {
  const say: Say = sayingIn(APP_WORDS, language);
  const shell = sayingIn(SHELL_WORDS, language);
  return markupOf(html`<!DOCTYPE html>
<html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say("title")} – ${shell("site")}</title>
<link rel="icon" href="${home.assets}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${home.assets}/site.css">
</head>
<body>
<header class="site-head">
<div class="bar">
${brand("/", language)}
<nav class="languages" aria-label="${shell("language")}">
<ul>
${LANGUAGES.map((other) => {
  const current = other === language ? html` aria-current="true"` : null;
  return html`<li><a href="/?lang=${other}" lang="${other}" hreflang="${other}"${current}>${LANGUAGE_NAMES[other]}</a></li>
`;
})}</ul>
</nav>
</div>
</header>
<main>
<h1>${say("title")}</h1>
<p class="lead">${say("lead")}</p>
<h2>${say("state")}</h2>
${statePart(home, language, say)}
<h2>${say("policies")}</h2>
${sitePart(home, language, say)}
<h2>${say("operators")}</h2>
${operatorsPart(home, language, say)}
</main>
</body>
</html>
`);
}

const BADGES = { setup: "wait", waiting: "wait", ready: "pass" } as const;

function statePart({ state, reasons, role }: AppHome, language: Language, say: Say): Html {
  const badge = html`<span class="badge ${BADGES[state]}">${say(state)}</span>`;
  if (state === "ready") return html`<p>${badge} ${say(`ready-${role}`)}</p>`;
  if (state === "setup")
    return html`<p>${badge} ${say("setupAbout")}</p>
<p><a href="/setup">${say("setUp")}</a>. ${say("setUpAbout")}</p>`;
  return html`<p>${badge} ${say("waitingAbout")}</p>
<ul>
${reasons.map(
  (reason) => html`<li>${readinessReason(reason, language)}</li>
`,
)}</ul>`;
}

const SITE_PAGES = [
  ["site", ""],
  ["check", "check/"],
  ["rules", "rules/"],
  ["guides", "guides/"],
] as const;

function sitePart({ siteUrl }: AppHome, language: Language, say: Say): Html {
  if (siteUrl === undefined)
    return html`<p>${say("noSite")}</p>
${commands("npm run site")}
<p>${say("noSiteName", { variable: "BYLAW_SITE_URL" })}</p>`;
  return html`<p>${say("siteAbout")}</p>
<ul>
${SITE_PAGES.map(
  ([name, path]) => html`<li><a href="${siteUrl}${language}/${path}">${say(name)}</a></li>
`,
)}</ul>`;
}

function operatorsPart({ state, siteUrl }: AppHome, language: Language, say: Say): Html {
  const guide =
    siteUrl === undefined
      ? code("docs/operating.md")
      : html`<a href="${siteUrl}${language}/guides/operating/">${say("guide")}</a>`;
  return html`<ul>
<li><a href="/healthz">${code("/healthz")}</a>: ${say("health")}</li>
${state !== "setup" && html`<li><a href="/readyz">${code("/readyz")}</a>: ${say("readiness")}</li>\n`}<li>${guide}${siteUrl === undefined && html`: ${say("guide")}`}</li>
</ul>`;
}
