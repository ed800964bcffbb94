import type { components } from "../../contract/types.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { inOneLine } from "../../i18n/printable.ts";

type Schemas = components["schemas"];
type Item = Partial<Schemas["Person"]> &
  Partial<Omit<Schemas["OwnedContract"], "owner">> &
  Partial<Omit<Schemas["OwnedMission"], "owner">> &
  Partial<Pick<Schemas["Token"], "owner" | "scopes" | "expiresAt">> & {
    readonly token?: string;
    readonly password?: string;
  };

/** The parts of a line, whatever a company says in them. */
function oneLine(parts: readonly (string | undefined)[]): string {
  return inOneLine(parts.join("  "));
}

/** One thing on one line, as it is told once it was added or has ended. */
export function itemLine(say: Catalogue, item: object, short = shortIds([(item as Item).id ?? ""])): string {
  const { format, administration, simulate } = say;
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
    return oneLine([
      owner?.name,
      simulate.contracts[contract.kind],
      simulate.statuses[contract.category],
      simulate.levels[contract.level],
      contract.job,
      term(contract),
    ]);
  if (expiresAt !== undefined)
    return oneLine([
      short(person.id ?? ""),
      owner?.email,
      person.name,
      scopes.map((scope) => say.whoami.scopes[scope] ?? scope).join(", "),
      format.instant(expiresAt),
      token,
    ]).trim();
  const role = administration.roles[person.staffRole ?? "porte"];
  const ended = person.endedAt == null ? "" : administration.accessEnded(format.instant(person.endedAt));
  const line = oneLine([person.email, person.name, role, ended].filter((part) => part !== ""));
  return password === undefined ? line : `${line}\n${administration.password(inOneLine(person.email ?? ""), password)}`;
}

/** What was erased of a person, and what is kept, until when, and by which text. */
export function erasureText({ administration, format }: Catalogue, { erased, kept }: Schemas["Erasure"]): string {
  const named = (what: string) => administration.dataNames[what] ?? what;
  const lines = kept.map(({ what, until, text }) => administration.kept(named(what), format.day(until), text));
  return [administration.erased(erased.map(named)), ...lines].join("\n");
}
