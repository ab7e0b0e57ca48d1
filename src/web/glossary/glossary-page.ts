import type { Language } from "../../model/language.ts";
import { sentence } from "../../render/words.ts";
import { html } from "../html.ts";
import { texts } from "../parts/texts.ts";
import { type Messages, sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { TERMS } from "./terms.ts";

/** What the words of the site mean, and below them the words that policies define. */
export function glossaryPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(WORDS, language);
  const defined = [...context.bundle.policies.definitions.values()];
  return {
    path: "glossary",
    title: say("title"),
    description: say("description"),
    keywords: TERMS.map(({ word }) => word[language]).join(" "),
    contents: [
      { id: "words", title: say("words") },
      { id: "defined", title: say("defined") },
    ],
    body: html`<h2 id="words">${say("words")}</h2>
<dl class="terms">
${TERMS.map(
  ({
    word,
    means,
  }) => html`<div><dt>${sentence(word[language])}</dt><dd>${sentence(means[language])}.</dd></div>
`,
)}</dl>
<h2 id="defined">${say("defined")}</h2>
<p>${say("definedAbout")}</p>
<ul>
${defined.map(
  ({ title, policy }) =>
    html`<li><a href="${context.href(`policies/${policy}#terms`, language)}">${texts(title, language)}</a></li>
`,
)}</ul>`,
  };
}

const WORDS = {
  en: {
    title: "Glossary",
    description:
      "What the words of this site mean: policy, rule, manifest, tier, finding, waiver and the rest.",
    words: "Words of this site",
    defined: "Words that policies define",
    definedAbout: "Each leads to the policy that says, condition by condition, what the word means there.",
  },
  he: {
    title: "מילון מונחים",
    description: "מה פירוש המילים באתר הזה: מדיניות, כלל, מניפסט, דרגה, ממצא, ויתור ועוד.",
    words: "המילים של האתר",
    defined: "מילים שהמדיניות מגדירה",
    definedAbout: "כל אחת מובילה למדיניות שאומרת, תנאי אחר תנאי, מה פירוש המילה בה.",
  },
  ar: {
    title: "المسرد",
    description: "معاني كلمات هذا الموقع: سياسة وقاعدة وبيان ودرجة ونتيجة فحص وإعفاء وغيرها.",
    words: "كلمات هذا الموقع",
    defined: "كلمات تعرّفها السياسات",
    definedAbout: "تقود كل كلمة إلى السياسة التي تقول، شرطاً فشرطاً، ما معناها فيها.",
  },
} as const satisfies Messages<string>;
