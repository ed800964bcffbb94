import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/server/pages/payslip/layout.ts";
import { modelOf } from "../../src/server/pages/payslip/model.ts";
import type { Row } from "../../src/server/pages/payslip/rows.ts";
import { withMentions } from "../../src/server/payslips/mentions.ts";
import { EMPLOYER, SLIPS, slipOf } from "../parts/payslips.ts";

const MODELS = ["2023", "2027"] as const;
const labels = (rows: readonly Row[]) => rows.map(({ label }) => label);
const rowNamed = (rows: readonly Row[], label: string) => rows.find((row) => row.label === label);
/** What the rows of lines come to; totals and exemptions are left out. */
const sumOf = (rows: readonly Row[], cell: "employee" | "employer") =>
  rows
    .filter(({ style, label }) => (style === "line" || style === "group") && !label.startsWith("Exonérations"))
    .reduce((sum, row) => sum + (row[cell] ?? 0), 0);

test.each([
  ["2026-11", undefined, "2023"],
  ["2026-12", undefined, "2023"],
  ["2027-01", undefined, "2027"],
  ["2026-11", "2027", "2027"],
] as const)("the payslip of %s follows, asked %s, the model of %s", (month, asked, model) => {
  expect(modelOf(month, asked)).toBe(model);
});

describe.each(MODELS)("in the model of %s", (model) => {
  test.each(SLIPS)("every line of %s has its place, once", (name) => {
    const slip = slipOf(name);
    const { contributions } = layOut(slip, EMPLOYER, model);

    expect(sumOf(contributions, "employee")).toBe(slip.employeeCents);
    expect(sumOf(contributions, "employer")).toBe(slip.employerCents + slip.generalReductionCents);
    expect(rowNamed(contributions, "Total des cotisations et contributions")).toMatchObject({
      employee: slip.employeeCents,
      employer: slip.employerCents,
    });
  });

  test("whatever lines a company has, nothing is lost and nothing stands twice", () => {
    const slip = slipOf("cadre");
    const cents = fc.integer({ min: -50_000, max: 500_000 });
    const line = fc.record({
      code: fc.constantFrom(
        "health",
        "cet",
        "cegT1",
        "apec",
        "company-1",
        "trainingBranch",
        "providentT2",
        "new",
        "csa",
      ),
      section: fc.constantFrom(
        "health",
        "workAccident",
        "retirement",
        "family",
        "unemployment",
        "other",
        "company",
        "csg",
      ),
      origin: fc.constantFrom("law", "branch", "company", undefined),
      label: fc.constantFrom(null, undefined, "Médecine du travail"),
      baseCents: fc.integer({ min: 0, max: 900_000 }),
      employeePpm: fc.integer({ min: 0, max: 100_000 }),
      employeeCents: cents,
      employerPpm: fc.integer({ min: 0, max: 200_000 }),
      employerCents: cents,
      source: fc.constant(""),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { contributions } = layOut({ ...slip, lines: lines as never }, EMPLOYER, model);

        const sum = (cell: "employeeCents" | "employerCents") => lines.reduce((all, one) => all + one[cell], 0);
        expect(sumOf(contributions, "employee")).toBe(sum("employeeCents"));
        expect(sumOf(contributions, "employer")).toBe(sum("employerCents"));
      }),
    );
  });

  test("what is paid back is in the sums before and after tax, and pay alone is named beside them", () => {
    const slip = slipOf("company-lines");
    const { net, received, afterwards } = layOut(slip, EMPLOYER, model);

    expect(labels(net)).toContain("Remboursements et déductions diverses");
    expect(net.find(({ label }) => label.includes("avant impôt"))?.employee).toBe(slip.netBeforeTaxCents + 38_640);
    expect(received.employee).toBe(slip.netPaidCents + 38_640);
    expect(rowNamed(afterwards, "Dont salaire net après impôt")?.employee).toBe(slip.netPaidCents);
  });

  test("a payslip that was kept before its mentions were is laid out all the same", () => {
    const { agreement: _a, hours: _h, paidLeave: _p, ...slip } = slipOf("cadre");
    const { job: _j, position: _o, weeklyHours: _w, forfaitDays: _f, ...contract } = slip.contract;

    const { employee, mentions } = layOut(withMentions({ ...slip, contract }), EMPLOYER, model);

    expect(employee).toContain("Classification : Cadre, senior");
    expect(Object.fromEntries(mentions)).toMatchObject({
      "Durée du travail": "151,67 h par mois (35 h par semaine)",
      "Convention collective": "Portage salarial (IDCC 3219)",
    });
  });
});

test("the headings of 2023 stand in the order of the text", () => {
  expect(labels(layOut(slipOf("company-lines"), EMPLOYER, "2023").contributions)).toEqual([
    "Santé",
    "Sécurité sociale – Maladie Maternité Invalidité Décès",
    "Complémentaire – Santé",
    "Complémentaire – Incapacité Invalidité Décès T1",
    "Complémentaire – Incapacité Invalidité Décès T2",
    "Accidents du travail – Maladies professionnelles",
    "Retraite",
    "Sécurité sociale plafonnée",
    "Sécurité sociale déplafonnée",
    "Complémentaire Tranche 1",
    "Complémentaire Tranche 2",
    "Famille",
    "Assurance chômage",
    "Cotisations statutaires ou prévues par la convention collective",
    expect.any(String),
    expect.any(String),
    "Retraite supplémentaire (accord du 12/03/2024)",
    "Autres contributions dues par l'employeur",
    "dont Médecine du travail : 8,50\u00a0€",
    "CSG déductible de l'impôt sur le revenu",
    "CSG/CRDS non déductible de l'impôt sur le revenu",
    "Exonérations de cotisations employeur",
    "Total des cotisations et contributions",
  ]);
});

test("the headings of 2027 stand in the order of the text, with provident cover in the block that names it", () => {
  expect(labels(layOut(slipOf("company-lines"), EMPLOYER, "2027").contributions)).toEqual([
    "Santé",
    "Sécurité Sociale Maladie Maternité Invalidité Décès",
    "Complémentaire garanties frais de santé obligatoire",
    "Accidents du travail & maladies professionnelles",
    "Retraite",
    "Sécurité Sociale Vieillesse plafonnée",
    "Sécurité Sociale Vieillesse déplafonnée",
    "Retraite complémentaire, CEG et CET T1",
    "Retraite complémentaire, CEG et CET T2",
    "Famille",
    "Assurance chômage",
    "Apec",
    "Autres charges dues par l'employeur",
    "dont Médecine du travail : 8,50\u00a0€",
    "Cotisations statutaires ou prévues par la convention collective",
    expect.any(String),
    expect.any(String),
    "CSG déductible de l'impôt sur le revenu",
    "CSG/CRDS non déductible de l'impôt sur le revenu",
    "Total des cotisations et contributions obligatoires",
    "Exonérations et allègements de cotisations",
    "Cotisations et contributions sociales facultatives",
    "Prévoyance, Incapacité, Invalidité, Décès T1",
    "Prévoyance, Incapacité, Invalidité, Décès T2",
    "Retraite supplémentaire (accord du 12/03/2024)",
    "Total des cotisations et contributions",
  ]);
});

test("a forfait is named by its days, hours by what was worked, leave by its dates", () => {
  const slip = slipOf("cadre");
  const mentionsOf = (changes: object) =>
    Object.fromEntries(layOut({ ...slip, ...changes }, EMPLOYER, "2023").mentions)["Durée du travail"];

  expect(mentionsOf({ contract: { ...slip.contract, forfaitDays: 214 } })).toBe("forfait annuel de 214 jours");
  expect(mentionsOf({ hours: 75.84 })).toBe("75,84 h au taux normal, sur 151,67 h");
  expect(mentionsOf({})).toBe("151,67 h au taux normal (35 h par semaine)");
  const { mentions } = layOut(slipOf("company-lines"), EMPLOYER, "2023");
  expect(Object.fromEntries(mentions)["Congés payés pris"]).toBe(
    "du 12/11/2026 au 16/11/2026, le 25/11/2026 (3,5\u00a0j)",
  );
});
