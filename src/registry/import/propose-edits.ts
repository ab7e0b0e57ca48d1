import type { Document } from "../../model/document.ts";
import type { RegistryDocument } from "../../model/generated/registry.ts";
import { languageOf } from "./new-entity.ts";
import type { Changed, Proposal } from "./proposal.ts";
import { editRegistry, type RegistryEditor } from "./registry-editor.ts";
import { flowYaml, itemYaml } from "./yaml-text.ts";

/** A registry file as it is and as a proposal would have it. */
export interface EditedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The registry files with a proposal made: new entries at the end of the list's file, days, scopes and conflict flags
 * in the listings they are about, names beside those of their entity, and the reading of the list. Files that stay as
 * they are do not come out.
 */
export function proposeEdits(
  proposal: Proposal,
  documents: readonly Document<RegistryDocument>[],
): readonly EditedFile[] {
  return documents.flatMap((document) => {
    const editor = editRegistry(document);
    const here = ({ place }: { readonly place: { readonly file: string } }) => place.file === document.file;
    const conflicts = proposal.conflicts.flatMap(({ listing }) => listing ?? []);
    for (const change of [...proposal.changed, ...proposal.ended, ...conflicts].filter(here))
      write(change, editor);
    for (const { name, place } of proposal.renamed.filter(here)) {
      const added = { text: name, lang: languageOf(name), kind: "variant", sources: [proposal.source] };
      const entity = document.value.entities?.[Number(place.pointer.split("/").at(-1))];
      if (entity?.names === undefined) editor.addKey(place.pointer, "legal_name", "names", [added]);
      else editor.append(`${place.pointer}/names`, [[flowYaml(added)]]);
    }
    if (document.file === proposal.file) writeList(proposal, document, editor);
    const after = editor.text();
    return after === document.text ? [] : [{ file: document.file, before: document.text, after }];
  });
}

function write({ place, before, set }: Changed, editor: RegistryEditor): void {
  for (const [key, value] of Object.entries(set)) {
    if (Object.hasOwn(before, key)) editor.set(`${place.pointer}/${key}`, flowYaml(value));
    else editor.addKey(place.pointer, "to", key, value);
  }
}

function writeList(proposal: Proposal, document: Document<RegistryDocument>, editor: RegistryEditor): void {
  const { added, retrievedOn, source } = proposal;
  const { value } = document;
  editor.append(
    "/entities",
    added.flatMap(({ entity }) => (entity === undefined ? [] : [itemYaml(entity)])),
  );
  editor.append(
    "/listings",
    added.map(({ listing }) => itemYaml(listing)),
  );
  const index = value.lists?.findIndex(({ id }) => id === proposal.list) ?? -1;
  const list = value.lists?.[index];
  if (list === undefined) throw new Error(`\`${proposal.file}\` does not give the list \`${proposal.list}\``);
  const at = `/lists/${index}`;
  const last = list.retrieved_on;
  if (last !== retrievedOn) {
    editor.set(`${at}/retrieved_on`, retrievedOn);
    if (last !== null && !list.read_before?.includes(last)) {
      if (list.read_before === undefined) editor.addKey(at, "retrieved_on", "read_before", [last]);
      else editor.append(`${at}/read_before`, [[last]]);
    }
  }
  writeEdition(proposal, list.editions, at, editor);
  if (value.as_of < retrievedOn) editor.set("/as_of", retrievedOn);
  const read = value.sources?.[source]?.retrieved;
  if (read !== undefined && read < retrievedOn) editor.set(`/sources/${source}/retrieved`, retrievedOn);
}

function writeEdition(
  { edition, rows, source }: Proposal,
  held: readonly { readonly date: string }[] | undefined,
  at: string,
  editor: RegistryEditor,
): void {
  if (edition === undefined || held?.some(({ date }) => date === edition)) return;
  const written = { date: edition, rows, source };
  if (held === undefined) editor.addKey(at, "coverage", "editions", [written]);
  else editor.append(`${at}/editions`, [[flowYaml(written)]]);
}
