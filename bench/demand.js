/** A bench that judged other manifests, or failed others than the broken ones, measured the wrong thing. */
export function demand(name, corpus, judged, failing) {
  if (judged !== corpus.count)
    throw new Error(`${name}: ${judged} manifests judged, ${corpus.count} written`);
  if ([...failing].sort().join() !== corpus.broken.join())
    throw new Error(
      `${name}: ${failing.length} manifests failed, ${corpus.broken.length} have a mistake: ${failing.join(" ")}`,
    );
}

/** The same of reports in JSON. */
export function demandReports(name, corpus, outputs) {
  for (const output of outputs) {
    const { manifests } = JSON.parse(output);
    const failing = manifests.filter(({ verdict }) => verdict !== "pass").map(({ file }) => file);
    demand(name, corpus, manifests.length, failing);
  }
}
