import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import { checkData } from "./check-data.ts";

/** The file the check page loads: everything a manifest is judged by and among. */
export function checkFile(context: SiteContext, language: Language): SiteFile {
  return { path: checkDataPath(language), text: JSON.stringify(checkData(context, language)) };
}

/** Where it stands, below the base of the site. */
export function checkDataPath(language: Language): string {
  return `${language}/check.json`;
}
