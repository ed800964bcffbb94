import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readCode } from "../../src/domain/payslip-code.ts";
import { pdfOf, SLIPS, type SlipName, slipOf, textOf } from "../parts/payslips.ts";

const MODELS = ["2023", "2027"] as const;
type Model = (typeof MODELS)[number];

/** Each mention of C. trav., art. R3243-1, R3243-2 and R3243-5, and what a page says for it, in the model of 2023 and of 2027. */
const MENTIONS: readonly (readonly [string, string, string?])[] = [
  ["1° employer's name", "Exemple Portage"],
  ["1° employer's address", "12 rue de la Gare, 93100 Montreuil"],
  ["1° establishment", "Agence de Montreuil"],
  ["2° activity code", "Code APE 78.30Z"],
  ["2° SIRET", "SIRET 123 456 782 00010"],
  ["3° agreement", "Convention collective Portage salarial (IDCC 3219)"],
  ["4° employee's name", "Claire Morel"],
  ["4° job", "Emploi : Consultante en systèmes d'information"],
  ["4° position in the classification", "Classification : Cadre, senior"],
  ["5° period", "Période du 01/11/2026 au 30/11/2026"],
  ["5° hours", "Durée du travail 151,67 h au taux normal (35 h par semaine)"],
  ["6° extras subject to contributions", "Indemnité d'apport d'affaires (5 %) 290,35"],
  ["7° gross pay", "Salaire brut 6 707,17", "Montant brut 6 707,17"],
  [
    "8° a base, employee's rate and both amounts of a contribution",
    "Sécurité sociale plafonnée 4 005,00 6,9 % 276,35 342,43",
    "Sécurité Sociale Vieillesse plafonnée 4 005,00 6,9 % 276,35 342,43",
  ],
  [
    "8° a contributions of the agreement",
    "Cotisations statutaires ou prévues par la convention collective",
    "Cotisations statutaires ou prévues par la convention collective",
  ],
  ["8° a before exemptions", "Famille 6 707,17 352,13"],
  ["8° b other payments", "Remboursements et déductions diverses Frais professionnels remboursés 386,40"],
  ["9° withholding: base, rate, amount", "prélevé à la source 5 468,46 15,8 % -871,45"],
  [
    "9° sum without withholding",
    "Net à payer avant impôt sur le revenu 5 631,14",
    "Montant net à payer avant impôt sur le revenu 5 631,14",
  ],
  ["9° bis montant net social", "Montant net social 5 244,74"],
  ["10° sum received", "Net payé 4 759,69 €", "Montant net à payer 4 759,69 €"],
  ["11° day of payment", "Date de paiement 05/12/2026"],
  ["12° dates of leave", "Congés payés pris du 12/11/2026 au 16/11/2026, le 25/11/2026 (3,5 j)"],
  ["12° pay of leave", "Congés payés (10 %) 609,75"],
  [
    "13° total of exemptions",
    "Exonérations de cotisations employeur 0,00",
    "Exonérations et allègements de cotisations 0,00",
  ],
  ["14° total paid by the employer", "Total versé par l'employeur 10 038,36"],
  ["15° page of service-public.fr", "bulletin de paie sur le portail www.service-public.fr"],
  ["R3243-2 CSG and CRDS", "CSG/CRDS non déductible de l'impôt sur le revenu 6 679,87 2,9 % 193,72"],
  [
    "R3243-2 other contributions in one line",
    "Autres contributions dues par l'employeur 427,93",
    "Autres charges dues par l'employeur 427,93",
  ],
  ["R3243-5 to keep without limit of time", "conservez ce bulletin de paie sans limitation de durée"],
];

describe.each(MODELS)("the page in the model of %s", (model) => {
  let read: { pages: number; text: string };
  beforeAll(async () => {
    read = await textOf(await pdfOf(slipOf("company-lines"), model));
  });

  test.each(MENTIONS)("%s", (_mention, text, later = text) => {
    expect(read.text).toContain(model === "2023" ? text : later);
  });

  test("is one page", () => {
    expect(read.pages).toBe(1);
  });

  test("names neither a strike nor a mandate (R3243-4)", () => {
    expect(read.text).not.toMatch(/grève|délégation|mandat/i);
  });
});

test("the amount of the reductions is on the page of who has them, and the kind and volume of a forfait", async () => {
  const { text } = await textOf(await pdfOf(slipOf("non-cadre"), "2023"));
  expect(text).toContain("Exonérations de cotisations employeur -562,17");
  const slip = slipOf("cadre");
  const forfait = { ...slip, hours: null, contract: { ...slip.contract, forfaitDays: 218 } };
  expect((await textOf(await pdfOf(forfait, "2027"))).text).toContain("Durée du travail forfait annuel de 218 jours");
});

test.each(MODELS)(
  "in the model of %s nothing leaves the page, however long the names and however many the lines",
  async (model) => {
    const slip = slipOf("company-lines");
    const own = Array.from({ length: 40 }, (_, index) => ({
      ...slip.lines[0],
      code: `company-${index}`,
      section: "company",
      origin: "company",
      label: `Cotisation de l'entreprise au titre de l'accord du 12 mars 2024, numéro ${index}`,
      employeeCents: 100,
      employerCents: 123_456_789,
    }));
    const name = "Marie-Françoise-Antoinette de La Rochefoucauld-Montmorency d'Estrées de Saint-Exupéry de Beauharnais";
    const lines = [...slip.lines, ...own] as typeof slip.lines;
    const pdf = await pdfOf({ ...slip, lines, owner: { ...slip.owner, name } }, model);

    const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
    expect(document.numPages).toBe(2);
    for (let page = 1; page <= 2; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      for (const item of items) {
        if (!("str" in item)) continue;
        const [x, y] = [item.transform[4], item.transform[5]];
        expect({ text: item.str, isInside: x >= 29 && x + item.width <= 567 && y >= 20 && y <= 822 }).toEqual({
          text: item.str,
          isInside: true,
        });
      }
    }
  },
);

describe.skipIf(inject("pdftoppm") === "" || inject("zbarimg") === "")("the printed code", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "porte-code-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a reader of codes sees on the page as it is printed. */
  function printedCode(pdf: Buffer, dots: number): string {
    const file = join(folder, "page.pdf");
    writeFileSync(file, pdf);
    execFileSync(inject("pdftoppm"), ["-r", String(dots), "-png", "-singlefile", file, join(folder, "page")]);
    const read = execFileSync(inject("zbarimg"), ["--quiet", "--raw", join(folder, "page.png")], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    return read.toString().trim();
  }

  test.each(SLIPS.flatMap((name) => MODELS.map((model): [SlipName, Model] => [name, model])))(
    "of %s in the model of %s is what the attachment says, without its hash of the file",
    async (name, model) => {
      const pdf = await pdfOf(slipOf(name), model);
      const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
      const [attached] = Object.values((await document.getAttachments()) as Record<string, { content: Uint8Array }>);

      const printed = readCode(printedCode(pdf, 150));

      const { file, ...facts } = readCode(new TextDecoder().decode(attached?.content))?.facts ?? {};
      expect(file).toMatch(/^[0-9a-f]{64}$/);
      expect(printed?.facts).toEqual(facts);
      expect(facts).toMatchObject({
        month: "2026-11",
        company: "Exemple Portage",
        net: slipOf(name).netPaidCents / 100,
      });
    },
  );

  test("holds the longest of names, and letters that are not French", async () => {
    const slip = slipOf("cadre");
    const name = "Željko Ærøskøbing-Nguyễn-Rochefoucauld de Montmorency d'Estrées";
    const pdf = await pdfOf({ ...slip, owner: { ...slip.owner, name } }, "2023");

    expect(readCode(printedCode(pdf, 200))?.facts.porte).toBe(name);
  });
});
