import type { Edge, EdgeKind } from "../../model/generated/registry.ts";
import { table } from "../../render/table.ts";
import { numberWords } from "../../rules/words/number-words.ts";
import { say as phrase } from "../../rules/words/say.ts";
import { countryName } from "../country-name.ts";
import type { PageSetting } from "../page-setting.ts";
import { english, named, prose } from "../prose.ts";
import { beginCell, endCell } from "./dates.ts";
import { entityLink, sourceLinks } from "./links.ts";

/** Kinds of relation that say where a product or service comes from, not who is behind whom. */
const SUPPLY: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  "manufactures_for",
  "agent_of",
  "reseller_of",
  "importer_of",
  "component_of",
  "hosts",
  "operates_for",
]);

/** The relations of an entity as tables, ownership and control apart from products and services, with what is said against them. */
export function edgesPart(id: string, setting: PageSetting): readonly string[] {
  const { register, say } = setting;
  const own = register.tables.edges.filter(({ from, to }) => from === id || to === id);
  const part = (head: "controlHead" | "supplyHead", edges: readonly Edge[]) =>
    edges.length === 0
      ? []
      : [
          `**${say(head)}**`,
          edgeTable(edges, id, head === "controlHead", setting),
          ...remarks(edges, setting),
        ];
  return [
    ...part(
      "controlHead",
      own.filter(({ kind }) => !SUPPLY.has(kind)),
    ),
    ...part(
      "supplyHead",
      own.filter(({ kind }) => SUPPLY.has(kind)),
    ),
  ];
}

/** Relations as a table; the company of `id`, whose page it is, stands in it without a link. */
export function edgeTable(edges: readonly Edge[], id: string, shares: boolean, setting: PageSetting): string {
  const { register, language, say, words } = setting;
  const end = (entity: string) =>
    entity === id ? named(register.nameOf(id), language) : entityLink(entity, setting, true);
  const rows = edges.map((edge) => [
    end(edge.from),
    relationCell(edge, setting),
    end(edge.to),
    ...(shares ? [shareWords(edge.percent, setting)] : []),
    beginCell(edge.from_date, setting),
    endCell(edge.to_date, setting),
    say(`confidence-${edge.confidence}`),
    sourceLinks(edge.sources, setting),
    words(register.isRead(edge, edge.sources) ? "yes" : "no"),
  ]);
  const head = [
    "who",
    "relation",
    "whom",
    "share",
    "fromDay",
    "ended",
    "confidence",
    "facts",
    "read",
  ] as const;
  return table(
    head.filter((word) => shares || word !== "share").map((word) => say(word)),
    rows,
  );
}

function relationCell({ kind, territory, products }: Edge, { language, say, words }: PageSetting): string {
  const limits = [
    ...(territory === undefined
      ? []
      : [say("inCountry", { country: prose(countryName(territory, language), language) })]),
    ...(products === undefined
      ? []
      : [say("models", { models: products.map((model) => english(model, language)).join(words("and")) })]),
  ];
  return limits.length === 0
    ? say(`edge-${kind}`)
    : `${say(`edge-${kind}`)} (${limits.join(say("semicolon"))})`;
}

/** A share as recorded; empty where none is. */
export function shareWords(percent: Edge["percent"], { language }: PageSetting): string {
  if (!percent) return "";
  const [min, max] = [percent.min, percent.max ?? 100].map((end) => numberWords(end, "percent", language));
  if (percent.max === undefined && percent.min < 100)
    return prose(phrase(language, "at_least", { value: String(min) }), language);
  return prose(
    min === max ? String(min) : phrase(language, "between", { min: String(min), max: String(max) }),
    language,
  );
}

/** A relation in a sentence: who, what, to whom. */
export function edgeWords(edge: Edge, setting: PageSetting, here = false): string {
  const { say } = setting;
  return say("edgeEvent", {
    from: entityLink(edge.from, setting, here),
    relation: relationCell(edge, setting),
    to: entityLink(edge.to, setting, here),
  });
}

function remarks(edges: readonly Edge[], setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  const lines = edges.flatMap((edge) => {
    const relation = edgeWords(edge, setting, true);
    const { disputed, note } = edge;
    return [
      ...(disputed === undefined
        ? []
        : [
            say("disputed", {
              relation,
              text: english(disputed.text, language),
              source: [sourceLinks([disputed.source], setting), disputed.on && prose(disputed.on, language)]
                .filter(Boolean)
                .join(", "),
            }),
          ]),
      ...(note === undefined ? [] : [say("remarkOn", { relation, text: english(note, language) })]),
    ];
  });
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}
