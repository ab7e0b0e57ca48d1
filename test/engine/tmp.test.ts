import { it } from "vitest";
import { readdirSync, readFileSync } from "node:fs";
import { dump, load } from "js-yaml";
import { judge } from "./judging.ts";
import { example } from "../facts/facts-of.ts";
import { pathsIn, without } from "../facts/deleting.ts";
import { judgeManifest } from "../../src/engine/judge-manifest.ts";
import { buildFacts } from "../../src/facts/build-facts.ts";
import { layOver, pageExamples } from "../../src/engine/page-examples.ts";
import { AS_OF, manifestFrom, shippedBundle } from "../load-repository.ts";
const { bundle } = shippedBundle();
function blanked(m, path) { const set=(v,[k,...r])=> Array.isArray(v)? v.map((x,i)=>i===k?(r.length?set(x,r):null):x) : Object.fromEntries(Object.entries(v).map(([n,x])=>n===k?[n,r.length?set(x,r):null]:[n,x])); return {...m, value:set(m.value,path)}; }
const at=(v,p)=>p.reduce((x,k)=>x[k],v);
function one(m, id, asOf){ const rules=bundle.rulesOn(asOf); const facts=buildFacts(m,{registry:bundle.registry,asOf,tier:rules.tier}); const r=judgeManifest(m,facts,{...rules,rules:id?rules.rules.filter(r=>r.id===id):rules.rules}); return new Map(r.outcomes.map(o=>[o.rule+" "+o.subject,o.outcome])); }
it("x", () => {
  const cases=[];
  for (const d of readdirSync("examples",{withFileTypes:true})) if (d.isDirectory()) for (const f of readdirSync(`examples/${d.name}/manifests`)) cases.push([f, example(`${d.name}/manifests/${f}`), undefined, AS_OF]);
  const complete = load(readFileSync("policies/example.yaml","utf8"));
  for (const d of readdirSync("policies",{withFileTypes:true})) if (d.isDirectory()) { let t; try { t=readFileSync(`policies/${d.name}/README.md`,"utf8") } catch { continue }
    for (const e of pageExamples(t)) if (e.expected!=="passes") { const l=manifestFrom(dump(layOver(complete, load(e.yaml)),{noRefs:true})); cases.push([`${d.name}:${e.line}`, l.document, e.rule, e.asOf??AS_OF]); } }
  console.log(cases.length);
  let n=0;
  for (const [name,m,id,asOf] of cases) {
    const before=one(m,id,asOf);
    for (const p of pathsIn(m)) { const v=at(m.value,p); if (v===null||typeof v==="object") continue;
      if (/^(apiVersion|kind|metadata\/(id|title|municipality|status))/.test(p.join("/"))) continue;
      n++;
      const after=one(blanked(m,p),id,asOf);
      for (const [k,o] of before) if (o==="fail"||o==="unknown") { const a=after.get(k); const rule=k.split(" ")[0];
        if (a==="pass"||a==="not-applicable"||a===undefined) { const others=[...after].filter(([kk,oo])=>kk.startsWith(rule+" ")&&(oo==="fail"||oo==="unknown")&&!before.has(kk)).map(x=>x.join("="));
          console.log(name,p.join("/"),"|",k,o,"->",a,"new:",others.join(",")); } }
    }
  }
  console.log(n);
});
