import { sameCode } from "../../facts/municipality-code.ts";

/** The page of a municipality: by its CBS code; of a ministry or national body, which have none, by its name. */
export function municipalityPath({
  cbs_code: code,
  name,
}: {
  readonly cbs_code: string;
  readonly name: string;
}): string {
  if (code !== "gov") return `municipalities/${sameCode(code)}`;
  return `municipalities/gov-${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")}`;
}
