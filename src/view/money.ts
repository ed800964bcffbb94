import { type Cents, toEuros, toFraction } from "../domain/money.ts";
import { inOneLine } from "../i18n/printable.ts";
import { type Parcel, STAGES, stageSums } from "../portage/parcel.ts";
import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** Where money is, as it was followed. */
interface Tracked {
  readonly parcels: readonly Parcel[];
  readonly months: readonly {
    readonly month: string;
    readonly minimumCents: Cents | null;
    readonly transferDate: string | null;
  }[];
  readonly advanceCents: Cents;
}

/** Where money is, as scripts read it; what nobody knows is null. */
export function trackedJson({ parcels, months, advanceCents }: Tracked) {
  const euros = (cents: Cents | null) => (cents === null ? null : toEuros(cents));
  return {
    parcels: parcels.map((one) => ({
      month: one.month,
      mission: one.mission,
      client: one.client,
      days: one.days,
      amount: euros(one.worthCents),
      stages: {
        declared: toEuros(one.stages.declared),
        approved: toEuros(one.stages.approved),
        invoiced: toEuros(one.stages.invoiced),
        late: toEuros(one.stages.late),
        collected: toEuros(one.stages.collected),
        "paid-on": toEuros(one.stages["paid-on"]),
      },
      beyond: toEuros(one.beyondCents),
      invoice: one.invoice?.number ?? null,
      dueOn: one.invoice?.dueOn ?? null,
      late:
        one.late === null
          ? null
          : {
              days: one.late.days,
              interest: one.late.unknownDays === 0 ? toEuros(one.late.knownCents) : null,
              knownInterest: toEuros(one.late.knownCents),
              unknownDays: one.late.unknownDays,
              fixed: euros(one.late.fixedCents),
              rate: one.invoice?.lateRatePpm == null ? null : toFraction(one.invoice.lateRatePpm),
            },
      nextReminderOn: one.invoice?.nextReminderOn ?? null,
      lastReceivedOn: one.lastReceivedOn,
      paidOn: one.paidOn,
      toCome: toEuros(one.toComeCents),
    })),
    months: months.map(({ month, minimumCents, transferDate }) => ({
      month,
      minimum: euros(minimumCents),
      transferDate,
    })),
    advance: toEuros(advanceCents),
  };
}

/** Where money is: a line for each mission's month with its stages, and under it what is known of each. */
export function trackedText(look: RenderOptions, tracked: Tracked): string {
  const { money: words, format } = look.say;
  const { parcels, months, advanceCents } = tracked;
  if (parcels.length === 0) return words.noMoney;
  const sums = stageSums(parcels);
  const shown = STAGES.filter((stage) => sums[stage] !== 0);
  const columns = [
    { title: words.month, gives: "never" as const },
    { title: words.mission, gives: "never" as const },
    { title: words.worth, isRight: true },
    ...shown.map((stage, index) => ({
      title: words.stages[stage],
      isRight: true,
      drops: stage === "late" ? STAGES.length + 1 : index + 1,
    })),
  ];
  const amount = (cents: Cents) => (cents === 0 ? "" : format.euros(cents));
  const rows = parcels.map((one) => [
    format.month(one.month),
    one.mission,
    one.worthCents === null ? words.unknown : format.euros(one.worthCents),
    ...shown.map((stage) => amount(one.stages[stage])),
  ]);
  const [only] = months;
  const title = months.length === 1 && only !== undefined ? format.month(only.month) : words.everyMonth;
  return [
    look.paint.strong(words.tracked(title)),
    table(look, columns, rows, { keepsTitles: true }),
    ...parcels.filter(isUnfinished).map((one) => storyOf(look, one)),
    ...months.filter(({ month }) => isOwed(parcels, month)).map((one) => owedText(look, one, parcels)),
    ...(advanceCents === 0 ? [] : [words.advance(format.euros(advanceCents))]),
  ].join("\n");
}

/** Whether some of it has not been paid on yet. */
function isUnfinished({ stages, beyondCents }: Parcel): boolean {
  return beyondCents !== 0 || STAGES.some((stage) => stage !== "paid-on" && stages[stage] !== 0);
}

function isOwed(parcels: readonly Parcel[], month: string): boolean {
  return parcels.some((one) => one.month === month && isUnfinished(one));
}

/** What is known of one mission's month, in its order. */
function storyOf({ say }: RenderOptions, one: Parcel): string {
  const { money: words, format } = say;
  const { invoice, late } = one;
  const parts = [
    invoice === null ? words.notInvoiced : words.invoice(invoice.number, format.day(invoice.dueOn)),
    ...(late === null ? [] : lateParts(say, one)),
    ...receivedParts(say, one),
    ...(one.paidOn.length === 0 ? [] : [words.paidOn(one.paidOn.map(format.day).join(", "))]),
    ...(one.beyondCents === 0 ? [] : [words.beyond(format.euros(one.beyondCents))]),
  ];
  return inOneLine(say.labelled(`${format.month(one.month)}, ${one.mission}`, parts.join(" · ")));
}

/** What the client has paid; where it is a part, how much of it and what is left. */
function receivedParts({ money: words, format }: RenderOptions["say"], { stages, lastReceivedOn }: Parcel): string[] {
  if (lastReceivedOn === null) return [];
  const day = format.day(lastReceivedOn);
  const left = stages.declared + stages.approved + stages.invoiced + stages.late;
  if (left === 0) return [words.received(day)];
  return [words.partReceived(format.euros(stages.collected + stages["paid-on"]), format.euros(left), day)];
}

function lateParts({ money: words, format }: RenderOptions["say"], { invoice, late }: Parcel): string[] {
  if (late === null) return [];
  const last = invoice?.reminders.at(-1);
  const next = invoice?.nextReminderOn ?? null;
  const fixed = late.fixedCents === null ? null : format.euros(late.fixedCents);
  const isKnown = late.unknownDays < late.days;
  return [
    words.late(late.days),
    ...(isKnown ? [words.interest(format.euros(late.knownCents), fixed)] : []),
    ...(isKnown || fixed === null ? [] : [words.fixedOwed(fixed)]),
    ...(late.unknownDays === 0 ? [] : [words.interestUnknown(late.unknownDays)]),
    ...(last === undefined ? [] : [words.reminded(format.day(last.sentOn), last.by)]),
    next === null ? words.noReminder : words.nextReminder(format.day(next)),
  ];
}

/** What is owed of a month whatever the client does, and what comes once they pay. */
function owedText(
  { say }: RenderOptions,
  { month, minimumCents, transferDate }: Tracked["months"][number],
  parcels: readonly Parcel[],
): string {
  const { money: words, format } = say;
  const toCome = parcels.filter((one) => one.month === month).reduce((total, one) => total + one.toComeCents, 0);
  const minimum = minimumCents === null ? words.minimumUnknown : words.minimum(format.euros(minimumCents));
  const parts = [
    transferDate === null ? minimum : words.transfer(format.day(transferDate)),
    ...(toCome === 0 ? [] : [words.toCome(format.euros(toCome))]),
  ];
  return say.labelled(words.owed(format.month(month)), parts.join(" · "));
}
