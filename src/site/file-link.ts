import { linked } from "./linked.ts";
import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";

/** A file of the repository by its path, linked where it can be read. */
export function fileLink(file: string, { language, addresses }: PageSetting): string {
  return linked(code(file, language), addresses.file(file));
}
