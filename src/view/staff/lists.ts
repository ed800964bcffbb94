import type { components } from "../../contract/types.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { RenderOptions } from "../look.ts";
import { type Column, table } from "../table.ts";
import { idOf, type Owned } from "./owned.ts";

type Schemas = components["schemas"];

/** What is never cut: a name that is typed, a date, a number. */
const WHOLE = { gives: "never" } as const;

/** A list under its heads; a sentence where there is nothing. */
function listed(look: RenderOptions, columns: readonly Column[], rows: readonly (readonly string[])[], none: string) {
  return rows.length === 0 ? none : table(look, columns, rows);
}

/** Lists people: how each is named and logs in, what each may do, and whose access has ended. */
export function peopleText(look: RenderOptions, people: readonly Schemas["Person"][]): string {
  const { format, administration, staff } = look.say;
  const { heads } = staff;
  const isAnyEnded = people.some(({ endedAt }) => endedAt !== null);
  const columns = [
    { title: heads.email, ...WHOLE },
    { title: heads.name },
    { title: heads.role },
    ...(isAnyEnded ? [{ title: heads.accessEnded }] : []),
  ];
  const rows = people.map(({ email, name, staffRole, endedAt }) => [
    email,
    name,
    administration.roles[staffRole ?? "porte"],
    ...(isAnyEnded ? [endedAt === null ? "" : format.instant(endedAt)] : []),
  ]);
  return listed(look, columns, rows, administration.nothing);
}

/** Lists contracts, each with its porté and its dates. */
export function employmentContractsText(look: RenderOptions, contracts: readonly Schemas["OwnedContract"][]): string {
  const { administration, staff, simulate } = look.say;
  const { heads } = staff;
  const columns = [
    { title: heads.porte },
    { title: heads.contract, ...WHOLE },
    { title: heads.category, ...WHOLE },
    { title: heads.level, drops: 1 },
    { title: heads.job, drops: 2 },
    { title: heads.dates },
  ];
  const rows = contracts.map(({ owner, contract }) => [
    owner.name,
    simulate.contracts[contract.kind],
    simulate.statuses[contract.category],
    simulate.levels[contract.level],
    contract.job,
    datesIn(look, contract),
  ]);
  return listed(look, columns, rows, administration.nothing);
}

/** Lists missions, each with its porté, its dates and its price. */
export function ownedMissionsText(look: RenderOptions, missions: readonly Schemas["OwnedMission"][]): string {
  const { administration, staff, format, missions: words } = look.say;
  const columns = [
    { title: words.reference, ...WHOLE },
    { title: staff.heads.porte },
    { title: words.client },
    { title: words.dates },
    { title: words.dailyRate, isRight: true },
  ];
  const rows = missions.map(({ owner, mission }) => [
    mission.reference,
    owner.name,
    mission.client,
    datesIn(look, mission),
    format.euros(mission.dailyRateCents),
  ]);
  return listed(look, columns, rows, administration.nothing);
}

/** Lists tokens: what each is for, what it may do, and until when. */
export function tokensText(look: RenderOptions, tokens: readonly Schemas["Token"][]): string {
  const { administration, staff, format, whoami } = look.say;
  const { heads } = staff;
  const short = shortIds(tokens.map(({ id }) => id));
  const columns = [
    { title: heads.id, ...WHOLE },
    { title: heads.email, ...WHOLE },
    { title: heads.purpose },
    { title: heads.scopes },
    { title: heads.expires },
  ];
  const rows = tokens.map(({ id, owner, name, scopes, expiresAt }) => [
    short(id),
    owner.email,
    name,
    scopes.map((scope) => whoami.scopes[scope] ?? scope).join(", "),
    format.instant(expiresAt),
  ]);
  return listed(look, columns, rows, administration.nothing);
}

/** Lists what clients have paid, each with its state. */
export function paymentsText(look: RenderOptions, payments: readonly Schemas["OwnedPayment"][]): string {
  const { staff, format, labelled } = look.say;
  const { heads } = staff;
  const short = shortIds(payments.map(({ id }) => id));
  const columns = [
    { title: heads.id, ...WHOLE },
    { title: heads.receivedOn, ...WHOLE },
    { title: heads.porte },
    { title: heads.client },
    { title: heads.month, drops: 1 },
    { title: heads.amount, isRight: true },
    { title: heads.state },
  ];
  const rows = payments.map((one) => {
    const state = staff.paymentStates[one.state] ?? one.state;
    return [
      short(one.id),
      format.day(one.receivedOn),
      one.owner.name,
      one.client,
      format.month(one.month),
      format.euros(one.amountCents),
      one.reversal === null ? state : labelled(state, one.reversal.reason),
    ];
  });
  return listed(look, columns, rows, staff.noPayment);
}

/** Lists what waits for a decision: its number, its short identifier, whose it is, and what. */
export function waitingText(look: RenderOptions, items: readonly Owned[]): string {
  const { company, staff } = look.say;
  const { heads } = staff;
  const short = shortIds(items.map(idOf));
  const isOfReports = items.every(({ report }) => report !== undefined);
  const columns = [
    { title: heads.number, isRight: true },
    { title: heads.id, ...WHOLE },
    { title: heads.porte },
    { title: isOfReports ? heads.month : heads.day, ...WHOLE },
    { title: isOfReports ? heads.turnover : heads.amount, isRight: true },
    { title: isOfReports ? heads.state : heads.what },
  ];
  const rows = items.map((item, index) => [
    String(index + 1),
    short(idOf(item)),
    item.owner.name,
    ...factsOf(look, item),
  ]);
  return listed(look, columns, rows, company.nothingWaits);
}

/** When it was, what it is worth, and what it is. */
function factsOf({ say }: RenderOptions, { report, expense }: Owned): string[] {
  const { states, format, categories } = say;
  if (report !== undefined)
    return [format.month(report.month), format.euros(report.turnoverCents), states[report.state] ?? report.state];
  if (expense === undefined) return ["", "", ""];
  const { date, amountCents, category, note } = expense;
  return [
    format.day(date),
    format.euros(amountCents),
    [categories[category] ?? category, note].filter(Boolean).join(" · "),
  ];
}

function datesIn({ say }: RenderOptions, { start, end }: { readonly start: string; readonly end: string | null }) {
  return say.missions.until(say.format.day(start), end === null ? null : say.format.day(end));
}
