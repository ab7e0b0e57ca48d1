import type { Language } from "../../model/language.ts";
import { guidePath } from "../guides/guide-path.ts";
import { type Html, html } from "../html.ts";
import { commands } from "../parts/code.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { checkDataPath } from "./check-file.ts";
import { LIVE_WORDS } from "./live-words.ts";
import { CHECK_WORDS } from "./words.ts";

type Say = (key: keyof (typeof CHECK_WORDS)["en"], values?: Readonly<Record<string, number>>) => string;

/** Milliseconds a check may take: many times what the largest manifest needs on a slow device. */
const LIMIT = 5000;

/** The page on which a manifest is filled in, pasted or opened, and judged by its script. */
export function checkPage(context: SiteContext, language: Language): SitePage {
  const say: Say = sayingIn(CHECK_WORDS, language);
  return {
    path: "check",
    title: say("title"),
    description: say("description"),
    scripts: ["check"],
    body: html`<p class="lead">${say("lead")}</p>
<div id="check-without">
<p>${say("needsScript")}</p>
${commands(COMMANDS)}
</div>
<div id="check" hidden
 data-language="${language}"
 data-data="${context.base}${checkDataPath(language)}"
 data-worker="${context.asset(`check-worker-${language}.js`)}"
 data-rules="${context.href("rules/RULE", language)}"
 data-limit="${LIMIT}"
 data-repository="${context.repository ?? ""}"
 data-words="${JSON.stringify(LIVE_WORDS[language])}">
${beginPart(context, language, say)}
<div class="check-panes">
${writePart(say)}
${resultPart(context, say)}
</div>
${takePart(context, language, say)}
</div>`,
  };
}

const COMMANDS = `npx bylaw new manifest --output manifests/il-0000-system.yaml
npx bylaw check manifests/il-0000-system.yaml`;

const KINDS = ["cameras", "signals", "sensor"] as const;

function beginPart({ manifests, view }: SiteContext, language: Language, say: Say): Html {
  const titles = manifests.map(({ file, value }) => ({
    file,
    title: value.metadata.title[language] ?? value.metadata.title.en,
    municipality: value.metadata.municipality.name,
  }));
  return html`<section aria-labelledby="check-begin">
<h2 id="check-begin">${say("begin")}</h2>
<p id="check-begin-with">${say("beginWith")}</p>
<div class="check-kinds" role="group" aria-labelledby="check-begin-with">
${KINDS.map(
  (kind) =>
    html`<button type="button" data-begin="${kind}">${say(kind)} <small>${say(`${kind}Help`)}</small></button>
`,
)}</div>
<div class="check-sources">
<p><label for="check-example">${say("example")}</label>
<select id="check-example"><option value="">${say("choose")}</option>
${titles.map(
  ({ file, title, municipality }) => html`<option value="${file}">${municipality}: ${title}</option>
`,
)}</select></p>
<p><label for="check-file">${say("open")}</label>
<input id="check-file" type="file" accept=".yaml,.yml,.json,.txt">
<span class="quiet-text">${say("drop")}</span></p>
</div>
<p class="quiet-text">${say("among", { n: manifests.length })} ${view === "public" ? say("amongPublic") : null}</p>
</section>`;
}

function writePart(say: Say): Html {
  return html`<section class="check-write" aria-labelledby="check-write">
<h2 id="check-write">${say("write")}</h2>
<div class="check-tabs" role="tablist" aria-label="${say("views")}">
<button type="button" role="tab" id="check-tab-form" aria-controls="check-form" aria-selected="true">${say("form")}</button>
<button type="button" role="tab" id="check-tab-text" aria-controls="check-text" aria-selected="false" tabindex="-1">${say("text")}</button>
<button type="button" class="quiet" id="check-undo" hidden>${say("undo")}</button>
</div>
<div role="tabpanel" id="check-form" aria-labelledby="check-tab-form"><p class="quiet-text">${say("formEmpty")}</p></div>
<div role="tabpanel" id="check-text" aria-labelledby="check-tab-text" hidden>
<label for="check-editor">${say("textLabel")}</label>
<div class="check-editor" dir="ltr"><pre aria-hidden="true" id="check-gutter"></pre>
<textarea id="check-editor" dir="ltr" spellcheck="false" autocapitalize="off" autocomplete="off" rows="28"></textarea></div>
</div>
<p class="check-jump" id="check-jump"></p>
</section>`;
}

function resultPart({ asOf }: SiteContext, say: Say): Html {
  return html`<section class="check-result" aria-labelledby="check-result">
<h2 id="check-result">${say("result")}</h2>
<div id="check-verdict"></div>
<p class="unseen" id="check-said" role="status"></p>
<p><label for="check-as-of">${say("asOf")}</label>
<input id="check-as-of" type="date" value="${asOf}" required aria-describedby="check-as-of-help">
<small class="quiet-text" id="check-as-of-help">${say("asOfHelp")}</small></p>
<button type="button" class="quiet" id="check-fix-all" hidden>${say("fixAll")}</button>
<h3 class="unseen">${say("findings")}</h3>
<ol id="check-findings"></ol>
</section>`;
}

const HOW_TO_SUBMIT = "docs/guides/submit-a-manifest.md";

function takePart({ repository, guides, href }: SiteContext, language: Language, say: Say): Html {
  return html`<section aria-labelledby="check-take">
<h2 id="check-take">${say("take")}</h2>
<p>${say("takeLead")}${guides.has(HOW_TO_SUBMIT) && html` <a href="${href(guidePath(HOW_TO_SUBMIT), language)}">${say("howToSubmit")}</a>.`}</p>
<p class="check-take">
<button type="button" id="check-download">${say("download")}</button>
<button type="button" class="quiet" id="check-copy">${say("copy")}</button>
<button type="button" class="quiet" id="check-report" disabled>${say("report")}</button>
</p>
${
  repository === undefined
    ? null
    : html`<p><a id="check-issue" href="${repository}/issues/new" target="_blank" rel="noopener noreferrer">${say("issue")}</a>
<span class="quiet-text">${say("issueHelp")}</span></p>`
}
</section>`;
}
