import { it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { sourcesUnder } from "../load-repository.ts";
it("x", () => {
  const t=performance.now(); const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples/sde-tavor")], { gate: false }); console.log("load", performance.now()-t);
  const s = sourcesUnder("examples/sde-tavor/manifests").map(source=>({source, loaded: loadDocument(source,{gate:true,kind:"Manifest"})}));
  for (const f of evaluate(bundle, s, {asOf:"2026-11-23",language:"en"}).findings) console.log(f.rule,f.clause,f.effect,f.state,f.outcome,f.subject,"|",f.message,"|",f.path.join(" ; "),"|",f.alternatives.join(","),"|",f.fix&&f.fix.text, JSON.stringify(f.upcoming), f.location.line, f.fingerprint);
});
