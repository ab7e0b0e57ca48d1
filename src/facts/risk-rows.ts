import type { Cell, Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { child, follow, type Place } from "./place.ts";
import { numberAt } from "./read.ts";

const DOMAINS = ["privacy", "data_security", "cyber", "national_security"];

/** The four domains of risk, written or not. */
export function riskRows({ view, system }: FactBase): readonly Row[] {
  const risks = follow(view.root, "assessments.risks");
  return DOMAINS.map((domain) => {
    const place = child(risks, domain);
    const row: Row = createRow({
      view,
      subject: "risk",
      key: domain,
      title: domain.replaceAll("_", " "),
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
