import { dayText, PRINTED, periodText } from "../../../domain/payslip-code.ts";
import { payslipWords as words } from "../../../i18n/fr/documents.ts";
import { fr } from "../../../i18n/fr.ts";
import type { Schemas } from "../../deps.ts";
import type { PayslipDocument } from "../../payslips/document.ts";
import { monthlyHours } from "../../payslips/mentions.ts";
import type { Model } from "./model.ts";
import { placed, type Row, row, withSplitCet } from "./rows.ts";
import { SLOTS } from "./slots.ts";

type Payslip = PayslipDocument;
type Pair = readonly [string, string];

/** A payslip as its page says it, before anything is drawn. */
export interface PayslipPage {
  readonly month: string;
  readonly employer: readonly string[];
  readonly employee: readonly string[];
  /** The establishment, the period, the hours, the day of payment, the leave: each a label and a text. */
  readonly mentions: readonly Pair[];
  readonly gross: readonly Row[];
  readonly head: readonly string[];
  readonly contributions: readonly Row[];
  /** From what is left of the pay to the sum that is received. */
  readonly net: readonly Row[];
  readonly received: Row;
  readonly afterwards: readonly Row[];
  readonly toDate: readonly Pair[];
  readonly account: readonly Pair[];
}

const { format: f } = fr;

/** Lays a payslip out in one of the models. */
export function layOut(slip: Payslip, employer: Schemas["Employer"], model: Model): PayslipPage {
  return {
    month: slip.reversal === undefined ? f.month(slip.month) : words.reversed(f.month(slip.month)),
    employer: [employer.name, employer.address, ...(employer.establishment === null ? [] : [employer.establishment])],
    employee: [slip.owner.name, ...employment(slip.contract)],
    mentions: mentionsOf(slip, employer),
    head: words.models[model].head,
    gross: grossRows(slip, model),
    contributions: CONTRIBUTIONS[model](slip),
    ...netRows(slip, model),
    toDate: toDate(slip),
    account: account(slip),
  };
}

function employment({ kind, start, end, job, position }: Payslip["contract"]): string[] {
  return [
    words.job(job),
    words.position(position),
    words.contract(kind, dayText(start), end === null ? null : dayText(end)),
  ];
}

function mentionsOf(slip: Payslip, employer: Schemas["Employer"]): Pair[] {
  return [
    [PRINTED.period, periodText(slip.month)],
    [PRINTED.siret, employer.siret.replace(/^(\d{3})(\d{3})(\d{3})/, "$1 $2 $3 ")],
    [PRINTED.paidOn, dayText(slip.transferDate)],
    [words.activityCode, employer.apeCode],
    [words.workingTime, duration(slip)],
    [words.agreement, words.agreementOf(slip.agreement)],
    [words.leave, leave(slip.paidLeave)],
  ];
}

function duration({ contract, hours }: Payslip): string {
  if (contract.forfaitDays !== null) return words.forfait(contract.forfaitDays);
  const whole = monthlyHours(contract);
  const week = words.hoursAWeek(contract.weeklyHours);
  if (hours === null) return words.hoursAMonth(whole, week);
  return hours === whole ? words.hoursOfWhole(hours, week) : words.hoursOfPart(hours, whole);
}

function leave({ taken, takenDays }: Payslip["paidLeave"]): string {
  if (taken.length === 0) return words.noLeave;
  const days = taken.map(({ start, end }) =>
    start === end ? words.onDay(dayText(start)) : words.fromDayToDay(dayText(start), dayText(end)),
  );
  return `${days.join(", ")} (${f.days(takenDays)})`;
}

function grossRows({ parts, grossCents }: Payslip, model: Model): Row[] {
  const names = fr.pay.parts as Readonly<Record<string, string>>;
  const order = [...Object.keys(names), ...Object.keys(parts).filter((part) => names[part] === undefined)];
  const amounts: Readonly<Record<string, number>> = parts;
  const made = order.map((part) => [part, amounts[part] ?? 0] as const).filter(([, cents]) => cents !== 0);
  return [
    ...made.map(([part, employee]) => row("line", names[part] ?? part, { employee })),
    row("total", words.models[model].gross, { employee: grossCents }),
  ];
}

const CONTRIBUTIONS: Record<Model, (slip: Payslip) => Row[]> = {
  "2023": (slip) => {
    const [slots] = SLOTS["2023"];
    return [
      ...placed(withSplitCet(slip.lines), slots).rows,
      row("group", words.exemptions, { employer: -slip.generalReductionCents }),
      totalRow(words.total, slip),
    ];
  },
  "2027": (slip) => {
    const [compulsory, optional] = SLOTS["2027"];
    const first = placed(withSplitCet(slip.lines), compulsory);
    const second = placed(first.left, optional).rows;
    const [employee, employer] = [total(second, "employee"), total(second, "employer")];
    return [
      ...first.rows,
      row("total", words.totalCompulsory, {
        employee: slip.employeeCents - employee,
        employer: slip.employerCents + slip.generalReductionCents - employer,
      }),
      row("group", words.exemptionsAndReliefs, { employer: -slip.generalReductionCents }),
      ...(second.length === 0 ? [] : [row("heading", words.optional)]),
      ...second,
      totalRow(words.total, slip),
    ];
  },
};

const total = (rows: readonly Row[], cell: "employee" | "employer") =>
  rows.reduce((sum, found) => sum + (found[cell] ?? 0), 0);

function totalRow(label: string, { employeeCents, employerCents }: Payslip): Row {
  return row("total", label, { employee: employeeCents, employer: employerCents });
}

/** What is paid back is part of the sums before and after tax, as the order's models have it. */
function netRows(slip: Payslip, model: Model): Pick<PayslipPage, "net" | "received" | "afterwards"> {
  const { expensesCents, mealVouchers } = slip;
  const keptBackCents = mealVouchers?.employeeCents ?? 0;
  const hasOthers = expensesCents !== 0 || keptBackCents !== 0;
  const { beforeTax, received } = words.models[model];
  const paidBack = [
    row("heading", words.paidBack),
    ...(expensesCents === 0 ? [] : [row("line", words.expenses, { employee: expensesCents })]),
    ...(mealVouchers === undefined
      ? []
      : [row("line", words.mealVouchers(mealVouchers.count), { employee: -keptBackCents })]),
  ];
  return {
    net: [
      row("sum", words.netSocial, { employee: slip.netSocialCents }),
      ...(hasOthers ? paidBack : []),
      row("sum", beforeTax, { employee: slip.netBeforeTaxCents + expensesCents - keptBackCents }),
      row("heading", words.tax),
      row("line", words.netTaxable, { employee: slip.netTaxableCents }),
      row("line", words.withholding, {
        base: slip.netTaxableCents,
        ratePpm: slip.withholdingPpm,
        employee: -slip.withholdingCents,
      }),
    ],
    received: row("sum", received, { employee: slip.transferCents }),
    afterwards: [
      ...(!hasOthers ? [] : [row("line", PRINTED.net[0], { employee: slip.netPaidCents })]),
      row("group", words.cost, { employer: slip.costCents }),
    ],
  };
}

function toDate({ month, yearToDate: sums }: Payslip): Pair[] {
  const name = (what: string) => `${what} ${month.slice(0, 4)}`;
  return [
    [name(words.toDate.gross), f.euros(sums.grossCents)],
    [name(words.toDate.netTaxable), f.euros(sums.netTaxableCents)],
    [name(words.toDate.withholding), f.euros(sums.withholdingCents)],
    [name(words.toDate.netPaid), f.euros(sums.netPaidCents)],
  ];
}

/** A charge that the company takes outside of its fee, under the name that it agreed with the porté. */
interface Charge {
  readonly name: string;
  readonly cents: number;
}

/** What stays on the account, what the company advances, and what it takes back of an earlier advance. */
function advances({ remainderCents, recoveredCents = 0 }: Payslip): Pair[] {
  return [
    ...(recoveredCents === 0 ? [] : [[words.recovered, f.euros(recoveredCents)] as Pair]),
    ...(remainderCents < 0 ? [[words.advanced, f.euros(-remainderCents)] as Pair] : []),
    ...(remainderCents > 0 ? [[fr.pay.remainder, f.euros(remainderCents)] as Pair] : []),
  ];
}

function account(slip: Payslip & { readonly charges?: readonly Charge[] }): Pair[] {
  const charges = (slip.charges ?? []).map(({ name, cents }): Pair => [name, f.euros(cents)]);
  return [
    [fr.pay.turnover, f.euros(slip.turnoverCents)],
    [fr.pay.fee, f.euros(slip.managementFeeCents)],
    ...charges,
    [fr.pay.reserve, f.euros(slip.reserveCents)],
    [fr.pay.cost, f.euros(slip.costCents)],
    ...advances(slip),
  ];
}
