import { resolve } from "node:path";
import type { Context } from "../../cli/context.ts";
import type { CompanySheet, Way } from "../../domain/local/sheet.ts";
import type { SaidFacts } from "../../domain/local/sheet-facts.ts";
import type { Cents } from "../../domain/money.ts";

/** What is typed of a sheet's facts. */
export interface FactsInput extends Omit<SaidFacts, "feeCap"> {
  readonly feeCap?: Cents | "none";
  readonly via?: "smtp" | "eml" | "mailto";
}

/** Takes the facts that were typed, with each folder by its whole path and each mail by the way that was said, or is known. */
export function factsFrom({ env }: Pick<Context, "env">, input: FactsInput, { delivery }: CompanySheet): SaidFacts {
  const { via, deliver, deliverExpenses, feeCap, ...facts } = input;
  const known = viaOf(delivery.reports) ?? viaOf(delivery.expenses) ?? "eml";
  const whole = (way: Way | null): Way | null => {
    if (way?.by === "mail") return { ...way, via: via ?? known };
    return way?.by === "folder" ? { by: "folder", folder: wholeFolder(way.folder, env.HOME) } : way;
  };
  /** A way of mail that is said alone is that of the mail that is known. */
  const changed = (way: Way | null) => (via !== undefined && way?.by === "mail" ? { ...way, via } : undefined);
  const reports = deliver === undefined ? changed(delivery.reports) : whole(deliver);
  const expenses = deliverExpenses === undefined ? changed(delivery.expenses) : whole(deliverExpenses);
  return {
    ...facts,
    ...(feeCap === undefined ? {} : { feeCap: feeCap === "none" ? null : feeCap }),
    ...(reports === undefined ? {} : { deliver: reports }),
    ...(expenses === undefined || (deliverExpenses === undefined && deliver !== undefined)
      ? {}
      : { deliverExpenses: expenses }),
  };
}

function viaOf(way: Way | null): FactsInput["via"] {
  return way?.by === "mail" ? way.via : undefined;
}

/** A folder by its whole path: a shell leaves `folder:~/Portage` as it is. */
export function wholeFolder(folder: string, home = ""): string {
  return resolve(home === "" ? folder : folder.replace(/^~(?=$|[/\\])/, home));
}
