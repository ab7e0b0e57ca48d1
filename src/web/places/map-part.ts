import type { Verdict } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge, outcomeWord } from "../parts/outcome-badge.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { type MapPoint, mapPoints } from "./map-points.ts";
import { projectedPoints } from "./projected-points.ts";
import { PLACES_WORDS } from "./words.ts";

/** Municipalities as points on a grid of latitude and longitude, the same as a table, and what is not shown. Nothing, where no place is declared. */
export function mapPart(
  context: SiteContext,
  language: Language,
  { isTableFolded = false }: { readonly isTableFolded?: boolean } = {},
): Html {
  const say = sayingIn(PLACES_WORDS, language);
  const { points, withheld, unplaced } = mapPoints(context, language);
  if (points.length + withheld + unplaced === 0) return html``;
  const table = dataTable(
    say("title"),
    [
      { title: say("municipality") },
      { title: say("places"), isNumber: true },
      { title: say("position") },
      { title: say("outcome") },
    ],
    points.map(({ path, name, places, lat, lon, verdict }) => ({
      cells: [
        html`<a href="${context.href(path, language)}"><bdi>${name}</bdi></a>`,
        places,
        html`<bdi dir="ltr">${lat.toFixed(2)}, ${lon.toFixed(2)}</bdi>`,
        outcomeBadge(verdict, language),
      ],
    })),
    { isCaptionHidden: true },
  );
  return html`<section aria-labelledby="map">
<h2 id="map">${say("title")}</h2>
<p>${points.length > 0 && say("about")}${withheld > 0 && html` ${say("withheld", { n: withheld })}`}${unplaced > 0 && html` ${say("unplaced", { n: unplaced })}`}</p>
${
  points.length > 0 &&
  html`<div class="map-and-table">
${drawing(points, context, language)}
${
  isTableFolded
    ? html`<details class="more"><summary>${say("asTable")}</summary>
${table}</details>`
    : table
}
</div>
`
}</section>`;
}

function drawing(points: readonly MapPoint[], context: SiteContext, language: Language): Html {
  const say = sayingIn(PLACES_WORDS, language);
  const { width, height, grid, latitudes, longitudes, at } = projectedPoints(points);
  return html`<figure class="map-figure">
<svg class="map" role="group" aria-label="${say("label")}" direction="ltr" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<path class="grid" d="${grid}"/>
<g class="degrees" aria-hidden="true">${latitudes.map(
    ({ degrees, y }) => html`<text x="3" y="${y - 3}">${degrees}°</text>`,
  )}${longitudes.map(({ degrees, x }) => html`<text x="${x + 3}" y="${height - 4}">${degrees}°</text>`)}</g>
${points.map(({ path, name, verdict }, index) => {
  const said = `${name}: ${outcomeWord(verdict, language)}`;
  const [x, y] = at[index] ?? [0, 0];
  return html`<a href="${context.href(path, language)}" aria-label="${said}" class="${KINDS[verdict]}"><title>${said}</title>${mark(verdict, x, y)}</a>
`;
})}</svg>
<figcaption>${(["fail", "needs-approval", "pass"] as const).map(
    (verdict) =>
      html`<span class="pair"><svg class="map" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><g class="${KINDS[verdict]}">${mark(verdict, 8, 8)}</g></svg> ${outcomeWord(verdict, language)}</span>`,
  )}</figcaption>
</figure>`;
}

const KINDS: Readonly<Record<Verdict, string>> = { fail: "fail", "needs-approval": "wait", pass: "pass" };

/** A shape for each outcome, since a colour alone says nothing to some. */
function mark(verdict: Verdict, x: number, y: number): Html {
  if (verdict === "pass") return html`<circle cx="${x}" cy="${y}" r="6.5"/>`;
  if (verdict === "fail") return html`<rect x="${x - 6}" y="${y - 6}" width="12" height="12"/>`;
  return html`<path d="M${x},${y - 7.5}L${x + 7.5},${y}L${x},${y + 7.5}L${x - 7.5},${y}Z"/>`;
}
