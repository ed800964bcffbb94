import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { companyLeaves, leaves } from "../parts/command-line.ts";
import { DESCRIBED, type Schema } from "../parts/described.ts";

const FOLDER = new URL("../../src/contract/", import.meta.url);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that others than the contract have made: media types. */
const OF_OTHERS = ["expenses.yaml/schemas/Receipt/properties/mediaType"];

/** Each list of words in a part of the contract, with where it stands. */
function enumsIn(part: unknown, place: string): [place: string, words: readonly unknown[]][] {
  if (typeof part !== "object" || part === null) return [];
  const own = "enum" in part && Array.isArray(part.enum) ? [[place, part.enum] as [string, readonly unknown[]]] : [];
  return [...own, ...Object.entries(part).flatMap(([name, value]) => enumsIn(value, `${place}/${name}`))];
}

/** Which text of which request each option is, where both have other names. */
const SENT: readonly (readonly [command: string, operation: string, texts: Readonly<Record<string, string>>])[] = [
  ["missions add", "proposeMission", { ...clientTexts("client."), title: "", purchaseOrder: "", place: "" }],
  ["missions add", "proposeMission", { client: "client.name", skills: "", equipment: "" }],
  ["missions amend", "proposeAmendment", { purchaseOrder: "" }],
  ["staff missions add", "addMission", { client: "", title: "" }],
  ["staff missions refuse", "decideProposal", { reason: "" }],
  ["staff contracts add", "addContract", { job: "", position: "" }],
  ["staff contracts set", "recordPayslipMentions", { job: "", position: "" }],
  ["staff contracts draw", "drawContracts", { skills: "", place: "", equipment: "" }],
  ["staff contracts send", "sendContract", { clientName: "" }],
  ["staff contracts terms", "recordContractTerms", { insurer: "", policy: "policyNumber" }],
  [
    "staff contracts terms",
    "recordContractTerms",
    { pensionFund: "pensionFund.name", pensionAddress: "pensionFund.address" },
  ],
  ["staff clients set", "recordClient", clientTexts("")],
  ["staff people add", "addPerson", { name: "" }],
  ["staff tokens add", "addToken", { name: "" }],
  ["staff reports reject", "decideReport", { reason: "" }],
  ["staff expenses reject", "decideExpense", { reason: "" }],
  ["staff expenses question", "questionExpense", { text: "question" }],
  ["staff payments reverse", "reversePayment", { reason: "" }],
  ["staff payments record", "recordPayment", { reason: "forceReason" }],
  ["staff payroll reverse", "reversePayslip", { reason: "" }],
  ["staff invoices cancel", "cancelInvoice", { reason: "" }],
];

function clientTexts(under: string): Record<string, string> {
  const names = ["address", "routingCode", "chorusService", "chorusEngagement", "contactName"];
  return Object.fromEntries(names.map((name) => [name, `${under}${name}`]));
}

test("an option takes as long a text as the contract does, and none that is longer", async () => {
  const all = [...(await leaves()), ...companyLeaves().map((leaf) => ({ ...leaf, path: `staff ${leaf.path}` }))];
  for (const [command, operation, texts] of SENT) {
    const inputs = all.find(({ path }) => path === command)?.spec.inputs ?? {};
    const body = DESCRIBED.find(({ id }) => id === operation)?.body?.schema;
    for (const [name, at] of Object.entries(texts)) {
      const steps = (at === "" ? name : at).split(".");
      const schema = steps.reduce<Schema | undefined>((found, step) => found?.properties?.[step], body);
      const most = (schema as { maxLength?: number } | undefined)?.maxLength as number;
      const read = (length: number) => inputs[name]?.read?.one("é".repeat(length), () => "2026-11-25");
      expect([command, name, read(most)]).toEqual([command, name, "é".repeat(most)]);
      expect(() => read(most + 1), `${command} ${name}`).toThrow(expect.objectContaining({ code: "usage.long_text" }));
    }
  }
});

test("every word that the contract lists is in kebab case", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  const lists = files.flatMap((name) => enumsIn(parse(readFileSync(new URL(name, FOLDER), "utf8")), name));

  expect(lists.length).toBeGreaterThan(20);
  expect(OF_OTHERS.filter((place) => !lists.some(([found]) => found === place))).toEqual([]);
  const words = lists
    .filter(([place]) => !OF_OTHERS.includes(place))
    .flatMap(([place, found]) => found.map((word) => [place, word]));
  expect(words.filter(([, word]) => typeof word === "string" && !KEBAB.test(word))).toEqual([]);
});
