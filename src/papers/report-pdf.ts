import type { components } from "../contract/types.ts";
import { type Kind, totalsOf } from "../domain/activity.ts";
import type { ClockTimes } from "../domain/clock-times.ts";
import { needsInterview, restWordOf } from "../domain/rest-statement.ts";
import { reportWords as words } from "../i18n/fr/documents.ts";
import { fr } from "../i18n/fr.ts";
import { drawPdf, type Paper } from "./pdf.ts";
import type { Layout, Sheet } from "./sheet.ts";

type Schemas = components["schemas"];
type Report = Pick<
  Schemas["ActivityReport"],
  "month" | "version" | "state" | "days" | "restStatement" | "clientAnswers" | "decidedBy" | "decidedAt"
>;
type Mission = Pick<Schemas["Mission"], "reference" | "client" | "title" | "purchaseOrder">;

/** What a month's report is printed with. */
export interface PrintedReport {
  /** What is not known of a company is not printed. */
  readonly company: { readonly name: string; readonly address: string | null; readonly siren: string | null };
  readonly porte: string;
  /** Those that the report names. */
  readonly missions: readonly Mission[];
  readonly report: Report;
  /** What the company signed; null where no company has an API. */
  readonly receipt: Schemas["SubmissionReceipt"] | null;
  /** What its porté signs, where no company took it; absent where one did. */
  readonly own?: OwnSignature;
}

/** How a porté signs a month that leaves as a document. */
interface OwnSignature {
  /** The instant at which it was signed. */
  readonly at: string;
  /** The SHA-256 of the month's canonical text. */
  readonly hash: string;
  /** The version that it replaces; null for a first one. */
  readonly replaces: number | null;
}

const { format: f } = fr;

/**
 * Draws a month's report as a PDF that its client reads and signs: whose it is, for which client and mission, its days, what they add up to,
 * where to sign, and the receipt that the company signed or the signature of its porté.
 */
export function reportPdf(
  { layout, logo = null }: Pick<Paper, "layout" | "logo">,
  { company, porte, missions, report, receipt, own }: PrintedReport,
): Promise<Buffer> {
  const paper = { about: f.month(report.month), author: company.name, subject: porte, logo };
  const footer = own === undefined ? layout.footer : (layout.ownFooter ?? []);
  return drawPdf({ layout: { ...layout, footer }, ...paper }, (sheet) => {
    sheet.title(f.month(report.month));
    sheet.twoBlocks(companyLines(company), [porte, words.porte, stateOf(report, own)]);
    if (layout.fields !== undefined) drawFields(sheet, layout.fields);
    for (const mission of missions) drawMission(sheet, mission, report);
    drawDays(sheet, report);
    drawTotals(sheet, report);
    drawRest(sheet, report);
    drawClients(sheet, report);
    drawSignatures(sheet, porte, missions, own);
    if (receipt !== null) drawReceipt(sheet, report, receipt);
    if (own !== undefined) drawOwnSignature(sheet, own);
  });
}

function companyLines({ name, address, siren }: PrintedReport["company"]): string[] {
  return [name, ...(address === null ? [] : [address]), ...(siren === null ? [] : [words.siren(siren)])];
}

/** What the company made of it; of a month that leaves as a document, the version that it replaces. */
function stateOf({ state, version }: Report, own: OwnSignature | undefined): string {
  if (own === undefined) return words.state(fr.states[state], version);
  return own.replaces === null ? words.version(version) : words.replaces(version, own.replaces);
}

function drawFields(sheet: Sheet, fields: NonNullable<Layout["fields"]>): void {
  sheet.pairs(fields.map(([name, text = ""]) => [name, text]));
  sheet.gap(6);
}

/** Who is worked for, on what, and by which order of theirs, or which of their codes; a client that gives none has a place to write it. */
function drawMission(
  sheet: Sheet,
  { reference, client, title, purchaseOrder = null }: Mission,
  { days }: Report,
): void {
  const entries = days.flatMap((day) => day.entries).filter(({ mission }) => mission === reference);
  const codes = entries.flatMap(({ projectCode }) => projectCode ?? []);
  const orders = [...new Set([...(purchaseOrder === null ? [] : [purchaseOrder]), ...codes])];
  sheet.pairs([
    [words.client, client],
    [words.mission, title === reference ? reference : `${reference} – ${title}`],
    [words.order, orders.length === 0 ? words.blank : orders.join(", ")],
  ]);
  sheet.gap(6);
}

function drawDays(sheet: Sheet, { days }: Report): void {
  sheet.header(words.columns);
  for (const day of days)
    day.entries.forEach((entry, index) => {
      const { kind, mission, projectCode, amount } = entry;
      const isFirst = index === 0;
      const named = mission ?? fr.kinds[kind];
      const about = kind === "unbilled" ? `${named} (${fr.kinds[kind]})` : named;
      const times = hoursText(entry, isFirst ? day : {});
      sheet.row([isFirst ? f.day(day.date) : "", about, projectCode ?? "", f.days(amount), times]);
    });
  if (days.length === 0) sheet.row([words.none]);
}

/** The hours of an entry, and on the first one of its day when work began and ended. */
function hoursText({ hours }: { readonly hours?: number }, { start, end }: Partial<ClockTimes>): string {
  const counted = hours === undefined ? [] : [fr.declare.hours(hours)];
  return [...counted, ...(start === undefined ? [] : [`${start}-${end}`])].join(" · ");
}

function drawTotals(sheet: Sheet, { days }: Report): void {
  sheet.gap(4);
  const totals = Object.entries(totalsOf(days));
  for (const [kind, count] of totals) sheet.row([words.total(fr.kinds[kind as Kind]), "", "", f.days(count)], "strong");
}

/** What the porté stated of rest; where it was not respected, the right to an interview is told. */
function drawRest(sheet: Sheet, { restStatement: stated }: Report): void {
  if (stated === null) return;
  sheet.gap(8);
  sheet.section(fr.declare.rest);
  const said = fr.declare.restSaid({ word: restWordOf(stated), daysGivenUp: stated.restDaysGivenUp });
  sheet.pairs([
    [words.statement, said],
    ...(needsInterview(stated) ? [[words.interview, fr.declare.interview] as [string, string]] : []),
  ]);
}

function drawClients(sheet: Sheet, { clientAnswers }: Report): void {
  if (clientAnswers.length === 0) return;
  sheet.gap(8);
  sheet.section(fr.declare.clients);
  sheet.pairs(
    clientAnswers.map(({ client, mission, decision, decidedAt, reason }) => {
      const said = fr.declare.clientAnswer(decision, decidedAt === null ? null : f.instant(decidedAt));
      return [`${client} (${mission})`, reason === null ? said : fr.labelled(said, reason)];
    }),
  );
}

function drawSignatures(
  sheet: Sheet,
  porte: string,
  missions: readonly Mission[],
  own: OwnSignature | undefined,
): void {
  sheet.gap(10);
  const clients = [...new Set(missions.map(({ client }) => client))];
  const signed = own === undefined ? words.signs.dated : words.signs.signed(f.instant(own.at));
  sheet.boxes([
    { title: words.signs.porte, lines: [porte, signed] },
    { title: words.signs.client, lines: [clients.join(", "), words.signs.named, words.signs.dated] },
  ]);
}

function drawReceipt(
  sheet: Sheet,
  { decidedBy, decidedAt, state }: Report,
  { id, submittedAt, reportHash, keyId, signature }: Schemas["SubmissionReceipt"],
): void {
  sheet.gap(8);
  sheet.section(words.receipt);
  sheet.pairs([
    [words.receiptId, id],
    [words.signedOn, f.instant(submittedAt)],
    [words.hash, reportHash],
    [words.key, keyId],
    [words.signature, signature],
    ...(decidedAt === null
      ? []
      : [[fr.states[state], `${decidedBy ?? ""}, ${f.instant(decidedAt)}`] as [string, string]]),
  ]);
}

function drawOwnSignature(sheet: Sheet, { at, hash }: OwnSignature): void {
  sheet.gap(8);
  sheet.section(words.ownSignature);
  sheet.pairs([
    [words.signedOn, f.instant(at)],
    [words.hash, hash],
  ]);
}
