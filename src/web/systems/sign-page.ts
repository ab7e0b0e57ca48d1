import { COMMA, type Language, SEMICOLON } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { contactsOf, publicPageOf } from "./accountable-part.ts";
import { dataKinds, periodWords } from "./data-part.ts";
import { entriesOf, isNone, labelsIn } from "./labels.ts";
import { type ListedSystem, systemTitle } from "./listed-system.ts";
import { partyName } from "./party-name.ts";
import { municipalityOf } from "./systems-table.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** One sheet to put up where a system stands: what it is, who runs it, what for, what data, how long, who sees it, whom to ask. */
export function signPage(system: ListedSystem, context: SiteContext, language: Language): SitePage {
  const say = sayingIn(SYSTEM_WORDS, language);
  const title = systemTitle(system.manifest, language);
  return {
    path: `systems/${system.id}/sign`,
    title: say("signHead", { title }),
    description: say("signAbout"),
    above: [
      { path: "systems", title: say("title") },
      { path: `systems/${system.id}`, title },
    ],
    body: html`<p class="on-screen">${say("signAbout")}</p>
<dl class="place-sign keep">
${signLines(system, context, language).map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>`,
  };
}

function signLines(
  system: ListedSystem,
  context: SiteContext,
  language: Language,
): readonly (readonly [string, Html])[] {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const { data, metadata } = system.manifest.value;
  const purposes = entriesOf(data?.purposes).map((purpose) => label("site.purposes", purpose));
  const kept = entriesOf(data?.retention).map(
    ({ data: record, period }) =>
      `${record ? label("retention.data", record) : "?"}: ${periodWords(period, language) ?? say("notStated")}`,
  );
  const sees = entriesOf(data?.access).map(({ party }) => partyName({ party }, system, context, language));
  const page = publicPageOf(system);
  const [contact] = contactsOf(system);
  const takes = data?.personal_data === false ? say("signNoData") : dataKinds(system, label, language);
  const municipality = municipalityOf(system);
  return [
    [
      say("signWho"),
      html`<a href="${context.href(municipalityPath(municipality), language)}">${ownWords(metadata.municipality.name, language)}</a>${metadata.owner?.role && html`${COMMA[language]}${ownWords(metadata.owner.role, language)}`}`,
    ],
    [
      say("signWhy"),
      ownWords(
        purposes.join(COMMA[language]) || system.manifest.value.objective?.problem || say("notStated"),
        language,
      ),
    ],
    [say("signData"), html`${takes || say("notStated")}`],
    [
      say("signKept"),
      html`${kept.length > 0 ? kept.join(SEMICOLON[language]) : say(isNone(data?.retention) ? "keepsNothing" : "keptUnknown")}`,
    ],
    [
      say("signSees"),
      html`${sees.length > 0 ? sees.map((one, index) => html`${index > 0 && COMMA[language]}${one}`) : say("seesUnknown")}`,
    ],
    [
      say("signAsk"),
      contact
        ? html`${ownWords(contact.role, language)} <bdi dir="ltr">${contact.email}</bdi>`
        : html`${say("notStated")}`,
    ],
    [
      say("signAt"),
      html`<a href="${context.href(`systems/${system.id}`, language)}"><bdi dir="ltr">${system.id}</bdi></a>${page !== undefined && html` · <bdi dir="ltr">${page}</bdi>`}`,
    ],
  ];
}
