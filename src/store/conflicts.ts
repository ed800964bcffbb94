import { join } from "node:path";
import { namesIn } from "./read.ts";
import type { Area } from "./records/areas.ts";
import { copiesIn } from "./records/lines.ts";

/** The files that a synchronised folder made where two machines wrote one at once, by their whole paths. */
interface ConflictCopies {
  /** Those of facts: what they say is read with the rest. */
  readonly read: readonly string[];
  /** Those of what is typed: the file that bears the name stands, and the copy stays where it is. */
  readonly unread: readonly string[];
}

/** What its porté says of a profile without a company, which two machines may both write. */
const SHARED = [
  ...(["sheet", "missions", "expenses", "filed-reports", "filed-payslips"] as const),
  ...(["dossiers", "deliveries", "movements"] as const),
] satisfies readonly Area[];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;
const MONTH = /^\d{4}-\d{2}\.json$/;

/** Finds the copies among what one person keeps. @param folder of it. @throws {PorteError} `file.unreadable`. */
export function conflictCopies(folder: string): ConflictCopies {
  const read = SHARED.flatMap((area) => {
    const place = join(folder, "records", area);
    return copiesIn(place).map((name) => join(place, name));
  });
  const others = (place: string, name: RegExp) =>
    namesIn(place)
      .filter((one) => one.endsWith(".json") && !name.test(one))
      .map((one) => join(place, one));
  return { read, unread: [...others(join(folder, "reports"), MONTH), ...others(join(folder, "expenses"), ID)] };
}
