import { expect, test } from "vitest";
import { matchPaidBack } from "../../src/domain/local/paid-back.ts";
import { guessPayslip, isNamedElse, readPaidBack } from "../../src/domain/local/payslip-reading.ts";
import { guessTerms } from "../../src/domain/local/payslip-terms.ts";

test("a payslip's month, net, gross and day of payment are read where they are said once", () => {
  const lines = [
    ["BULLETIN DE PAIE", "Période du 01/11/2026 au 30/11/2026"],
    ["Entrée le 01/03/2024", "Jeanne MARTIN"],
    ["Salaire brut", "4 500,00"],
    ["Montant net social", "3 512,20"],
    ["Net à payer avant impôt sur le revenu", "3 480,10"],
    ["Net payé", "3 120,45"],
    ["Date de paiement", "05/12/2026"],
  ];

  expect(guessPayslip("scan.pdf", lines)).toEqual({
    month: "2026-11",
    netPaidCents: 312_045,
    grossCents: 450_000,
    transferDate: "2026-12-05",
  });
});

test.each([
  ["bulletin-2026-11.pdf", "2026-11"],
  ["BS_202611_MARTIN.pdf", "2026-11"],
  ["Bulletin novembre 2026.pdf", "2026-11"],
  ["paie_11-2026.pdf", "2026-11"],
  ["Février2026.pdf", "2026-02"],
  ["août_2026.pdf", "2026-08"],
  ["2026-11-30 bulletin.pdf", "2026-11"],
  ["bulletin.pdf", null],
  ["2026-10 et 2026-11.pdf", null],
  ["20261345.pdf", null],
])("the name %s says the month %s", (name, month) => {
  expect(guessPayslip(name, []).month).toBe(month);
});

test("what has two readings is no reading", () => {
  const lines = [["Période de novembre 2026"], ["Net payé", "3 120,45"], ["Net payé (cumul)", "31 204,50"]];

  expect(guessPayslip("bulletin-2026-10.pdf", lines)).toMatchObject({ month: null, netPaidCents: null });
});

test("pages that name nobody of a name are somebody else's", () => {
  expect(isNamedElse("Jeanne Martin", [["M. Karim BENALI"]])).toBe(true);
  expect(isNamedElse("Jeanne Martin", [["MARTIN JEANNE"]])).toBe(false);
  expect(isNamedElse("Jeanne Martin", [])).toBe(false);
  expect(isNamedElse("", [["M. Karim BENALI"]])).toBe(false);
});

test("the company, the contract, the fee and the tax rate are read where they are said once", () => {
  const lines = [
    ["BULLETIN DE PAIE", "Portage du Sud SAS"],
    ["Salarié porté en CDI depuis le 04/03/2024", "Convention collective : Portage salarial (IDCC 3219)"],
    ["Classification : consultante senior, statut cadre"],
    ["Frais de gestion", "7,5 %", "412,50"],
    ["Impôt sur le revenu prélevé à la source", "3 480,10", "8,4 %", "292,33"],
    ["Date de paiement", "05/12/2026"],
  ];

  expect(guessTerms(lines)).toEqual({
    ...{ company: "Portage du Sud SAS", contract: "cdi", category: "cadre", level: "senior", since: "2024-03-04" },
    ...{ fee: 75_000, taxRate: 84_000, payDay: 5 },
  });
  expect(guessTerms([["Employeur : Ma Boîte"], ["Statut : Non-cadre"], ["Nature du contrat : CDD ou CDI"]])).toEqual({
    ...{ company: "Ma Boîte", category: "non-cadre" },
  });
  expect(guessTerms([])).toEqual({});
});

const dossier = (month: string, number: number, owedCents: number) => ({ month, number, owedCents });
const NOVEMBER = dossier("2026-11", 1, 18_420);

test("expenses that are paid back are known by a line that names them and has just their amount", () => {
  const read = (...texts: string[]) => readPaidBack(texts.map((text) => [text]));
  const paid = read("Frais professionnels remboursés 184,20", "Frais de gestion 500,00", "Net payé 3 120,45");
  expect(paid.named).toEqual([18_420]);
  expect(matchPaidBack([NOVEMBER], "2026-11", paid, true)).toEqual({ paid: [NOVEMBER], likely: [] });
  expect(matchPaidBack([NOVEMBER], "2026-11", paid, false)).toEqual({ paid: [], likely: [NOVEMBER] });
  expect(matchPaidBack([NOVEMBER], "2026-10", paid, true)).toEqual({ paid: [], likely: [] });

  const split = read("Remboursement de frais train 150,00", "Indemnités kilométriques 34,20");
  expect(matchPaidBack([NOVEMBER], "2026-12", split, true).paid).toEqual([NOVEMBER]);
  const both = [dossier("2026-11", 1, 15_000), dossier("2026-11", 2, 3_420)];
  expect(matchPaidBack(both, "2026-12", paid, true).paid).toEqual(both);
});

test("what fits two of them, or stands somewhere unnamed, is only likely; an amount that is another's is nothing", () => {
  const twice = [NOVEMBER, dossier("2026-10", 1, 18_420)];
  const named = readPaidBack([["Notes de frais 184,20"]]);
  expect(matchPaidBack(twice, "2026-12", named, true)).toEqual({ paid: [], likely: twice });
  const unnamed = readPaidBack([["Divers 184,20"]]);
  expect(matchPaidBack([NOVEMBER], "2026-11", unnamed, true)).toEqual({ paid: [], likely: [NOVEMBER] });
  expect(matchPaidBack([NOVEMBER], "2026-11", readPaidBack([["Notes de frais 184,21"]]), true)).toEqual({
    ...{ paid: [], likely: [] },
  });
  expect(matchPaidBack([dossier("2026-11", 1, 0)], "2026-11", named, true)).toEqual({ paid: [], likely: [] });
});
