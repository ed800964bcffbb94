import type { components } from "../contract/types.ts";
import { type Kind, type problemsOf, type ReportDay, totalsOf } from "../domain/activity.ts";
import { isRestDay } from "../domain/holidays.ts";
import { type Cents, toEuros } from "../domain/money.ts";
import { differences } from "../domain/report-difference.ts";
import { needsInterview, type RestStatement, restWordOf } from "../domain/rest-statement.ts";
import type { WorkedTime } from "../domain/working-time.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { dayWords } from "../i18n/day-words.ts";
import { indented, inOneLine } from "../i18n/printable.ts";
import { deliveryJson, deliveryText, type ShownDelivery } from "./delivery.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

type Receipt = components["schemas"]["SubmissionReceipt"];
/** What the company signed, as far as it was kept. */
type ShownReceipt = Pick<Receipt, "id" | "submittedAt"> & Partial<Receipt>;

/** A month's report, kept here or held by the company. */
export interface ShownReport {
  readonly month: string;
  readonly state:
    | "draft"
    | "queued"
    | "prepared"
    | "unknown"
    | "submitted"
    | "awaiting-client"
    | "approved"
    | "refused"
    | "withdrawn"
    | "locked";
  /** The company's version; null for a draft. */
  readonly version: number | null;
  readonly days: readonly ReportDay[];
  readonly restStatement: RestStatement | null;
  readonly turnoverCents: Cents;
  readonly reason: string | null;
  readonly receipt: ShownReceipt | null;
  /** How it left, where no company took it. */
  readonly delivery?: ShownDelivery | null;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly clientAnswers: readonly ClientAnswer[];
  readonly worked: WorkedTime | null;
}

/** What a client that was asked about the month has answered. */
interface ClientAnswer {
  readonly mission: string;
  readonly client: string;
  readonly decision: "approve" | "reject" | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
}

export function reportJson({
  month,
  state,
  version,
  days,
  restStatement,
  turnoverCents,
  reason,
  receipt,
  delivery = null,
  problems,
  clientAnswers,
  worked,
}: ShownReport) {
  const said = { month, state, version, days, totals: totalsOf(days), turnover: toEuros(turnoverCents) };
  const left = delivery === null ? null : deliveryJson(delivery);
  return { ...said, restStatement, reason, receipt, delivery: left, problems, clientAnswers, worked };
}

/** Shows a month by its days, each with its weekday, then its totals. */
export function reportText(look: RenderOptions, report: ShownReport): string {
  const { say, paint } = look;
  const { declare, format, states } = say;
  const { month, state, version, days, reason } = report;
  const rows = days.map((worked) => {
    const day = format.day(worked.date);
    return [isRestDay(worked.date) ? paint.soft(day) : day, dayText(say, worked)];
  });
  const parts = [
    paint.strong(inOneLine(declare.title(format.month(month), states[state], version))),
    days.length === 0
      ? ""
      : table(look, [{ title: declare.heads.day, gives: "never" }, { title: declare.heads.time }], rows),
    sumsText(look, report),
    clientsText(look, report),
    restText(look, report.restStatement),
    ...(report.worked?.warnings ?? []).map((warning) => paint.warn(declare.limit(warning))),
    reason === null ? "" : paint.warn(declare.reason(indented(reason))),
    receiptText(look, report),
    report.delivery == null ? "" : deliveryText(look, report.delivery),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Says that a month was sent, what it holds, and what happens next. */
export function sentText(look: RenderOptions, report: ShownReport, isNew: boolean): string {
  if (report.delivery != null) return leftText(look, report, report.delivery);
  const { declare, format } = look.say;
  const month = format.month(report.month);
  const said = isNew ? look.paint.good(`✓ ${declare.sent(month)}`) : declare.unchanged(month);
  const next = report.state === "awaiting-client" ? declare.nextClient : declare.next;
  return [said, sumsText(look, report), restText(look, report.restStatement), receiptText(look, report), next]
    .filter((part) => part !== "")
    .join("\n");
}

/** Says how a month left as a document, or what remains to be done by hand. */
function leftText(look: RenderOptions, report: ShownReport, delivery: ShownDelivery): string {
  const { declare, deliveries, format } = look.say;
  const month = format.month(report.month);
  const hasLeft = delivery.state === "delivered";
  const said = hasLeft ? look.paint.good(`✓ ${declare.sent(month)}`) : look.paint.strong(deliveries.ready(month));
  const next = hasLeft ? deliveries.nextAnswer(report.month) : deliveries.nextSent(report.month);
  const parts = [said, sumsText(look, report), restText(look, report.restStatement), deliveryText(look, delivery)];
  return [...parts, ...(delivery.state === "unknown" ? [] : [next])].filter((part) => part !== "").join("\n");
}

/** The time of each kind, and what it is worth. */
function sumsText(look: RenderOptions, { days, turnoverCents, worked }: ShownReport): string {
  const { kinds, declare, format } = look.say;
  const totals = Object.entries(totalsOf(days)).map(([kind, amount]): [string, string] => [
    kinds[kind as Kind],
    format.days(amount),
  ]);
  const { hours = null, forfaitDays = null, forfaitMost = null } = worked ?? {};
  return pairs(look, [
    ...totals,
    ...(hours === null ? [] : [[declare.hoursWorked, declare.hours(hours)] as const]),
    ...(forfaitDays === null || forfaitMost === null
      ? []
      : [[declare.forfaitDays, declare.forfait(forfaitDays, forfaitMost)] as const]),
    [declare.turnover, look.paint.strong(format.euros(turnoverCents))],
  ]);
}

/** What is stated of rest; where it was not respected, the right to an interview is told. */
export function restText(look: RenderOptions, restStatement: RestStatement | null): string {
  if (restStatement === null) return "";
  const { paint } = look;
  const { declare } = look.say;
  const said = declare.restSaid({ word: restWordOf(restStatement), daysGivenUp: restStatement.restDaysGivenUp });
  const isLacking = needsInterview(restStatement);
  const line = pairs(look, [[declare.rest, isLacking ? paint.warn(said) : said]]);
  return isLacking ? `${line}\n${paint.warn(declare.interview)}` : line;
}

/** What each client that was asked has answered. */
function clientsText(look: RenderOptions, { clientAnswers }: ShownReport): string {
  const { declare, format } = look.say;
  const rows = clientAnswers.map(({ client, mission, decision, reason, decidedAt }): [string, string] => {
    const said = declare.clientAnswer(decision, decidedAt === null ? null : format.instant(decidedAt));
    return [`${client} (${mission})`, reason === null ? said : look.say.labelled(said, reason)];
  });
  return rows.length === 0 ? "" : [look.paint.strong(declare.clients), pairs(look, rows)].join("\n");
}

function receiptText({ say }: RenderOptions, { receipt }: ShownReport): string {
  return receipt === null ? "" : say.declare.receipt(inOneLine(receipt.id), say.format.instant(receipt.submittedAt));
}

/** One version of a month as the company keeps it. */
interface ShownVersion {
  readonly version: number;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly days: readonly ReportDay[];
  readonly restStatement: RestStatement | null;
  readonly turnoverCents: Cents;
  readonly decision: "approve" | "reject" | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy?: string | null;
  /** Not said by an earlier company. */
  readonly withdrawnAt?: string | null;
}

/** A version as JSON. */
export function versionJson(version: ShownVersion) {
  const { turnoverCents, ...said } = version;
  return { ...said, totals: totalsOf(said.days), turnover: toEuros(turnoverCents) };
}

/** Every version of a month, newest first, each with the days on which it differs from the one before. */
export function versionsJson(versions: readonly ShownVersion[]) {
  return versions.map((version, index) => ({ ...versionJson(version), changes: changesOf(versions, index) }));
}

function changesOf(versions: readonly ShownVersion[], index: number) {
  const [version, before] = versions.slice(index, index + 2);
  if (version === undefined || before === undefined) return [];
  return differences(before.days, version.days).map(({ day, mine, theirs }) => ({ day, before: mine, after: theirs }));
}

/** What became of a version: the decision on it, or why none is to come. @param next the version that came after it. */
function outcomeOf(
  { declare, format, labelled }: Catalogue,
  { decision, reason, withdrawnAt = null }: ShownVersion,
  next: ShownVersion | undefined,
): string {
  if (decision !== null) {
    const decided = declare.decisions[decision];
    return reason === null ? decided : labelled(decided, reason);
  }
  if (withdrawnAt !== null) return declare.versionWithdrawn(format.instant(withdrawnAt));
  return next === undefined ? declare.undecided : declare.versionReplaced(next.version);
}

/** Every version of a month, newest first, each with what became of it and what it changed, day by day. */
export function versionsText(look: RenderOptions, month: string, versions: readonly ShownVersion[]): string {
  const { format, declare } = look.say;
  const { heads } = declare;
  const columns = [
    { title: heads.version, gives: "never" as const },
    { title: heads.sentOn, gives: "never" as const },
    { title: declare.turnover, isRight: true },
    { title: heads.decision },
  ];
  const rows = versions.map((one, index) => [
    String(one.version),
    format.instant(one.submittedAt),
    format.euros(one.turnoverCents),
    outcomeOf(look.say, one, versions[index - 1]),
  ]);
  const said = (written: string) => dayWords(look.say.day, written);
  const changes = versions.flatMap(({ version }, index) =>
    changesOf(versions, index).map(({ day, before, after }) => [
      `${versions[index + 1]?.version} → ${version}`,
      format.day(day),
      `${said(before)} → ${said(after)}`,
    ]),
  );
  const changeColumns = [
    { title: heads.version, gives: "never" as const },
    { title: heads.day, gives: "never" as const },
    { title: heads.change },
  ];
  const drawn = changes.length === 0 ? [] : [table(look, changeColumns, changes)];
  return [look.paint.strong(declare.history(format.month(month))), table(look, columns, rows), ...drawn].join("\n");
}

/** Lists reports, latest first. */
export function reportsText(look: RenderOptions, reports: readonly ShownReport[]): string {
  const { format, states, declare } = look.say;
  const columns = [
    { title: declare.heads.month, gives: "never" as const },
    { title: declare.heads.state },
    { title: declare.turnover, isRight: true },
  ];
  const rows = reports.map(({ month, state, turnoverCents }) => [
    format.month(month),
    states[state],
    format.euros(turnoverCents),
  ]);
  return table(look, columns, rows);
}

/** What one day holds, with its clock times. */
export function dayText(say: RenderOptions["say"], { entries, start, end }: ReportDay): string {
  const times = start === undefined ? "" : ` · ${start}-${end}`;
  return inOneLine(`${entries.map((entry) => entryText(say, entry)).join(" + ")}${times}`);
}

function entryText(
  say: RenderOptions["say"],
  { kind, mission, projectCode, amount, hours }: ReportDay["entries"][number],
): string {
  const named = mission === null ? say.kinds[kind] : kind === "mission" ? mission : `${say.kinds[kind]} ${mission}`;
  const code = projectCode === null ? "" : ` (${projectCode})`;
  const counted = hours === undefined ? "" : ` (${say.declare.hours(hours)})`;
  return `${named}${code} ${say.format.days(amount)}${counted}`;
}
