import { expect, it } from "vitest";
import { freeIds } from "../../../src/registry/import/free-ids.ts";

it("numbers what would be the same, and asks about each number once more at most", () => {
  const made = new Set(["vendor:zeta"]);
  let asked = 0;
  const freeId = freeIds((id) => {
    asked += 1;
    return made.has(id);
  });
  for (let entry = 0; entry < 1000; entry++) made.add(freeId("vendor:zeta"));
  expect([...made].slice(0, 3)).toEqual(["vendor:zeta", "vendor:zeta-2", "vendor:zeta-3"]);
  expect(made.size).toBe(1001);
  expect(asked).toBeLessThanOrEqual(2000);
});

it("gives one that was not taken again", () => {
  const freeId = freeIds((id) => id === "vendor:zeta");
  expect([freeId("vendor:zeta"), freeId("vendor:zeta")]).toEqual(["vendor:zeta-2", "vendor:zeta-2"]);
});
