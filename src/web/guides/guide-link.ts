import type { Language } from "../../model/language.ts";
import { ownPages } from "../../site/own-pages.ts";
import type { SiteContext } from "../site-context.ts";
import { guidePath } from "./guide-path.ts";

/**
 * Where a link of a guide leads on the site: to another guide, to the page of a policy or register, else to the file in the
 * repository; `undefined` where nobody said where the repository is.
 */
export function guideLink(
  link: string,
  {
    from,
    context,
    language,
  }: { readonly from: string; readonly context: SiteContext; readonly language: Language },
): string | undefined {
  if (/^(?:#|https?:)/.test(link)) return link;
  const [path = "", anchor] = link.split("#");
  const place = anchor === undefined ? "" : `#${anchor}`;
  const file = resolved(path, from);
  if (file === INDEX) return context.href("guides", language);
  if (context.guides.has(file)) return context.href(`${guidePath(file)}${place}`, language);
  const setting = context.setting(language);
  const { addresses } = setting;
  const [, name = ""] = /^docs\/policies\/([a-zA-Z-]+)(?:\.(?:he|ar))?\.md$/.exec(file) ?? [];
  const [, policy = name] = /^policies\/([a-z-]+)\/README\.md$/.exec(file) ?? [];
  const own = [...ownPages(setting), "README" as const].find((page) => page === name);
  if (own !== undefined) return addresses.page(own);
  if (context.prose.has(policy)) return addresses.policy(policy);
  const address = addresses.file(file);
  return address === undefined ? undefined : `${address}${place}`;
}

/** The list of the guides: the site has a page of its own in its place. */
const INDEX = "docs/guides/README.md";

/** A relative path as one from the root of the repository. */
function resolved(path: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
