import { Company, type Schemas, type Submission, type Versioned } from "../../client/company.ts";
import type { Connection } from "../../client/http.ts";
import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { type Area, type AreaValues, type Fact, ONLY } from "../../store/records/areas.ts";
import type { Telling } from "../../store/records/told.ts";
import { isOverviewKept, overviewFrom, overviewTellings } from "./overview-facts.ts";
import { type Read, Reading, type ReadingTerms, scopeOf } from "./reading.ts";
import { tellDocument, tellList, tellOne } from "./tellings.ts";

type Reports = NonNullable<Parameters<Company["reports"]>[0]>;
type Expenses = NonNullable<Parameters<Company["expenses"]>[0]>;
type Payslips = NonNullable<Parameters<Company["payslips"]>[0]>;

/** A company whose answers are kept on this machine, each method as the company's own; a reader's stand in for it while it is away. */
export class RecordedCompany extends Company {
  private readonly terms: ReadingTerms;
  private readonly reading: Reading;

  constructor(connection: Connection, terms: ReadingTerms) {
    super(connection);
    this.terms = terms;
    this.reading = new Reading(terms);
  }

  override me() {
    return this.one("person", ONLY, () => super.me());
  }

  override profile() {
    return this.one("company", ONLY, () => super.profile());
  }

  override overview() {
    const { records, url, machine } = this.terms;
    return this.read({
      ask: () => super.overview(),
      tellings: overviewTellings,
      kept: () => overviewFrom(records.snapshot(url)),
      isKnown: (said) => isOverviewKept(records.snapshot(url), said, machine.now()),
    });
  }

  override missions() {
    return this.list("missions", {}, () => super.missions());
  }

  override proposals() {
    return this.list("proposals", {}, () => super.proposals());
  }

  override contracts() {
    return this.list("contracts", {}, () => super.contracts());
  }

  override contract(documentId: string) {
    return this.one("contracts", documentId, () => super.contract(documentId));
  }

  /** The file is kept, and stands in as long as it is what it was: a contract never changes once it is drawn. */
  override contractPdf(documentId: string, drawnOn: Day) {
    const month = monthOf(drawnOn);
    return this.file(contractKey(documentId, drawnOn), "contract", month, () => super.contractPdf(documentId, drawnOn));
  }

  override leave() {
    return this.list("leave", {}, () => super.leave());
  }

  override reports(query: Reports = {}) {
    const covers = ({ month }: AreaValues["reports"]) => isAskedMonth(month, query);
    const isAsked = (one: AreaValues["reports"]) => covers(one) && isAskedState(one, query);
    return this.list("reports", { query, covers: query.state === undefined ? covers : null, isAsked }, () =>
      super.reports(query),
    );
  }

  override report(month: Month): Promise<Versioned<Schemas["ActivityReport"]> | null> {
    return this.read<Versioned<Schemas["ActivityReport"]> | null>({
      ask: () => super.report(month),
      tellings: (held) => [tellOne("reports", month, held?.value ?? null, held?.etag ?? null)],
      kept: () => {
        const found = this.reading.one("reports", month);
        if (found !== null) return { value: { value: found.value, etag: etagIn(found.fact) }, asOf: found.asOf };
        const asOf = this.reading.confirmedAt(scopeOf("reports", month)) ?? this.reading.confirmedAt("reports");
        return asOf === undefined ? null : { value: null, asOf };
      },
    });
  }

  override reportVersions(month: Month) {
    return this.one("versions", month, () => super.reportVersions(month)) as Promise<Schemas["ReportVersion"][]>;
  }

  override async submitReport(...asked: Parameters<Company["submitReport"]>) {
    const sent = await super.submitReport(...asked);
    await this.keep([tellOne("reports", asked[0], sent.value, sent.etag)]);
    return sent;
  }

  override async withdrawReport(month: Month, submission: Submission) {
    const withdrawn = await super.withdrawReport(month, submission);
    await this.keep([tellOne("reports", month, withdrawn.value, withdrawn.etag)]);
    return withdrawn;
  }

  override expenses(query: Expenses = {}) {
    const covers = ({ date }: AreaValues["expenses"]) => isAskedMonth(monthOf(date), query);
    const isAsked = (one: AreaValues["expenses"]) => covers(one) && isAskedState(one, query);
    return this.list("expenses", { query, covers: query.state === undefined ? covers : null, isAsked }, () =>
      super.expenses(query),
    );
  }

  override account(month: Month) {
    return this.one("account", month, () => super.account(month));
  }

  override entries(month: Month) {
    return this.one("entries", month, () => super.entries(month)) as Promise<Schemas["AccountEntry"][]>;
  }

  /** Every month, each kept as if it had been asked for alone. */
  override allEntries() {
    return this.read<Schemas["AccountEntry"][]>({
      ask: () => super.allEntries(),
      tellings: (entries) => [
        ...[...new Set(entries.map(({ month }) => month))].map((month) =>
          tellOne(
            "entries",
            month,
            entries.filter((entry) => entry.month === month),
          ),
        ),
        { area: "lists", scope: "entries", facts: [{ key: "entries", value: true }] },
      ],
      kept: () => {
        const found = this.reading.isWhole("entries") ? this.reading.list("entries", "entries", () => true) : null;
        return found === null ? null : { ...found, value: found.value.flat() };
      },
    });
  }

  override invoices() {
    return this.list("invoices", {}, () => super.invoices());
  }

  override clientPayments() {
    return this.list("payments", {}, () => super.clientPayments());
  }

  override history() {
    return this.list("history", {}, () => super.history());
  }

  override payslips(query: Payslips = {}) {
    const covers = ({ month }: AreaValues["payslips"]) => isAskedMonth(month, query);
    return this.list("payslips", { query, covers, isAsked: covers }, () => super.payslips(query));
  }

  /** One that stands no more is asked for each time. */
  override payslip(month: Month, payslipId?: string) {
    const ask = () => super.payslip(month, payslipId);
    return payslipId === undefined ? this.one("whole-payslips", month, ask) : ask();
  }

  /** The file is kept, and stands in as long as it is what it was. */
  override payslipPdf(month: Month, model?: "2027") {
    return this.file(documentKey(month, model), "payslip", month, () => super.payslipPdf(month, model));
  }

  private file(
    key: string,
    kind: AreaValues["documents"]["kind"],
    month: Month,
    ask: () => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const { records } = this.terms;
    return this.read<Uint8Array>({
      ask,
      tellings: async (bytes) => {
        const document = await records.keepDocument(`${key}.pdf`, bytes);
        return [tellDocument(key, { kind, month, bytes: bytes.byteLength }, document)];
      },
      kept: async () => {
        const found = this.reading.one("documents", key);
        const evidence = found?.fact.evidence;
        const bytes = evidence?.kind === "document" ? await records.document(evidence) : null;
        return found === null || bytes === null ? null : { value: bytes, asOf: found.asOf };
      },
    });
  }

  private one<Name extends Area>(
    area: Name,
    key: string,
    ask: () => Promise<AreaValues[Name]>,
  ): Promise<AreaValues[Name]> {
    return this.read<AreaValues[Name]>({
      ask,
      tellings: (value) => [tellOne(area, key, value)],
      kept: () => this.reading.one(area, key),
    });
  }

  private list<Name extends ListArea>(
    area: Name,
    { query = {}, covers = () => true, isAsked = () => true }: Listed<Name>,
    ask: () => Promise<AreaValues[Name][]>,
  ): Promise<AreaValues[Name][]> {
    const scope = scopeFor(area, query);
    return this.read<AreaValues[Name][]>({
      ask,
      tellings: (items) => tellList(area, scope, items, covers),
      kept: () => this.reading.list(area, scope, isAsked),
    });
  }

  private read<Value>(read: Read<Value>): Promise<Value> {
    return this.reading.read(read);
  }

  private keep(tellings: readonly Telling[]): Promise<void> {
    return this.reading.keep(() => tellings);
  }
}

function documentKey(month: Month, model: "2027" | undefined): string {
  return [month, "payslip", ...(model === undefined ? [] : [model])].join("-");
}

function contractKey(documentId: string, drawnOn: Day): string {
  return [monthOf(drawnOn), "contract", documentId].join("-");
}

/** The name under which the records keep a contract's PDF. */
export function contractFile(documentId: string, drawnOn: Day): string {
  return `${contractKey(documentId, drawnOn)}.pdf`;
}

/** The name under which the records keep a payslip's PDF. */
export function payslipFile(month: Month, model?: "2027"): string {
  return `${documentKey(month, model)}.pdf`;
}

type ListArea =
  | "missions"
  | "proposals"
  | "contracts"
  | "leave"
  | "reports"
  | "expenses"
  | "payslips"
  | "invoices"
  | "payments"
  | "history";

/** What of an area a list was asked for. */
interface Listed<Name extends ListArea> {
  readonly query?: object;
  /** What the answer would hold, had the company it still; null where what it lacks says nothing. */
  readonly covers?: ((value: AreaValues[Name]) => boolean) | null;
  readonly isAsked?: (value: AreaValues[Name]) => boolean;
}

/** Names what was asked: the area, where nothing narrows it. */
function scopeFor(area: Area, query: object): string {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return [area, ...asked].join("?");
}

/** The version that a company gave with a fact. */
function etagIn({ evidence }: Pick<Fact, "evidence">): string | null {
  return evidence.kind === "answer" ? evidence.etag : null;
}

function isAskedMonth(of: Month, { month, since }: { readonly month?: Month; readonly since?: Month }): boolean {
  return (month === undefined || of === month) && (since === undefined || of >= since);
}

function isAskedState({ state }: { readonly state: string }, asked: { readonly state?: string }): boolean {
  return asked.state === undefined || state === asked.state;
}
