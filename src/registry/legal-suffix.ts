const SUFFIXES = new Set(
  (
    "co ltd limited coltd inc incorporated corp corporation company llc llp lp plc gmbh mbh ag kg kgaa ug ab asa as aps " +
    "oy oyj sa sas sarl srl spa sl bv nv cv se kk pty pte pvt private sdn bhd jsc ojsc pjsc ooo oao pao zao sro doo " +
    "בעמ חפ ער"
  ).split(" "),
);

const HAN = /(?:股份有限公司|有限責任公司|有限责任公司|有限公司|股份公司|公司|株式会社|株式會社|주식회사)$/u;

/** Whether a folded word only says what form a company has. `group` and `holding` name companies, so they are none. */
export function isLegalSuffix(word: string): boolean {
  return SUFFIXES.has(word);
}

/** A name without the Chinese, Japanese or Korean words for its form; unchanged where nothing else would be left. */
export function withoutHanSuffix(name: string): string {
  const rest = name.replace(HAN, "");
  return rest === "" ? name : rest;
}
