import type { Month } from "../../domain/calendar.ts";
import { type Figures, figuresOf } from "../../portage/promise.ts";
import { Simulations, type StoredSimulation } from "../../store/simulations.ts";
import { type Machine, ownerOf, type Session } from "../session.ts";

function simulationsOf(machine: Machine): Simulations {
  return new Simulations(machine.folders, ownerOf(machine).profile);
}

/** Keeps a simulation with the moment it is kept at, and gives its file. @throws {PorteError} `simulation.exists`, `simulation.name`. */
export function keepSimulation(
  machine: Machine,
  simulation: Omit<StoredSimulation, "schema" | "savedAt">,
): Promise<string> {
  return simulationsOf(machine).keep({ schema: 1, savedAt: machine.now().toISOString(), ...simulation });
}

/** Finds a kept simulation. @throws {PorteError} `simulation.unknown`, `simulation.name`. */
export function storedSimulation(machine: Machine, name: string): Promise<StoredSimulation> {
  return simulationsOf(machine).find(name);
}

/** Lists what is kept, oldest first. */
export function storedSimulations(machine: Machine): Promise<StoredSimulation[]> {
  return simulationsOf(machine).list();
}

/** Takes the figures of the payslip that the company paid. @throws {PorteError} `company.refused` for a month without one. */
export async function paidFigures({ reader }: Session, month: Month): Promise<Figures> {
  return figuresOf(await reader.payslip(month));
}
