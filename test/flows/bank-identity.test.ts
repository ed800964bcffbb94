import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { AlikePayments } from "../../src/domain/bank-identity.ts";
import { readStatement } from "../parts/bank.ts";

describe("a line's identity", () => {
  const sourcesOf = async (text: readonly string[]) =>
    (await readStatement(text)).payments.map((line) => line.source()).sort();
  const header =
    "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance";
  const line = (
    day: string,
    label: string,
    amount: string,
    { category = "Voyages", comment = "", balance = "1000" } = {},
  ) =>
    `2026-11-${day};2026-11-${day};"${label}";"${category}";"Loisirs";"x";${amount};${comment};000;"Compte";${balance}`;
  const one = [
    header,
    line("03", "CARTE 02/11 HOTEL DU LAC", "-64,50"),
    line("03", "CAFE", "-2,10"),
    line("03", "CAFE", "-2,10"),
  ];

  test.each<[string, readonly string[]]>([
    ["another balance", one.map((text) => text.replace(/;1000$/, ";870.25"))],
    ["another category", one.map((text) => text.replace("Voyages", "Hôtels"))],
    ["a comment", one.map((text) => text.replace(/;;000/, ";vu avec Paul;000"))],
    [
      "other spaces and quotes",
      one.map((text) => text.replace('"CARTE 02/11 HOTEL DU LAC"', " CARTE  02/11 HOTEL DU LAC ")),
    ],
    ["its lines the other way round", [header, ...one.slice(1).toReversed()]],
    [
      "another line between those that are alike",
      [header, one[2] ?? "", line("04", "AUTRE", "3,00"), one[3] ?? "", one[1] ?? ""],
    ],
    ["its lines twice, each time under the header", [...one, ...one]],
    [
      "other columns, in another order",
      [
        "Montant;Devise;Solde;Libellé;Date de valeur;Date",
        "-64,50;EUR;1;CARTE 02/11 HOTEL DU LAC;05/11/2026;03/11/2026",
        "-2,10;EUR;2;CAFE;05/11/2026;03/11/26",
        "-2,10;EUR;3;CAFE;05/11/2026;2026-11-03",
      ],
    ],
    [
      "debits and credits for amounts",
      [
        "Date;Libellé;Débit;Crédit",
        "03/11/2026;Carte 02/11 Hôtel du Lac;64,50;0,00",
        "03/11/2026;Café;2,10;",
        "03/11/2026;Café;2,10;",
      ],
    ],
  ])("is the same with %s", async (_name, other) => {
    expect(await sourcesOf(other)).toEqual(await sourcesOf(one));
    expect(new Set(await sourcesOf(one)).size).toBe(3);
  });

  test("is another for another day, amount or word, and for the next of two that are alike", async () => {
    const [known = ""] = await sourcesOf([header, line("03", "HOTEL", "-64,50")]);
    for (const text of [line("04", "HOTEL", "-64,50"), line("03", "HOTEL", "-64,51"), line("03", "HOTELS", "-64,50")])
      expect(await sourcesOf([header, text])).not.toContain(known);
    expect(await sourcesOf([header, line("03", "HOTEL", "-64,50"), line("03", "HOTEL", "-64,50")])).toHaveLength(2);
  });

  test("counts a payment once whose number at the bank comes twice", async () => {
    const lines = [
      "Status,Operation date (UTC),Total amount (incl. VAT),Currency,Counterparty name,Transaction ID",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-1",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-2",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-1",
    ];
    expect(await sourcesOf(lines)).toHaveLength(2);
  });

  test("holds whatever a statement is made of, shuffled, doubled or split in files that overlap", async () => {
    const random = seeded(Number(process.env.PORTE_BANK_SEED ?? 7));
    for (let round = 0; round < Number(process.env.PORTE_BANK_ROUNDS ?? 12); round += 1) {
      const lines = Array.from({ length: 30 }, () => {
        const day = String(1 + Math.floor(random() * 9)).padStart(2, "0");
        const balance = String(Math.floor(random() * 9_999));
        return line(day, `CAFE ${Math.floor(random() * 3)}`, `-${1 + Math.floor(random() * 2)},50`, { balance });
      }).sort();
      const whole = await sourcesOf([header, ...lines]);
      const shuffled = lines.map((text) => [random(), text] as const).sort(([a], [b]) => a - b);
      expect(await sourcesOf([header, ...shuffled.map(([, text]) => text)])).toEqual(whole);
      expect(await sourcesOf([header, ...lines, header, ...lines.toReversed()])).toEqual(whole);
      const [from, to] = ["2026-11-03", "2026-11-07"];
      const first = await sourcesOf([header, ...lines.filter((text) => text.slice(0, 10) <= to)]);
      const second = await sourcesOf([header, ...lines.filter((text) => text.slice(0, 10) >= from)]);
      expect([...new Set([...first, ...second])].sort()).toEqual(whole);
    }
  });

  test("is known as an earlier porte named it: by all of its cells", async () => {
    const row = "2026-11-03;2026-11-03;HOTEL;Voyages;Loisirs;x;-64,50;;000;Compte;1000".split(";");
    const [payment] = (await readStatement([header, line("03", "HOTEL", "-64,50")])).payments;
    const named = createHash("sha256")
      .update(`bank 1 ${["2026-11-03", ...row.slice(1)].join("\u001f")}`)
      .digest("hex");
    expect(payment?.before()).toMatchObject({
      sources: [named],
      place: 1,
      paid: { amountCents: 6450, label: "HOTEL" },
    });
  });
});

test("payments that are alike are counted among thousands of others", () => {
  const alike = new AlikePayments();
  const words = Array.from({ length: 5_000 }, (_one, index) => `2026-11-03 ${index} CARTE`);
  const places = () => new Set(words.map((one) => alike.placeOf(one, "")));
  expect([places(), places()]).toEqual([new Set([1]), new Set([2])]);
  alike.nextPart();
  expect([places(), places(), places()]).toEqual([new Set([null]), new Set([null]), new Set([3])]);
});

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
