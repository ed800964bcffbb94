import { expect, test } from "vitest";
import { guessPayslip, isNamedElse } from "../../src/domain/local/payslip-reading.ts";

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
