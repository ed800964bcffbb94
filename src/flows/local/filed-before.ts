import type { Month } from "../../domain/calendar.ts";
import { Records } from "../../store/records/records.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";

/** Lists what was filed in a profile before it had a company: it stays what it was, beside what the company holds; nothing in a local profile. */
export async function filedBefore(
  { isLocal, folder, machine }: Pick<Session, "isLocal" | "folder" | "machine">,
  query: { readonly since?: Month },
): Promise<HeldReport[]> {
  if (isLocal || new Records(folder).years("filed-reports").length === 0) return [];
  const { LocalReader } = await import("./local-reader.ts");
  return new LocalReader(folder, machine).reports(query);
}
