import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContractForm } from "../../domain/contracts/mentions.ts";
import { SIGNERS } from "../../domain/contracts/state.ts";
import { contractWords as words } from "../../i18n/fr/contract-documents.ts";
import { drawPdf } from "../../papers/pdf.ts";
import { type Clause, type ContractValues, filled } from "../documents/values.ts";
import { layoutIn } from "./layout.ts";

/** What `templates/contract-*.json` says beside the layout. */
export interface ContractTemplate {
  readonly title: string;
  /** The title that a form has instead. */
  readonly titles?: Partial<Readonly<Record<ContractForm, string>>>;
  readonly intro: readonly string[];
  readonly clauses: readonly Clause[];
}

/** What of a contract is printed. */
export interface PrintedContract {
  readonly kind: "employment" | "client";
  readonly form: ContractForm;
  readonly part: "contract" | "amendment";
  readonly drawnOn: string;
  readonly values: ContractValues;
  /** The clauses of its form. */
  readonly clauses: readonly Clause[];
}

const fileOf = (kind: PrintedContract["kind"]) => `contract-${kind}.json`;

/** Reads the template of a kind of contract. */
export async function contractTemplate(templates: string, kind: PrintedContract["kind"]): Promise<ContractTemplate> {
  return JSON.parse(await readFile(join(templates, fileOf(kind)), "utf8"));
}

/** Draws a contract as a PDF: its parties, each clause with its title, and who signs it. */
export async function contractPdf(
  templates: string,
  { kind, form, part, drawnOn, values, clauses }: PrintedContract,
): Promise<Buffer> {
  const { title, titles, intro } = await contractTemplate(templates, kind);
  const about = words.part(part, values.reference ?? "");
  const other = kind === "client" ? ["client", "clientNumber", "clientAddress"] : ["porte", "job"];
  const layout = await layoutIn(templates, fileOf(kind));
  const paper = { layout, title: titles?.[form] ?? title, about, author: values.company ?? "" };
  return drawPdf({ ...paper, subject: values.porte ?? "" }, (sheet) => {
    sheet.heading(about);
    sheet.twoBlocks(
      [values.company ?? "", values.companyNumber ?? "", values.companyAddress ?? "", words.drawn(drawnOn)],
      other.map((name) => values[name] ?? words.blank),
    );
    for (const sentence of intro) sheet.paragraph(filled(sentence, values));
    sheet.gap(6);
    clauses.forEach(({ title: name, text }, index) => {
      sheet.clause(
        `${index + 1}. ${name}`,
        text.map((sentence) => filled(sentence, values)),
      );
    });
    sheet.gap(4);
    sheet.section(words.signers);
    const named = { client: values.client, porte: values.porte, company: values.company };
    sheet.boxes(
      SIGNERS[kind].map((party) => ({
        title: words.signs[party],
        lines: [named[party] ?? words.blank, words.signedBy],
      })),
    );
  });
}
