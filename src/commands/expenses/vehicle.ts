import type { Context } from "../../cli/context.ts";
import { scaleOf, type VehicleKind } from "../../domain/mileage.ts";
import { PorteError } from "../../errors.ts";
import { domainInUse } from "../../flows/law-in-use.ts";
import { ownerOf } from "../../flows/session.ts";
import { Settings } from "../../store/settings.ts";
import { LocalActs } from "../../store/undo-log.ts";

interface Input {
  readonly name?: string;
  /** In fiscal horsepower. */
  readonly power?: number;
  readonly kind: VehicleKind;
  readonly electric?: boolean;
  readonly forget?: boolean;
}

/** Lists the vehicles kept here; keeps one, or forgets it. */
export async function run(
  context: Pick<Context, "say" | "machine" | "today" | "note" | "show">,
  { name, power, kind, electric = false, forget = false }: Input,
): Promise<void> {
  const { machine, folder } = await ownerOf(context.machine());
  const settings = new Settings(machine.folders);
  if (name !== undefined) {
    if (!forget && power === undefined && kind !== "moped")
      throw new PorteError("usage.missing_option", {
        option: "--power",
        command: "porte expenses vehicle",
        typed: [name],
      });
    const facts = { kind, power: power ?? 1, electric };
    if (!forget) scaleOf(facts, context.today(), await domainInUse(machine));
    const act = { kind: "vehicle", about: name, now: machine.now() } as const;
    await settings.inTurn((held) =>
      new LocalActs(folder).record(act, [settings.file], async () => held.keepVehicle(name, forget ? null : facts)),
    );
  }
  const vehicles = Object.entries(settings.vehicles()).map(([known, facts]) => ({ name: known, ...facts }));
  const { expenses: words } = context.say;
  if (vehicles.length === 0) context.note(words.noVehicle);
  context.show({ vehicles }, () => vehicles.map(words.vehicle).join("\n"));
}
