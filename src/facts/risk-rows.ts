import type { Texts } from "../model/language.ts";
import type { Cell, Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { child, follow, type Place } from "./place.ts";
import { numberAt } from "./read.ts";

const DOMAINS: Readonly<Record<string, Texts>> = {
  privacy: { en: "privacy", he: "פרטיות", ar: "الخصوصية" },
  data_security: { en: "data security", he: "אבטחת מידע", ar: "أمن البيانات" },
  cyber: { en: "cyber", he: "סייבר", ar: "الأمن السيبراني" },
  national_security: { en: "national security", he: "ביטחון לאומי", ar: "الأمن القومي" },
};

/** The four domains of risk, written or not. */
export function riskRows({ view, system }: FactBase): readonly Row[] {
  const risks = follow(view.root, "assessments.risks");
  return Object.entries(DOMAINS).map(([domain, title]) => {
    const place = child(risks, domain);
    const row: Row = createRow({
      view,
      subject: "risk",
      key: domain,
      title,
      pointer: place.at,
      written: place.value !== undefined,
      place,
      derive: { "risk.score": () => score(place) },
      scopes: { system, risk: () => row },
    });
    return row;
  });
}

function score(domain: Place): Cell {
  const likelihood = child(domain, "likelihood");
  const impact = child(domain, "impact");
  const [one, other] = [numberAt(likelihood), numberAt(impact)];
  if (one === undefined || other === undefined) return blank(domain.at);
  return known(String(one * other), likelihood.at, { related: [impact.at] });
}
