import type { Edge } from "../../model/generated/registry.ts";
import type { Language } from "../../model/language.ts";
import { edgeTable, shareWords } from "../../site/vendors/edges-part.ts";
import type { Graph } from "../graph.ts";
import { type Html, html } from "../html.ts";
import { generatedMarkdown, generatedText } from "../markdown.ts";
import { graphDrawing } from "../parts/graph-drawing.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { type NearestLinks, nearestLinks } from "./nearest-links.ts";
import { VENDORS_WORDS } from "./words.ts";

/** So long is a line of a name in the drawing. */
const LINE = 22;

/**
 * Who is linked to a company, two steps far, as a drawing. Its own links stand in tables on its page already; those one
 * step further stand in one here. Nothing, where no link is recorded.
 */
export function graphPart(id: string, context: SiteContext, language: Language): Html | undefined {
  const own = sayingIn(VENDORS_WORDS, language);
  const setting = context.setting(language);
  const { register } = setting;
  const near = nearestLinks(id, register.tables.edges);
  if (near.edges.length === 0) return undefined;
  const graph = graphOf(near, context, language);
  const kinds = {
    nodes: near.entities.map((one) => (one === id ? "node own" : "node")),
    links: near.edges.map((edge) => (isOver(edge, context) ? "link over" : "link")),
  };
  const further = near.edges.filter(({ from, to }) => from !== id && to !== id);
  return html`<p>${own("graphAbout")}${near.edges.some((edge) => isOver(edge, context)) && html` ${own("graphOver")}`}${
    near.left > 0 && html` ${own("graphLeft", { n: near.left })}`
  }</p>
${graphDrawing(graph, context.layOut(graph), kinds, own("graphLabel", { name: register.nameOf(id), n: near.edges.length }))}
${
  further.length > 0 &&
  html`<details class="more"><summary>${own("graphFurther")} (${further.length})</summary>
${generatedMarkdown([edgeTable(further, id, true, setting)])}</details>`
}`;
}

function graphOf({ entities, edges }: NearestLinks, context: SiteContext, language: Language): Graph {
  const setting = context.setting(language);
  return {
    nodes: entities.map((one) => ({ id: one, lines: wrapped(setting.register.nameOf(one)) })),
    links: edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      lines: [
        setting.say(`edge-${edge.kind}`),
        ...[generatedText(shareWords(edge.percent, setting))].filter((share) => share !== ""),
      ],
    })),
  };
}

/** The link has ended by the day of the site. */
function isOver({ to_date: to }: Edge, { asOf }: SiteContext): boolean {
  return Boolean(to && to <= asOf);
}

/** A name in lines, broken between words. */
function wrapped(name: string): readonly string[] {
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
