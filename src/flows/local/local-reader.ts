import type { Company, Schemas, Versioned } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import type { FiledReport } from "../../domain/local/filed.ts";
import type { CompanySheet } from "../../domain/local/sheet.ts";
import { once } from "../../domain/once.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import type { OwnEntry } from "../../portage/own-account.ts";
import type { AreaValues } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import { filedPayslips, knownFrom } from "../papers/filed.ts";
import type { HeldReport, KnownPayslip, KnownProfile, Reader } from "../records/reader.ts";
import type { Machine } from "../session.ts";
import { contractOf } from "./contract.ts";
import { sheetIn } from "./known-sheet.ts";

type Listed = "missions" | "expenses" | "filed-reports" | "filed-payslips" | "deliveries" | "movements";

/** Reads what lies here of a profile that has no company behind it. What nobody said is told as unknown, never made up. */
export class LocalReader implements Reader {
  private readonly records: Records;
  private readonly folder: string;
  private readonly machine: Machine;

  /** @param folder of what the person keeps. */
  constructor(folder: string, machine: Machine) {
    this.folder = folder;
    this.machine = machine;
    this.records = new Records(folder);
  }

  /** What is known of the company and the contract. */
  sheet(): CompanySheet {
    return sheetIn(this.records).sheet;
  }

  /** Lists what was said of an area, latest first. */
  list<Name extends Listed>(area: Name): AreaValues[Name][] {
    return this.records
      .latest(area, OWN)
      .toSorted((one, other) => (one.at < other.at ? 1 : -1))
      .flatMap(({ value }) => (value === null ? [] : [value]));
  }

  async me(): Promise<Schemas["Me"]> {
    const { person, contract } = this.sheet();
    return {
      id: "local",
      name: person.name ?? "",
      email: person.email ?? "",
      role: "porte",
      scopes: [],
      tokenExpiresAt: null,
      contract: contractOf(contract),
    };
  }

  async profile(): Promise<KnownProfile> {
    const { company, fee, deadlines, operatingCap } = this.sheet();
    const { reportDueDay, transferDay } = deadlines;
    return {
      name: company.name ?? "",
      operatingCap,
      ...(fee.ratePpm === null ? {} : { fee: { ratePpm: fee.ratePpm, monthlyCapCents: fee.monthlyCapCents } }),
      ...(reportDueDay === null || transferDay === null ? {} : { deadlines: { reportDueDay, transferDay } }),
    };
  }

  async missions() {
    return this.list("missions");
  }

  async reports({ month, since, state }: NonNullable<Parameters<Company["reports"]>[0]> = {}): Promise<HeldReport[]> {
    return this.list("filed-reports")
      .filter((one) => (month === undefined || one.month === month) && (since === undefined || one.month >= since))
      .filter((one) => state === undefined || one.state === state)
      .sort((one, other) => other.month.localeCompare(one.month))
      .map(this.holder());
  }

  async report(month: Month): Promise<Versioned<HeldReport> | null> {
    const found = this.records.find("filed-reports", month, OWN)?.value ?? null;
    return found === null ? null : { value: this.holder()(found), etag: String(found.version) };
  }

  /** What shows a month that left; the deliveries of all are read once. */
  private holder(): (filed: FiledReport) => HeldReport {
    const deliveries = once(
      () => new Map(this.records.latest("deliveries", OWN).map(({ key, value }) => [key, value])),
    );
    return (filed) => {
      const { documents, delivery: id, ...said } = filed;
      const delivery = deliveries().get(id) ?? null;
      const [first] = documents;
      const kept = first === undefined ? null : this.records.documentFile(first.file);
      return {
        ...said,
        days: [...said.days] as HeldReport["days"],
        id: filed.month,
        decidedBy: null,
        receipt: null,
        clientAnswers: [],
        delivery: delivery === null ? null : { ...delivery, place: delivery.place ?? kept },
      };
    };
  }

  /** Each version once, newest first: a decision on one is a part of it. */
  async reportVersions(month: Month): Promise<Schemas["ReportVersion"][]> {
    const said = this.records.facts("filed-reports").filter(({ key }) => key === month);
    const byVersion = new Map(said.flatMap(({ value }) => (value === null ? [] : [[value.version, value] as const])));
    if (byVersion.size === 0) throw new PorteError("company.not_found", { kind: "report", what: month });
    const { name } = await this.me();
    return [...byVersion.values()].reverse().map((filed) => versionOf(filed, name));
  }

  async expenses({ month, since, state }: NonNullable<Parameters<Company["expenses"]>[0]> = {}) {
    return this.list("expenses")
      .filter(({ date }) => (month === undefined || date.startsWith(month)) && (since === undefined || date >= since))
      .filter((one) => state === undefined || one.state === state);
  }

  /** A receipt that left with its expense, as it was kept. @throws {PorteError} `file.unreadable`. */
  async receiptContent(receiptId: string) {
    const { mediaTypeOf } = await import("./dossiers.ts");
    const file = this.records.documentFile(receiptId);
    return { bytes: readPlain(file, RECEIPT_MOST_BYTES), mediaType: mediaTypeOf(receiptId) };
  }

  async payslips({ month, since }: NonNullable<Parameters<Company["payslips"]>[0]> = {}): Promise<KnownPayslip[]> {
    const papers = filedPayslips({ folder: this.folder });
    return papers
      .filter((one, index) => papers.findIndex((other) => other.month === one.month) === index)
      .filter((one) => (month === undefined || one.month === month) && (since === undefined || one.month >= since))
      .map(knownFrom);
  }

  async standingPayslip() {
    return null;
  }

  async proposals() {
    return [];
  }

  async contracts() {
    return [];
  }

  async leave() {
    return [];
  }

  async invoices() {
    return [];
  }

  async clientPayments() {
    return [];
  }

  async history() {
    return [];
  }

  async account(month: Month): Promise<Schemas["Account"]> {
    const { balancesOf } = await import("./own-account.ts");
    return balancesOf(await this.ownEntries(), month);
  }

  async entries(month: Month): Promise<Schemas["AccountEntry"][]> {
    return (await this.allEntries()).filter((one) => one.month === month);
  }

  async allEntries(): Promise<Schemas["AccountEntry"][]> {
    const { asEntries } = await import("./own-account.ts");
    return asEntries(await this.ownEntries());
  }

  private async ownEntries(): Promise<readonly OwnEntry[]> {
    const { ownAccount } = await import("./own-account.ts");
    return (await ownAccount({ reader: this, machine: this.machine, folder: this.folder })).entries;
  }

  readonly overview = refused("getOverview");
  readonly contract = refused("getContractDocument");
  readonly contractPdf = refused("getContractDocumentPdf");
  readonly reportPdf = refused("getActivityReportPdf");
  readonly invoicePdf = refused("getInvoicePdf");
  readonly events = refused("listEvents");
  readonly payslip = refused("getPayslip");
  readonly payslipPdf = refused("getPayslipPdf");
}

function refused(operation: string) {
  return async (): Promise<never> => {
    throw new PorteError("local.no_other_end", { operation });
  };
}

function versionOf(filed: FiledReport, name: string): Schemas["ReportVersion"] {
  const { version, submittedAt, days, restStatement, turnoverCents, state, reason, decidedAt } = filed;
  return {
    version,
    submittedAt,
    submittedBy: name,
    days: [...days] as Schemas["ReportVersion"]["days"],
    restStatement,
    turnoverCents,
    decision: state === "approved" ? "approve" : state === "refused" ? "reject" : null,
    reason,
    decidedAt,
    decidedBy: null,
    withdrawnAt: state === "withdrawn" ? decidedAt : null,
  };
}
