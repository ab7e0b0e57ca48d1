import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { vendorPath } from "../vendors/vendor-path.ts";
import type { ListedSystem } from "./listed-system.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** Who is meant in a manifest: the municipality itself, a company of the registry with a link, or the name as written. */
export function partyName(
  { party, name }: { readonly party?: string | null | undefined; readonly name?: string | null | undefined },
  { manifest }: Pick<ListedSystem, "manifest">,
  { bundle, href }: SiteContext,
  language: Language,
): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  if (party === "self") return html`<bdi>${manifest.value.metadata.municipality.name}</bdi>`;
  const entity = party ? bundle.registry.entity(party) : undefined;
  if (entity) return html`<a href="${href(vendorPath(entity.id), language)}"><bdi>${entity.name}</bdi></a>`;
  const written = name ?? party ?? undefined;
  if (written === undefined || written === "") return html`${say("notStated")}`;
  if (written === "none") return html`${say("nobody")}`;
  return html`<bdi>${written.replace(/^external:/, "")}</bdi>`;
}
