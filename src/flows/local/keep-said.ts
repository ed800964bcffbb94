import { Records } from "../../store/records/records.ts";
import type { Telling } from "../../store/records/told.ts";
import type { Session } from "../session.ts";

/** Keeps what is said here of an area, as it is from now on. @throws {PorteError} `file.unwritable`, `file.busy`. */
export function keepSaid({ machine, folder }: Pick<Session, "machine" | "folder">, telling: Telling): Promise<void> {
  return new Records(folder).keepOwn("me", machine.now().toISOString(), { kind: "typed" }, telling);
}
