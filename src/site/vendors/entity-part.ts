import type { Entity } from "../../model/generated/registry.ts";
import { viewEntity } from "../../registry/entity-view.ts";
import { countryName } from "../country-name.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, named, prose } from "../prose.ts";
import { edgesPart } from "./edges-part.ts";
import { entityAnchor, sourceLinks } from "./links.ts";
import { listingsPart } from "./listings-part.ts";
import { trustPart } from "./trust-part.ts";

/** Everything the register says of one entity: who it is, its relations and listings, what speaks for trust, and its own word. */
export function entityPart(entity: Entity, setting: PageSetting): readonly string[] {
  const { register, language } = setting;
  const name = named(register.nameOf(entity.id), language);
  return [
    `<a id="${entityAnchor(entity.id)}"></a>`,
    `#### ${name}`,
    identity(entity, setting),
    ...edgesPart(entity.id, setting),
    ...listingsPart(entity.id, setting),
    ...trustPart(entity.id, setting),
    ...replyPart(entity, setting),
  ];
}

type Fact = readonly [label: string, text: string];

function identity(entity: Entity, setting: PageSetting): string {
  const { language, say, words, register } = setting;
  const { id, legal_name, jurisdiction, state_owned, note, sources = [] } = entity;
  const { kind, names } = viewEntity(entity, []);
  const others = names.filter((name) => name !== register.nameOf(id) && name !== legal_name);
  const prefixes = register.tables.ouis.filter((entry) => entry.entity === id);
  const facts: readonly (Fact | undefined)[] = [
    [say("id"), code(id, language)],
    [say("kind"), say(`entity-${kind}`)],
    [
      say("country"),
      jurisdiction === null ? say("notRecorded") : prose(countryName(jurisdiction, language), language),
    ],
    some(
      say("legalName"),
      legal_name && legal_name !== register.nameOf(id) ? named(legal_name, language) : "",
    ),
    some(say("names"), others.map((name) => named(name, language)).join(" · ")),
    state_owned == null ? undefined : [say("stateOwned"), words(state_owned ? "yes" : "no")],
    some(say("numbers"), numbers(entity, setting)),
    some(say("prefixes"), String(prefixes.reduce((sum, entry) => sum + entry.prefixes.length, 0) || "")),
    some(say("partnerFor"), partner(entity, setting)),
    some(say("sourcesOf"), sourceLinks(sources, setting)),
    some(say("remark"), note === undefined ? "" : english(note, language)),
  ];
  return facts.flatMap((fact) => (fact === undefined ? [] : [`- ${fact[0]}: ${fact[1]}`])).join("\n");
}

function some(label: string, text: string): Fact | undefined {
  return text === "" ? undefined : [label, text];
}

function numbers({ identifiers }: Entity, { language, words }: PageSetting): string {
  const { lei, uscc, il_company } = identifiers ?? {};
  const found = Object.entries({ LEI: lei, USCC: uscc, "IL company": il_company });
  return found
    .flatMap(([kind, number]) => (number ? [english(`${kind} ${number}`, language)] : []))
    .join(words("and"));
}

function partner({ partner }: Entity, setting: PageSetting): string {
  if (partner === undefined) return "";
  const { language, say, words, policies } = setting;
  const labels = ["system.categories", "device.category", "party.roles"].map(
    (fact) => policies.vocabulary.facts.get(fact)?.valueLabels,
  );
  const supplies = partner.supplies.map((category) => {
    const label = labels.map((some) => some?.get(category)).find((texts) => texts !== undefined);
    return prose(label?.[language] ?? category, language);
  });
  return `${supplies.join(words("and"))} (${say(`partner-${partner.kind}`)}${say("semicolon")}${sourceLinks(partner.sources, setting)})`;
}

function replyPart({ reply }: Entity, setting: PageSetting): readonly string[] {
  if (reply === undefined) return [];
  const { language, say } = setting;
  const said = say("replied", {
    text: english(reply.text, language),
    date: prose(reply.on, language),
    source: sourceLinks([reply.source], setting),
  });
  return [`**${say("reply")}**`, said];
}
