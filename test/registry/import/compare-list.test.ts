import { describe, expect, it } from "vitest";
import { propose, SAME, smallRegistry } from "./small-list.ts";

/** The file that says what the registry says, with one of its lines exchanged. */
const edited = (from: string, to: string) => SAME.replace(from, to);

describe("a file that says what the registry says", () => {
  it("proposes nothing", () => {
    const { same, rows, ...rest } = propose(SAME);
    expect([same, rows]).toEqual([4, 4]);
    const found = Object.values(rest).filter((value) => Array.isArray(value) && value.length > 0);
    expect(found).toEqual([]);
  });
});

describe("a new entry", () => {
  it("is of a known entity where the name is exactly one of its names", () => {
    const { added } = propose(`${SAME}EPSILON VIDEO,2026-10-01,\n`);
    expect(added).toEqual([
      {
        line: 6,
        name: "EPSILON VIDEO",
        entity: undefined,
        listing: {
          list: "us-small",
          entity: "vendor:epsilon",
          from: "2026-10-01",
          to: null,
          source: "gazette",
        },
      },
    ]);
  });

  it("is of a new entity where nobody goes by the name", () => {
    const { added } = propose(`${SAME}"Zeta Sensing (Haifa) Co., Ltd.",2026-10-01,\n`);
    expect(added.map(({ entity }) => entity)).toEqual([
      {
        id: "vendor:zeta-sensing-haifa",
        legal_name: "Zeta Sensing (Haifa) Co., Ltd.",
        jurisdiction: null,
        sources: ["gazette"],
      },
    ]);
  });

  it("gets an id of its own where the name makes one that is taken", () => {
    const { added } = propose(`${SAME}Alpha Inc of Haifa,,\n`, {
      document: smallRegistry("id: vendor:epsilon,", "id: vendor:alpha-inc-of-haifa,"),
    });
    expect(added.map(({ listing }) => listing.entity)).toEqual(["vendor:alpha-inc-of-haifa-2"]);
  });

  it("begins with the edition where the file has no date for it, unless it has ended", () => {
    const { added } = propose(`${SAME}Epsilon Video,,\nZeta,,2019-01-01\nEta Ltd,2018,\n`, {
      edition: "2026-10-01",
    });
    expect(added.map(({ listing }) => listing.from)).toEqual(["2026-10-01", null, "2018"]);
  });

  it("has the scope its words say, unverified where they had to be interpreted", () => {
    const { added } = propose(
      "name,scope\nEpsilon Video,video surveillance; public safety\nZeta,telecommunications equipment of any kind\n",
      { additions: true },
    );
    expect(
      added.map(({ listing: { scope, use_scope, verified, note } }) => [scope, use_scope, verified, note]),
    ).toEqual([
      [["video_surveillance"], ["public_safety"], undefined, undefined],
      [["telecom"], undefined, false, "Scope read from the words: telecommunications equipment of any kind"],
    ]);
  });

  it("is undecided where nothing is found in the words of its scope: without one it would reach everything", () => {
    const { added, undecided } = propose("name,scope\nEpsilon Video,as above\n", { additions: true });
    expect(added).toEqual([]);
    expect(undecided.map(({ reason }) => reason)).toEqual([
      "its scope is in words this does not read: `as above`",
    ]);
  });

  it("of an entity nobody knows is passed over where the registry holds the list in part", () => {
    const document = smallRegistry("coverage: complete", "coverage: partial");
    const { added, passedOver } = propose(`${SAME}Epsilon Video,,\nZeta,,\n`, { document });
    expect(added.map(({ listing }) => listing.entity)).toEqual(["vendor:epsilon"]);
    expect(passedOver).toEqual([{ line: 7, name: "Zeta" }]);
  });
});

describe("a name is for a person to decide", () => {
  it.for([
    ["a slip of the pen away from a known one", "Alpha Optix Co., Ltd.", ["vendor:alpha"]],
    ["spelled with the letters of another script", "Alphа Optics", ["vendor:alpha"]],
    ["with a place in brackets, which may be another company", "Alpha Optics (Haifa) Ltd", ["vendor:alpha"]],
    ["with a known name in brackets", "Eta Holdings (Alpha Optics)", ["vendor:alpha"]],
  ] as const)("%s", ([, name, near]) => {
    const { added, undecided, ended } = propose(edited('"Alpha Optics Co., Ltd."', `"${name}"`));
    expect(added).toEqual([]);
    expect(undecided.map((one) => one.near)).toEqual([near]);
    // Whom it may mean has not ended.
    expect(ended).toEqual([]);
  });

  it.for(["Beta Signals Corporation (BSC)", "Delta Robotics Ltd (DR)"])(
    "not where its initials follow: %s",
    (name) => {
      const { undecided, same } = propose(edited(name.replace(/ \(.*/, ""), name));
      expect([undecided.length, same]).toEqual([0, 4]);
    },
  );

  it("where two rows name one entity with other days", () => {
    const { undecided } = propose(`${SAME}BSC,2023-01-01,\n`);
    expect(undecided.map(({ reason }) => reason)).toEqual([
      "line 3 names the same entity as `Beta Signals Corporation`, with other days",
    ]);
  });

  it("not where two rows name one entity and agree", () => {
    expect(propose(`${SAME}BSC,2022-05,\n`).same).toBe(5);
  });
});

describe("a changed entry", () => {
  it.for([
    ["an end", edited("2021-03-12,", "2021-03-12,2026-09-30"), "vendor:alpha", { to: "2026-09-30" }],
    ["another first day", edited("2021-03-12", "2021-03-13"), "vendor:alpha", { from: "2021-03-13" }],
    [
      "a day within the month on record",
      edited("2022-05", "2022-05-09"),
      "vendor:beta",
      { from: "2022-05-09" },
    ],
    [
      "a first day where none was on record",
      edited("Ltd,,", "Ltd,2024-02-02,"),
      "vendor:delta",
      { from: "2024-02-02" },
    ],
    ["no end where one was on record", edited("2023-06-30", ""), "vendor:gamma", { to: null }],
  ] as const)("has %s", ([, csv, entity, set]) => {
    expect(propose(csv).changed.map((one) => [one.entity, one.set])).toEqual([[entity, set]]);
  });

  it("has another scope where the file writes the registry's words", () => {
    const { changed } = propose("name,scope\nAlpha Optics,telecom; router\n", { additions: true });
    expect(changed.map(({ set }) => set)).toEqual([{ scope: ["telecom", "router"] }]);
  });

  it("is undecided where another scope is only read out of phrases", () => {
    const { changed, undecided } = propose("name,scope\nAlpha Optics,drones\n", { additions: true });
    expect([changed.length, undecided.length]).toEqual([0, 1]);
  });

  it("is the same where the file is only less exact", () => {
    expect(propose(edited("2021-03-12", "2021-03")).same).toBe(4);
  });

  it("is a second listing where it begins after the first has ended", () => {
    const { added, changed } = propose(`${SAME}Gamma Networks,2024-01-01,\n`);
    expect([added.map(({ listing }) => [listing.entity, listing.from]), changed]).toEqual([
      [["vendor:gamma", "2024-01-01"]],
      [],
    ]);
  });

  it("is undecided where the registry has it as ended and the file has no column for ends", () => {
    const { undecided } = propose("name\nAlpha Optics\nBeta Signals\nGamma Networks\nDelta Robotics\n");
    expect(undecided.map(({ name, reason }) => [name, reason])).toEqual([
      ["Gamma Networks", "the registry has it as ended on 2023-06-30"],
    ]);
  });
});

describe("an entry that is not in the file", () => {
  const csv = edited("Delta Robotics Ltd,,\n", "");

  it("has ended: on the day of the edition, else on the day of reading, the latest it can be", () => {
    expect(propose(csv, { edition: "2026-10-01" }).ended.map(({ entity, set }) => [entity, set])).toEqual([
      ["vendor:delta", { to: "2026-10-01" }],
    ]);
    expect(propose(csv).ended.map(({ set }) => set)).toEqual([{ to: "2026-11-23" }]);
  });

  it("has not ended where the file names additions only", () => {
    expect(propose(csv, { additions: true }).ended).toEqual([]);
  });

  it("has not ended in an edition that came before it", () => {
    expect(propose("name\nDelta Robotics\n", { edition: "2021-03-12" }).ended).toEqual([]);
  });
});

describe("another name", () => {
  it("is found by the number of the company", () => {
    const file = "name,from,to,lei\nNew Beta Group,2022-05,,529900T8BM49AURSDO55\n";
    const { renamed, same } = propose(file, { additions: true });
    expect(renamed.map(({ name, entity, by }) => [name, entity, by])).toEqual([
      ["New Beta Group", "vendor:beta", "identifier"],
    ]);
    expect(same).toBe(1);
  });

  it("is found by an alias the file gives", () => {
    const { renamed } = propose("name,aka\nNew Beta Group,Beta Signals\n", { additions: true });
    expect(renamed.map(({ entity, by, place }) => [entity, by, place.line])).toEqual([
      ["vendor:beta", "alias", 7],
    ]);
  });

  it("is undecided where name and number disagree", () => {
    const { undecided } = propose("name,lei\nAlpha Optics,529900T8BM49AURSDO55\n", { additions: true });
    expect(undecided.map(({ near }) => near)).toEqual([["vendor:beta", "vendor:alpha"]]);
  });
});

describe("sources that disagree", () => {
  it("get a conflict flag, and neither is believed", () => {
    const { changed, conflicts } = propose(edited("2021-03-12", "2020-06-30"), { source: "other" });
    expect(changed).toEqual([]);
    expect(conflicts.map(({ listing }) => listing?.set)).toEqual([
      {
        conflict: {
          text: "first day 2021-03-12 in the registry, 2020-06-30 in the file (gazette and other)",
          sources: ["gazette", "other"],
        },
      },
    ]);
  });

  it("are no conflict where one only knows more", () => {
    const { changed, conflicts } = propose(edited("2022-05", "2022-05-09"), { source: "other" });
    expect([changed.length, conflicts.length]).toEqual([1, 0]);
  });

  it("are not said twice", () => {
    const document = smallRegistry(
      "scope: [telecom], source: gazette",
      "scope: [telecom], source: gazette, conflict: { text: the first day, sources: [gazette, other] }",
    );
    const { conflicts, recorded, same } = propose(edited("2021-03-12", "2020-06-30"), {
      source: "other",
      document,
    });
    expect([conflicts.length, recorded.map(({ text }) => text), same]).toEqual([0, ["the first day"], 4]);
  });

  it("about whose name an alias is get a conflict flag too", () => {
    const { conflicts } = propose("name,aka\nAlpha Optics,Beta Signals\n", { additions: true });
    expect(conflicts.map(({ entity, text }) => [entity, text])).toEqual([
      [
        "vendor:alpha",
        "gazette gives `Beta Signals` as another name of `Alpha Optics`; the registry has it as BSC",
      ],
    ]);
  });
});

describe("a category", () => {
  it("names nobody: it is shown apart and becomes no listing", () => {
    const { added, undecided, ended, categories } = propose(
      `${SAME}routers produced in a foreign country,2026-03-23,\n`,
    );
    expect([added, undecided, ended]).toEqual([[], [], []]);
    expect(categories).toEqual([
      {
        line: 6,
        text: "routers produced in a foreign country",
        from: "2026-03-23",
        products: ["router"],
        held: undefined,
      },
    ]);
  });

  it("is shown beside the one on record for the same day and products, whatever its words", () => {
    const held =
      "  - { list: us-small, category: routers made abroad, from: 2026-03-23, to: null, scope: [router], source: gazette }\n";
    const document = smallRegistry("# What the list is.", `${held}# What the list is.`);
    const { categories } = propose(`${SAME}routers produced in a foreign country,2026-03-23,\n`, {
      document,
    });
    expect(categories.map((one) => one.held)).toEqual(["routers made abroad"]);
  });
});

describe("a file is doubted", () => {
  const doubts = (csv: string, options: Parameters<typeof propose>[1] = {}) =>
    propose(csv, options).doubts.map(({ message }) => message);

  it.for([
    [
      "where most entries are not in it",
      "name,from,to\nGamma Networks,2020-01-01,2023-06-30\n",
      {},
      "3 entries the registry holds are not in the file, and 1 are",
    ],
    [
      "where it was read before the list was read last",
      SAME,
      { retrievedOn: "2026-05-31" },
      "the file was read on 2026-05-31; the registry has the list as of 2026-06-01",
    ],
    [
      "where its edition is not the newest",
      SAME,
      {
        edition: "2025-01-01",
        document: smallRegistry(
          "coverage: complete",
          "coverage: complete\n    editions: [{ date: 2026-01-01, rows: 4, source: gazette }]",
        ),
      },
      "the edition of 2025-01-01 is older than that of 2026-01-01, which the registry has",
    ],
    [
      "where the registry holds none of the list",
      SAME,
      { document: smallRegistry("coverage: complete", 'coverage: "none"') },
      "the registry holds nothing of `us-small`: its coverage is `none`",
    ],
    [
      "where what has ended may stand in it under a name nobody goes by",
      SAME.replace("Delta Robotics Ltd", "Robots of the Delta"),
      { document: smallRegistry("coverage: complete", "coverage: partial") },
      "what is not in the file may be among the names nobody goes by: 1 against 1",
    ],
  ] as const)("%s", ([, csv, options, message]) => {
    expect(doubts(csv, options)).toEqual([message]);
  });

  it("nowhere, where it is the newest and whole", () => {
    expect(doubts(SAME)).toEqual([]);
  });
});
