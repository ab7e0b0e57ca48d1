import { alphabetMap } from "confusables";
import fc from "fast-check";
import { expect, it } from "vitest";
import { normalizeName } from "../../src/registry/normalize-name.ts";
import { publishedRegistry } from "./registry-files.ts";

const registry = publishedRegistry();
const aliases = registry.entities().flatMap(({ names }) => names);
const owner = (name: string) => {
  const found = registry.resolve({ name });
  return found.kind === "resolved" ? found.entity : undefined;
};

const spelled = (id: string) => registry.entity(id)?.names.map((name) => normalizeName(name).full) ?? [];

const LEET: Readonly<Record<string, string>> = { o: "0", i: "1", e: "3", a: "4", s: "5", t: "7" };
const letter = fc.nat(200);
const replaceAt = (text: string, index: number, change: (letter: string) => string | undefined) => {
  const letters = [...text];
  const at = index % letters.length;
  letters[at] = change(letters[at] ?? "") ?? letters[at] ?? "";
  return letters.join("");
};
const insertAt = (text: string, index: number, part: string) => {
  const letters = [...text];
  letters.splice(index % (letters.length + 1), 0, part);
  return letters.join("");
};

/** Ways to write a name differently, each by the id of the attack. */
const VARIANTS: Readonly<Record<string, (name: string, index: number) => string>> = {
  "V01 homoglyph": (name, index) =>
    replaceAt(name, index, (old) => {
      const alikes = alphabetMap.get(old) ?? [];
      return alikes[index % Math.max(1, alikes.length)];
    }),
  "V02 invisible characters": (name, index) =>
    insertAt(name, index, ["\u200b", "\u00ad", "\u{e0061}", "\u2066"][index % 4] ?? ""),
  "V03 full width": (name) =>
    name.replace(/[!-~]/g, (old) => String.fromCodePoint((old.codePointAt(0) ?? 0) + 0xfee0)),
  "V04 combining mark": (name, index) => insertAt(name, index + 1, "\u0301"),
  "V05 mathematical letters": (name) =>
    name.replace(/[a-z]/g, (old) => String.fromCodePoint(0x1d41a + (old.codePointAt(0) ?? 0) - 97)),
  "V06 case": (name, index) => (index % 2 === 0 ? name.toUpperCase() : name.toLowerCase()),
  "V07 Turkish letters": (name) => name.replaceAll("i", "ı").replaceAll("I", "İ"),
  "V08 separators": (name, index) => insertAt(name, index, [" ", "-", ".", "_"][index % 4] ?? ""),
  "V09 suffix": (name, index) => `${name} ${["Ltd", "Co., Ltd.", "GmbH", 'בע"מ'][index % 4]}`,
  "V10 leet": (name, index) => replaceAt(name, index, (old) => LEET[old.toLowerCase()]),
  "V11 transposition": (name, index) => {
    const letters = [...name];
    const at = index % Math.max(1, letters.length - 1);
    [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
    return letters.join("");
  },
};

it.for(Object.keys(VARIANTS))("%s of a known name never resolves to another company", (attack) => {
  const variant = VARIANTS[attack];
  fc.assert(
    fc.property(fc.constantFrom(...aliases), letter, (name, index) => {
      const written = variant?.(name, index) ?? name;
      const found = owner(written);
      if (found === undefined || owner(name) === undefined) return;
      // Two letters changed round may be another company's own name, as with CNCEC and CNECC.
      if (attack.startsWith("V11") && spelled(found).includes(normalizeName(written).full)) return;
      expect(found, `\`${written}\` for \`${name}\``).toBe(owner(name));
    }),
    { numRuns: 1000 },
  );
});

it.for(["V01 homoglyph", "V10 leet"])("%s that changes a letter never resolves at all", (attack) => {
  const variant = VARIANTS[attack];
  fc.assert(
    fc.property(fc.constantFrom(...aliases), letter, (name, index) => {
      const written = variant?.(name, index) ?? name;
      if (normalizeName(written).full === normalizeName(name).full) return;
      expect(registry.resolve({ name: written }).kind, `\`${written}\` for \`${name}\``).not.toBe("resolved");
    }),
    { numRuns: 3000 },
  );
});

it("resolves every alias of every company to that company, or calls it ambiguous", () => {
  for (const { id, names } of registry.entities()) {
    for (const name of names) {
      const found = registry.resolve({ name });
      expect([id, "ambiguous"], `\`${name}\``).toContain(
        found.kind === "resolved" ? found.entity : found.kind,
      );
    }
  }
});
