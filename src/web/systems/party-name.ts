import { recipientKind } from "../../facts/recipient-kind.ts";
import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { vendorPath } from "../vendors/vendor-path.ts";
import { labelsIn } from "./labels.ts";
import type { ListedSystem } from "./listed-system.ts";
import { isSystem, subjectLink } from "./subject-link.ts";
import { SYSTEM_WORDS } from "./words.ts";

/**
 * Who is meant in a manifest: the municipality itself, a company of the registry or another system with a link, a body by its
 * kind, or the name as written.
 */
export function partyName(
  { party, name }: { readonly party?: string | null | undefined; readonly name?: string | null | undefined },
  { manifest }: Pick<ListedSystem, "manifest">,
  context: SiteContext,
  language: Language,
): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  if (party === "self") return ownWords(manifest.value.metadata.municipality.name, language);
  const entity = party ? context.bundle.registry.entity(party) : undefined;
  if (entity)
    return html`<a href="${context.href(vendorPath(entity.id), language)}"><bdi>${entity.name}</bdi></a>`;
  if (party && isSystem(party, context)) return subjectLink(party, context, language);
  const written = name ?? party ?? undefined;
  if (written === undefined || written === "") return html`${say("notStated")}`;
  if (written === "none") return html`${say("nobody")}`;
  return written.startsWith("external:") ? bodyName(written, context, language) : ownWords(written, language);
}

/** A body outside, such as `external:il-police-district`: its kind in words, and the rest of its id as its name. */
function bodyName(reference: string, context: SiteContext, language: Language): Html {
  const kind = recipientKind(reference);
  const rest = reference.replace(/^external:[a-z]{2}-/, "");
  if (kind === undefined) return ownWords(rest.replaceAll("-", " "), language);
  const name = rest.replace(new RegExp(`^${kind.replaceAll("_", "-")}-?`), "").replaceAll("-", " ");
  const called = labelsIn(context, language)("interface.recipient", kind);
  return html`${called}${name !== "" && html` (${ownWords(name, language)})`}`;
}
