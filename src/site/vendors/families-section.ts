import type { Document } from "../../model/document.ts";
import type { RegistryDocument } from "../../model/generated/registry.ts";
import { fileLink } from "../file-link.ts";
import type { PageSetting } from "../page-setting.ts";
import { english } from "../prose.ts";
import { entityPart } from "./entity-part.ts";

/** The entries of the register by the file they are recorded in, families first and lists after them; those invented for examples or the others. */
export function familiesSection(setting: PageSetting, invented: boolean): readonly string[] {
  const { register, registry } = setting;
  const wanted = (id: string) => register.isInvented(id) === invented;
  return [...registry]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .flatMap((file) => {
      const shown = (file.value.entities ?? []).filter(({ id }) => wanted(id));
      if (shown.length === 0) return [];
      return [...familyHead(file, setting), ...shown.flatMap((entity) => entityPart(entity, setting))];
    });
}

function order({ file, value }: Document<RegistryDocument>): string {
  return `${value.lists === undefined ? 0 : 1} ${(value.title ?? file).toLowerCase()}`;
}

function familyHead({ file, value }: Document<RegistryDocument>, setting: PageSetting) {
  const { language, say } = setting;
  const named = value.title === undefined ? say("untitled") : english(value.title, language);
  const title = value.lists === undefined ? named : say("withList", { title: named });
  return [`### ${title}`, say("recordedIn", { file: fileLink(file, setting) })];
}
