import { textIn } from "../model/language.ts";
import type { Holder } from "../model/registry.ts";
import type { ReachingListing, VendorView } from "../registry/vendor-view.ts";

/** What the registry says about one company on one date, for a person to read; it states facts and no verdict. */
export function vendorText(view: VendorView, nameOf: (id: string) => string): string {
  const { entity, resolution } = view;
  if (entity === undefined) return `${unresolved(view, nameOf)}\n`;
  const origin = view.origins.filter((product) => product.entity !== entity.id);
  const lines = [
    `${entity.name} (${entity.id}) on ${view.asOf}`,
    `  ${[entity.kind.replace("_", " "), entity.jurisdiction ?? "country not recorded", entity.fictional ? "invented for examples" : ""].filter(Boolean).join(", ")}; found by ${resolution.kind === "resolved" ? resolution.by : "name"}`,
    ...section("names", [entity.names.join(" · ")]),
    ...section(
      "control",
      view.holders.map((holder) => holderLine(holder, nameOf)),
      "no holder is recorded on this date",
    ),
    ...(origin.length === 0
      ? []
      : section("products it sells as an agent or carries as a brand come from", [
          ...origin.map(
            ({ entity: maker, path, confidence }) =>
              `${nameOf(maker)} (${maker}): ${pathText(path)}; confidence ${confidence}`,
          ),
          "its other lines are not meant",
        ])),
    ...section(
      "listings",
      view.listings.map((listing) => listingLine(listing, entity.id, nameOf)),
      "none on this date",
    ),
    ...(view.originListings.length === 0
      ? []
      : section(
          "listings of those products' makers",
          view.originListings.map((listing) => listingLine(listing, undefined, nameOf)),
        )),
    ...section(
      "legal profile",
      view.legal.map(
        ({ country, flags }) =>
          `${country}: ${flags === undefined ? "not recorded" : flags.map(({ flag, law, article, verified }) => `${flag.replaceAll("_", " ")} (${law}, ${article}${verified ? "" : "; not checked against the primary text"})`).join("; ") || "no flag"}`,
      ),
    ),
    ...section(
      "recorded relations",
      view.edges.map((edge) => {
        const dates = [
          edge.fromDate === undefined ? "" : `from ${edge.fromDate}`,
          edge.toDate === undefined ? "" : `to ${edge.toDate}`,
        ]
          .filter(Boolean)
          .join(" ");
        const about = [
          dates || "undated",
          `confidence ${edge.confidence}`,
          edge.active ? "" : "not on this date",
          edge.disputed === undefined ? "" : `disputed: ${edge.disputed}`,
        ];
        return `${nameOf(edge.from)} ${edge.kind} ${nameOf(edge.to)} (${about.filter(Boolean).join(", ")})`;
      }),
    ),
    ...(view.trust === undefined
      ? []
      : section("trust criteria", [
          `${view.trust.score} of 24${view.trust.missing.length === 0 ? "" : `; without evidence: ${view.trust.missing.map((criterion) => criterion.replaceAll("_", " ")).join(", ")}`}`,
        ])),
    ...(entity.reply === undefined
      ? []
      : section("the vendor says", [`${entity.reply.text} (${entity.reply.on})`])),
    ...section(
      "sources",
      view.sources.map(
        ({ key, title, url, verified }) =>
          `${key}: ${title}${url === undefined ? "" : ` <${url}>`}${verified ? "" : " (not checked against the primary text)"}`,
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, items: readonly string[], none?: string): readonly string[] {
  const shown = items.length === 0 && none !== undefined ? [none] : items;
  return shown.length === 0 ? [] : ["", title, ...shown.map((item) => `  - ${item}`)];
}

function unresolved({ name, resolution }: VendorView, nameOf: (id: string) => string): string {
  const listed = (ids: readonly string[]) => ids.map((id) => `${nameOf(id)} (${id})`).join(", ");
  switch (resolution.kind) {
    case "ambiguous":
      return `\`${name}\` may be any of ${listed(resolution.candidates)}\n  = help: name the id`;
    case "confusable":
      return `\`${name}\` looks like \`${resolution.known}\` and is spelled with other letters: it resolves to nothing\n  = help: write the name in its own letters, or name the id \`${resolution.entity}\``;
    case "unknown":
      return `\`${name}\` is not in the registry${resolution.suggestions.length === 0 ? "" : `; names that are near: ${listed(resolution.suggestions)}`}\n  = help: name an id, or start an entry with \`bylaw new vendor "${name}"\``;
    case "resolved":
      return `\`${name}\` resolves to \`${resolution.entity}\`, which has no entry`;
  }
}

function holderLine({ entity, percent, control, path }: Holder, nameOf: (id: string) => string): string {
  const share = percent === undefined ? "share not recorded" : `${range(percent.min, percent.max)} %`;
  const reach = control.min >= 50 ? "in control" : control.max >= 50 ? "may be in control" : "not in control";
  return `${nameOf(entity)} (${entity}): ${share}, ${reach}; ${pathText(path)}`;
}

/** The steps in English, as the whole of this output is. */
function pathText(path: Holder["path"]): string {
  return path.map((step) => textIn(step, "en")).join("; ");
}

function listingLine(
  { listing, through }: ReachingListing,
  id: string | undefined,
  nameOf: (id: string) => string,
): string {
  const scope = [...listing.scope].sort().join(", ").replaceAll("_", " ");
  const uses = [...listing.useScope].sort().join(", ").replaceAll("_", " ");
  const about = [
    listing.from === "0001-01-01" ? "start not recorded" : `since ${listing.from}`,
    listing.to === undefined ? "" : `until ${listing.to}`,
    listing.ground === undefined ? "" : `ground: ${listing.ground.replaceAll("_", " ")}`,
    scope && `products: ${scope}`,
    uses && `uses: ${uses}`,
    id === undefined
      ? `of ${nameOf(listing.entity)}`
      : listing.entity === id
        ? ""
        : `through ${nameOf(through.entity)}`,
    ...listing.notes,
  ];
  return `${listing.list}: ${about.filter(Boolean).join("; ")} [${listing.source}]`;
}

function range(min: number, max: number): string {
  return min === max ? String(min) : `${min} to ${max}`;
}
