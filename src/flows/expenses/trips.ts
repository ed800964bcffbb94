import type { Day } from "../../domain/calendar.ts";
import { type ExpenseFacts, PLAIN_FACTS, type Trip } from "../../domain/expense.ts";
import { type MileageLaw, tripWorth, yearMetres } from "../../domain/mileage.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import { storedExpenses } from "./drafts.ts";

type Driven = Pick<ExpenseFacts, "date" | "trip">;

/** The trips that count before others of these days: those of their years that the company holds and has not refused. */
export async function tripsHeld({ company }: Session, days: readonly Day[]): Promise<Driven[]> {
  const [first] = days.toSorted();
  if (first === undefined) return [];
  return (await company.expenses({ since: `${first.slice(0, 4)}-01` })).filter(({ state }) => state !== "refused");
}

interface Drive {
  readonly date: string;
  readonly trip: Trip;
}

/** What a trip is worth after others of its year with the same vehicle, whatever their own days. */
export function worthAfter(others: readonly Driven[], { date, trip }: Drive, law: MileageLaw): number {
  const year = others.flatMap((one) =>
    one.trip !== null && one.date.slice(0, 4) === date.slice(0, 4) ? [one.trip] : [],
  );
  return tripWorth(trip.vehicle, trip.metres, yearMetres(trip.vehicle, year), date, law);
}

/** A drive to keep. */
export interface DrivenDay extends Drive {
  readonly mission: string | null;
  readonly note: string | null;
}

/** Works out what drives are worth, one after the other, after all those that the company and this machine hold. */
export async function tripExpenses(session: Session, drives: readonly DrivenDay[]): Promise<ExpenseFacts[]> {
  const [held, drafts, law] = await Promise.all([
    tripsHeld(
      session,
      drives.map(({ date }) => date),
    ),
    storedExpenses(session),
    domainInUse(session.machine),
  ]);
  const before: Driven[] = [...held, ...drafts];
  return drives.map(({ date, trip, mission, note }) => {
    const amountCents = worthAfter(before, { date, trip }, law);
    before.push({ date, trip });
    return { ...PLAIN_FACTS, date, category: "mileage", amountCents, mission, note, trip };
  });
}
