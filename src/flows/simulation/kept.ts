import type { Month } from "../../domain/calendar.ts";
import { type Figures, figuresOf } from "../../portage/promise.ts";
import { Simulations, type StoredSimulation } from "../../store/simulations.ts";
import { type Machine, ownerOf, type Session } from "../session.ts";

async function simulationsOf(machine: Machine): Promise<Simulations> {
  return new Simulations((await ownerOf(machine)).folder);
}

/** Keeps a simulation with the moment it is kept at, and gives its file. @throws {PorteError} `simulation.exists`, `simulation.name`. */
export async function keepSimulation(
  machine: Machine,
  simulation: Omit<StoredSimulation, "schema" | "savedAt">,
): Promise<string> {
  return (await simulationsOf(machine)).keep({ schema: 1, savedAt: machine.now().toISOString(), ...simulation });
}

/** Finds a kept simulation. @throws {PorteError} `simulation.unknown`, `simulation.name`. */
export async function storedSimulation(machine: Machine, name: string): Promise<StoredSimulation> {
  return (await simulationsOf(machine)).find(name);
}

/** Lists what is kept, oldest first. */
export async function storedSimulations(machine: Machine): Promise<StoredSimulation[]> {
  return (await simulationsOf(machine)).list();
}

/** Takes the figures of the payslip that the company paid. @throws {PorteError} `company.refused` for a month without one. */
export async function paidFigures({ reader }: Session, month: Month): Promise<Figures> {
  return figuresOf(await reader.payslip(month));
}
