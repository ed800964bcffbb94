import type { Context } from "../../cli/context.ts";
import type { VehicleFacts } from "../../domain/mileage.ts";
import { sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { atHand, keepExpenses } from "../../flows/expenses/drafts.ts";
import { tripExpenses } from "../../flows/expenses/trips.ts";
import { Settings } from "../../store/settings.ts";
import { expenseJson, expensesText } from "../../view/expenses.ts";
import { warnOfLeftOut } from "../left-out-law.ts";
import { drivesFrom, type FindsDrives, type MileageOptions } from "./drives.ts";
import { warnOfRepeat } from "./repeated.ts";

interface Input extends MileageOptions {
  /** In metres. */
  readonly kilometres?: number;
}

type Slice = FindsDrives & Pick<Context, "look" | "session" | "words" | "warn" | "keeps" | "show">;

/** Keeps drives, each with what the scale says of it after the year's others. */
export async function run(context: Slice, { kilometres: metres, ...options }: Input): Promise<void> {
  const session = await context.session();
  await warnOfLeftOut(context);
  const car = vehicleNamed(new Settings(session.machine.folders), options.vehicle);
  const drives = await drivesFrom(context, car, metres, options, session);
  if (drives.length === 0) return context.show({ expenses: [], added: 0 }, () => "");
  const facts = await context.wait(
    tripExpenses(
      session,
      drives.map(({ drive }) => drive),
    ),
  );
  const kept = await context.wait(
    keepExpenses(
      session,
      facts.map((one, index) => {
        const { source = null, before } = drives[index] ?? {};
        return { facts: one, receipt: null, source, ...(before === undefined ? {} : { before }) };
      }),
    ),
  );
  context.keeps();
  for (const { draft, isNew } of kept) if (isNew) await warnOfRepeat(context, session, draft.id);
  const shown = kept.map(({ draft }) => atHand(draft));
  const { expenses: words, format } = context.say;
  const news = kept.filter(({ isNew }) => isNew).map(({ draft }) => draft.amountCents);
  context.show({ expenses: shown.map(expenseJson), added: news.length }, () =>
    [expensesText(context.look, shown), words.tripsKept(news.length, format.euros(sum(news)))].join("\n"),
  );
  context.note(`  ${context.say.failure.arrow} ${words.sendHint}`);
}

/** The vehicle that is named, or the only one. @throws {PorteError} `expense.unknown_vehicle`. */
function vehicleNamed(settings: Settings, name: string | undefined): VehicleFacts {
  const known = settings.vehicles();
  const names = Object.keys(known);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  const found = chosen === undefined ? undefined : known[chosen];
  if (found === undefined) throw new PorteError("expense.unknown_vehicle", { name: chosen ?? "", names });
  return found;
}
