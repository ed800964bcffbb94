import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { parseDay, parseMonth } from "../../domain/calendar.ts";
import { parseKilometres, scaleOf, VEHICLE_KINDS, type VehicleFacts, type VehicleKind } from "../../domain/mileage.ts";
import { parseCount, sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { domainInUse } from "../../flows/law-in-use.ts";
import type { Settings } from "../../store/settings.ts";
import { expenseJson, expensesText } from "../../view/expenses.ts";
import { warnOfLeftOut } from "../left-out-law.ts";
import { drivesFrom, type MileageOptions } from "./drives.ts";

interface VehicleOptions {
  readonly power?: number;
  readonly kind: VehicleKind;
  readonly electric?: boolean;
  readonly forget?: boolean;
}

/** `porte expenses mileage [km]`, `porte expenses vehicle [name]`. */
export function registerTrips(expenses: Command, context: Context): void {
  const { expenses: help } = context.say.help;
  expenses
    .command("mileage")
    .description(help.mileage)
    .argument("[kilometres]", help.kilometres, parseKilometres)
    .option("--vehicle <name>", help.vehicleName)
    .option("--date <day>", help.tripDate, parseDay)
    .option("--return", help.return)
    .option("--from <place>", help.from)
    .option("--to <place>", help.to)
    .option("--mission <reference>", help.mission)
    .option("--note <text>", help.note)
    .option("--csv <file>", help.tripsCsv)
    .option("--layout <name>", context.say.help.tables.layout)
    .option("--ics <file>", help.tripsIcs)
    .option("--include-declined", context.say.help.declare.includeDeclined)
    .option("--month <month>", help.tripsMonth, (text: string) => parseMonth(text, context.today()))
    .option("--match <word>", help.tripsMatch)
    .action((metres: number | undefined, options: MileageOptions) => mileage(context, metres, options));
  expenses
    .command("vehicle")
    .description(help.vehicle)
    .argument("[name]", help.vehicleName)
    .option("--power <cv>", help.power, (text: string) => parseCount(text, 1, 99))
    .addOption(new Option("--kind <kind>", help.vehicleKind).choices([...VEHICLE_KINDS]).default("car"))
    .option("--electric", help.electric)
    .option("--forget", help.forgetVehicle)
    .action((name: string | undefined, options: VehicleOptions) => vehicle(context, name, options));
}

/** Keeps drives, each with what the scale says of it after the year's others. */
async function mileage(context: Context, metres: number | undefined, options: MileageOptions): Promise<void> {
  const [{ atHand, keepExpenses }, { tripExpenses }, { Settings }, session] = await Promise.all([
    import("../../flows/expenses/drafts.ts"),
    import("../../flows/expenses/trips.ts"),
    import("../../store/settings.ts"),
    context.session(),
  ]);
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

/** Lists the vehicles kept here; keeps one, or forgets it. */
async function vehicle(context: Context, name: string | undefined, options: VehicleOptions): Promise<void> {
  const [{ Settings }, { LocalActs }, { ownerOf }] = await Promise.all([
    import("../../store/settings.ts"),
    import("../../store/local-acts.ts"),
    import("../../flows/session.ts"),
  ]);
  const { machine, profile } = ownerOf(context.machine());
  const settings = new Settings(machine.folders);
  if (name !== undefined) {
    const { power, kind, electric = false, forget = false } = options;
    if (!forget && power === undefined && kind !== "moped")
      throw new PorteError("usage.missing_option", { option: "--power", command: "porte expenses vehicle" });
    const facts = { kind, power: power ?? 1, electric };
    if (!forget) scaleOf(facts, context.today(), await domainInUse(machine));
    const act = { kind: "vehicle", about: name, now: machine.now() } as const;
    await settings.inTurn((held) =>
      new LocalActs(machine.folders, profile).record(act, [settings.file], async () =>
        held.keepVehicle(name, forget ? null : facts),
      ),
    );
  }
  const vehicles = Object.entries(settings.vehicles()).map(([known, facts]) => ({ name: known, ...facts }));
  const { expenses: words } = context.say;
  if (vehicles.length === 0) context.note(words.noVehicle);
  context.show({ vehicles }, () => vehicles.map(words.vehicle).join("\n"));
}
