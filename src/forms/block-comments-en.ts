/** What each block of a form is about, in English. */
export const EN = {
  manifest: [
    "Fill in what you know, then run `bylaw check` on this file: it names what is missing and why it is asked.",
    "A blank is unknown, and unknown never passes. Where there is none, write none; for an empty list, write [].",
    "Name roles, not private persons: this file is public.",
  ],
  sensor: [
    "This form is for sensors that see no people. The answers already given say so; where one is not true, change it.",
  ],
  cameras: [
    "This form is for cameras that watch a place. The answers already given are common to them; where one is not true, change it.",
  ],
  signals: [
    "This form is for traffic signals. The answers already given are common to them; where one is not true, change it.",
  ],
  metadata: ["Which system this is, whose, how far along, and who answers for it."],
  "metadata.milestones": ["Dates that have passed. For what has not happened yet, write none."],
  "metadata.changes": ["Changes of substance since deployment."],
  objective: ["What the system is for, and how anyone will see that it worked."],
  "objective.opportunities": [
    "What it can bring, and below what can go wrong: one of each for the short term and the long.",
  ],
  system: [
    "What the system is and what it is linked to. The risk tier is computed from here and from `data`.",
  ],
  "system.functions": ["What the equipment can do (present) and does (enabled). State what is off, too."],
  "system.sites": [
    "Every place with devices. A school, clinic, polling station, emergency or security site weighs more.",
  ],
  "system.interfaces": [
    "One entry for each link to another system or to a body outside, such as a live view for the police.",
  ],
  supply_chain: ["Who sells, makes, runs and pays for it."],
  "supply_chain.gift": [
    "A gift or a deep discount is looked at like a purchase, and at what it costs to run.",
  ],
  "supply_chain.exit": ["What it takes to change the supplier."],
  "supply_chain.parties": [
    "One entry for each role. Write the name as it stands on the offer; `bylaw vendor NAME` shows the id, if there is one.",
    "Where nobody has a role, write none as the name.",
  ],
  "supply_chain.parties[].holdings": ["Who holds a share of the company."],
  "supply_chain.devices": [
    "One entry for each model. Copy model, brand and addresses from the label of a device.",
  ],
  "supply_chain.devices[].network": ["How the devices are connected. Ask whoever runs the network."],
  "supply_chain.foreign_finance": ["Money, loans or guarantees from abroad."],
  "supply_chain.carriers": ["Whose network carries the data."],
  "supply_chain.mobile_apps": ["Apps that residents or staff need for the system."],
  "supply_chain.international_links": ["Cables and lines abroad that the system depends on."],
  "supply_chain.path": [
    "The way from the device to where data is stored: one hop for each piece of equipment.",
  ],
  data: ["What data there is, on what legal ground, where it lies, how long, and who sees it."],
  "data.secondary_uses": ["Any use beyond the purposes above."],
  "data.transfers": ["Data that leaves the country, remote access from abroad included."],
  "data.retention": ["How long each kind of data is kept, and whether it then deletes itself."],
  "data.access": [
    "One entry for each role that can see or export data, the supplier's technicians included.",
  ],
  assessments: ["What was assessed and tested, and when. For what was not done, write none as the date."],
  "assessments.risks": [
    "Likelihood and impact from 1 (low) to 5 (high) for each domain, and what lowers the risk.",
  ],
  transparency: ["What residents are told: signs, a public page, reports."],
  foreign_relations: [
    "Arrangements of the municipality with foreign bodies that touch the system; each has its own file.",
  ],
  operation: ["Security incidents since it began to run."],
  arrangement: [
    "Fill in what you know, then run `bylaw validate`. A blank is unknown; where there is none, write none, and for an empty list [].",
    "Put this file under arrangements/ and submit it before anything is signed.",
  ],
  "arrangements[].municipality": ["The municipality that enters into it."],
  "arrangements[].partner": ["The foreign body: a city, university, company, alliance or state body."],
  "arrangements[].tags": [
    "What it is about. Technology, data, standards, security, research and scoring call for a closer look.",
  ],
  "arrangements[].signed_on": [
    "Write none until it is signed; tell the ministry of the intention first, and again of the signature.",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
