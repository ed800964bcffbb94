import type { Context } from "../../cli/context.ts";
import type { Machine } from "../../flows/session.ts";

/** All that a command of the staff may use of the process that it runs in: a part of what porte's commands may. */
export interface StaffContext
  extends Pick<
    Context,
    "say" | "look" | "words" | "tell" | "show" | "note" | "readStdin" | "confirm" | "today" | "packageFolder"
  > {
  /** Who asks a company, and when; whom it asks is typed. */
  machine(): Pick<Machine, "env" | "now" | "agent" | "onNewer">;
}
