import { describe, expect, it } from "vitest";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { normalizeName } from "../../src/registry/normalize-name.ts";
import { skeletonOf } from "../../src/registry/skeleton.ts";
import { publishedRegistry, registryText } from "./registry-files.ts";

const registry = publishedRegistry();
const resolve = (name: string) => registry.resolve({ name });

describe("normalising a name", () => {
  it.for([
    ["case", "HIKVISION", "hikvision"],
    ["Turkish dotted capital", "HİKVİSİON", "hikvision"],
    ["Turkish dotless small letter", "hıkvısıon", "hikvision"],
    ["full-width letters", "Ｈｉｋｖｉｓｉｏｎ", "hikvision"],
    ["mathematical letters", "𝐇𝐢𝐤𝐯𝐢𝐬𝐢𝐨𝐧", "hikvision"],
    ["combining marks", "Hi\u0301kvision", "hikvision"],
    ["zero-width space", "Hik\u200bvision", "hikvision"],
    ["soft hyphen", "Hik\u00advision", "hikvision"],
    ["right-to-left override", "\u202eHikvision", "hikvision"],
    ["tag characters", "Hikvision\u{e0041}", "hikvision"],
    ["separators", "Hik-Vision. ", "hikvision"],
    ["sharp s", "Straße", "strasse"],
    ["Hebrew gershayim", 'בזק בע"מ', "בזק"],
    ["Hebrew punctuation gershayim", "בזק בע״מ", "בזק"],
    ["Hebrew final letters", "סימנס תקשורתם", "סימנסתקשורתמ"],
    ["ampersand", "Huawei Investment & Holding", "huaweiinvestmentandholding"],
    ["spelled-out suffix", "Example S.p.A.", "example"],
    ["two suffixes", "Example Co., Ltd.", "example"],
    ["suffix without a space", "Example CO.,LTD", "example"],
    ["Chinese suffix", "杭州海康威视数字技术股份有限公司", "杭州海康威视数字技术"],
    ["trade-mark signs", "Hikvision®", "hikvision"],
    ["a suffix alone", "Ltd", "ltd"],
    ["a suffix inside a word", "Texaco", "texaco"],
  ])("folds %s", ([, text, core]) => {
    expect(normalizeName(text ?? "").core).toBe(core);
  });

  it("keeps signs that may stand for a letter, so that one acronym never becomes another", () => {
    expect(normalizeName("CE⏉C").full).not.toBe(normalizeName("CEC").full);
    expect(resolve("CE⏉C")).toMatchObject({ kind: "confusable", entity: "vendor:cetc" });
  });

  it("keeps `group` and `holding`, which name other companies", () => {
    expect(normalizeName("Huawei Holding").core).not.toBe(normalizeName("Huawei").core);
  });
});

describe("a company by name", () => {
  it.for([
    ["Hikvision", "vendor:hikvision"],
    ["Hangzhou Hikvision Digital Technology Co., Ltd.", "vendor:hikvision"],
    ["海康威视", "vendor:hikvision"],
    ["HiLook", "vendor:hikvision"],
    ["וואווי", "vendor:huawei"],
    ["Toga Networks Ltd", "vendor:toga"],
    ['בזק בע"מ', "vendor:bezeq"],
    ["Xiamen Meiya Pico Information Co. Ltd.", "vendor:sdic-intelligence"],
    ["HVI", "vendor:hvi-security"],
    ["ZTE Corp", "vendor:zte"],
    ["Kaspersky Lab", "vendor:kaspersky"],
    ["Kaspersky Lab, Inc.", "vendor:kaspersky-us"],
    ["CETC", "vendor:cetc"],
    ["CEC", "vendor:cec"],
    ["CEIEC", "vendor:ceiec"],
  ])("resolves `%s` to %s", ([name, entity]) => {
    expect(resolve(name ?? "")).toEqual({ kind: "resolved", entity, by: "name" });
  });

  it.for(["Zildjian", "ZTEC", "azteca", "Shanghai Dahua Scale Factory", "CEC Ltd", "Togami Electric", ""])(
    "finds nothing for `%s`, not even a suggestion",
    (name) => {
      expect(resolve(name)).toEqual({ kind: "unknown", suggestions: [] });
    },
  );

  it.for([
    ["Hikvsiion", "vendor:hikvision"],
    ["Hikvison", "vendor:hikvision"],
    ["Hauwei", "vendor:huawei"],
  ])("only suggests for a slip of the pen such as `%s`", ([name, entity]) => {
    expect(resolve(name ?? "")).toEqual({ kind: "unknown", suggestions: [entity] });
  });

  it.for([
    ["Cyrillic і", "H\u0456kvision"],
    ["Greek ν", "Hik\u03bdision"],
    ["capital Greek Eta", "\u0397ikvision"],
    ["Armenian օ", "Hikvisi\u0585n"],
    ["Hebrew samekh", "Hikvisi\u05e1n"],
    ["leet digits", "H1kvi5i0n"],
    ["a stroke for i", "H|kvision"],
    ["l for i", "Hlkvision"],
    ["look-alikes in a legal name", "Hangzhou H\u0456kvision Digital Technology Co., Ltd."],
  ])("calls a name with %s confusable and never resolves it", ([, name]) => {
    expect(resolve(name ?? "")).toMatchObject({ kind: "confusable", entity: "vendor:hikvision" });
  });

  it("reads `rn` as m", () => {
    expect(skeletonOf("Siernens").core).toBe(skeletonOf("Siemens").core);
    expect(resolve("Siernens")).toMatchObject({ kind: "confusable", entity: "vendor:siemens" });
  });
});

describe("a company by id and identifier", () => {
  it("lets a stated id decide whatever the name says", () => {
    expect(registry.resolve({ id: "vendor:taldor", name: "Hikvision" })).toEqual({
      kind: "resolved",
      entity: "vendor:taldor",
      by: "id",
    });
  });

  it("does not fall back on the name where the id does not exist", () => {
    expect(registry.resolve({ id: "vendor:hikvison", name: "Taldor" })).toEqual({
      kind: "unknown",
      suggestions: ["vendor:hikvision"],
    });
  });

  it("lets an identifier win over the name", () => {
    expect(registry.resolve({ name: "Taldor", identifiers: { oui: "44-19-b6" } })).toEqual({
      kind: "resolved",
      entity: "vendor:hikvision",
      by: "identifier",
    });
  });

  it("calls identifiers of two companies ambiguous, and a known name under another number unknown", () => {
    const { value } = registryText(`
entities:
  - { id: vendor:a, legal_name: Alpha, jurisdiction: null, identifiers: { lei: AAAAAAAAAAAAAAAAAA01 } }
  - { id: vendor:b, legal_name: Beta, jurisdiction: null, identifiers: { il_company: "512345678" } }
`);
    const two = createRegistry([value]);
    const identifiers = { lei: "AAAAAAAAAAAAAAAAAA01", il_company: "512345678" };
    expect(two.resolve({ identifiers })).toEqual({ kind: "ambiguous", candidates: ["vendor:a", "vendor:b"] });
    expect(two.resolve({ name: "Beta", identifiers: { il_company: "599999999" } })).toEqual({
      kind: "unknown",
      suggestions: ["vendor:b"],
    });
  });

  it.for(["44:19:B6", "44-19-B6", "4419b6", "44:19:B6:01:02:03"])(
    "knows the MAC prefix %s as Hikvision",
    (oui) => {
      expect(registry.byOui(oui)).toEqual(["vendor:hikvision"]);
    },
  );

  it.for(["00:00:01", "44:19", "zz:19:b6", ""])("knows nobody for the MAC prefix `%s`", (oui) => {
    expect(registry.byOui(oui)).toEqual([]);
  });
});
