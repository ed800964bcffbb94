import { list } from "../../../client/list.ts";
import { inOneLine } from "../../../i18n/printable.ts";
import type { Schemas } from "../../deps.ts";
import type { Office } from "../act.ts";
import type { Desk } from "../commands.ts";
import type { Resource } from "./resources.ts";

/** Reads a whole list, of everybody or of one person. */
export async function listAll({ line }: Office, { operations }: Resource, email?: string): Promise<object[]> {
  return list(line, operations.list, { query: { limit: "100", ...(email === undefined ? {} : { email }) } });
}

type Item = Partial<Schemas["Person"]> &
  Partial<Omit<Schemas["OwnedContract"], "owner">> &
  Partial<Omit<Schemas["OwnedMission"], "owner">> &
  Partial<Pick<Schemas["Token"], "owner" | "scopes" | "expiresAt">> & {
    readonly token?: string;
    readonly password?: string;
  };

/** The parts of a line, whatever a company says in them. */
export function oneLine(parts: readonly (string | undefined)[]): string {
  return inOneLine(parts.join("  "));
}

/** One thing on one line, as its list shows it. */
export function itemLine({ say }: Desk, item: object): string {
  const { format, administration } = say;
  const { owner, mission, contract, scopes = [], expiresAt, token, password, ...person } = item as Item;
  const term = ({ start, end }: { start: string; end: string | null }) =>
    `${format.day(start)} → ${end === null ? "…" : format.day(end)}`;
  if (mission !== undefined)
    return oneLine([
      mission.reference,
      owner?.name,
      mission.client,
      format.euros(mission.dailyRateCents),
      term(mission),
    ]);
  if (contract !== undefined)
    return oneLine([owner?.name, contract.kind, contract.category, contract.level, contract.job, term(contract)]);
  if (expiresAt !== undefined)
    return oneLine([person.id, owner?.email, person.name, scopes.join(" "), format.instant(expiresAt), token]).trim();
  const role = administration.roles[person.staffRole ?? "porte"];
  const ended = person.endedAt == null ? "" : administration.accessEnded(format.instant(person.endedAt));
  const line = oneLine([person.email, person.name, role, ended].filter((part) => part !== ""));
  return password === undefined ? line : `${line}\n${administration.password(inOneLine(person.email ?? ""), password)}`;
}
