import { PorteError } from "../../errors.ts";
import type { Session } from "../session.ts";

/**
 * Refuses what a person does themself, where a company does it: its answers come by its API.
 * @param command what was typed.
 * @throws {PorteError} `delivery.by_company`.
 */
export function assertLocal({ isLocal }: Pick<Session, "isLocal">, command: string): void {
  if (!isLocal) throw new PorteError("delivery.by_company", { command });
}
