import { COMMA } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { factList } from "../parts/fact-list.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import { entriesOf, labelsIn } from "./labels.ts";
import { partyName } from "./party-name.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** Who answers for a system, on what ground it stands, and who supplies it. */
export function accountablePart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const { metadata, data, supply_chain: supply } = system.manifest.value;
  const basis = data?.legal_basis;
  const parties = entriesOf(supply?.parties).filter(
    ({ role, vendor, name_as_written: name }) => role && (vendor || name),
  );
  return factList([
    [say("municipality"), ownWords(metadata.municipality.name, language)],
    [say("owner"), metadata.owner?.role ? ownWords(metadata.owner.role, language) : say("notStated")],
    ...(metadata.coordinator?.role
      ? ([[say("coordinator"), ownWords(metadata.coordinator.role, language)]] as const)
      : []),
    ...(basis?.instrument
      ? ([
          [
            say("basis"),
            html`${ownWords(basis.instrument, language)}${basis.council_decision && html`${COMMA[language]}${say("council", { date: basis.council_decision })}`}`,
          ],
        ] as const)
      : []),
    ...(metadata.milestones?.operating_since && metadata.milestones.operating_since !== "none"
      ? ([[say("since"), html`<time>${metadata.milestones.operating_since}</time>`]] as const)
      : []),
    [
      say("supplier"),
      parties.length === 0
        ? say("notStated")
        : html`<ul class="plain">${parties.map(
            ({ role, vendor, name_as_written: name }) =>
              html`<li>${label("party.roles", role ?? "")}: ${partyName({ party: vendor, name }, system, context, language)}</li>
`,
          )}</ul>`,
    ],
  ]);
}

/** What people may ask for. */
export function rightsPart({ system, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  if (system.manifest.value.data?.personal_data === false) return html`<p>${say("rightsNone")}</p>`;
  return html`<p>${say("rightsText")}</p>
<p class="quiet-text">${say("rightsSource")}</p>`;
}

/** Whom to ask: shared mailboxes of roles. */
export function contactPart({ system, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const contacts = contactsOf(system);
  const page = publicPageOf(system);
  return html`${
    contacts.length === 0
      ? html`<p>${say("notStated")}</p>`
      : factList(contacts.map(({ role, email }) => [ownWords(role, language), mail(email)] as const))
  }${
    page !== undefined &&
    html`
<p><a href="${page}" rel="nofollow noreferrer">${say("page")}</a></p>`
  }`;
}

/** Roles of a system with a mailbox, the owner first. */
export function contactsOf({ manifest }: SystemInput["system"]): readonly { role: string; email: string }[] {
  const { metadata, data } = manifest.value;
  return [metadata.owner, data?.database_registration?.dpo, metadata.coordinator].flatMap((one) =>
    one?.email && one.email !== "none" ? [{ role: one.role ?? one.email, email: one.email }] : [],
  );
}

/** The page that the municipality itself keeps, where it states a web address. */
export function publicPageOf({ manifest }: SystemInput["system"]): string | undefined {
  const page = manifest.value.transparency?.public_page;
  return page?.startsWith("https://") && URL.canParse(page) ? page : undefined;
}

/** A mailbox as a link, where it is one. */
function mail(email: string): Html {
  if (!/^[^\s@:?&/]+@[^\s@:?&/]+$/.test(email)) return html`<bdi>${email}</bdi>`;
  return html`<a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a>`;
}
