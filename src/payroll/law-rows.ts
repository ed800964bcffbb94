import type { Dated } from "../domain/dated.ts";
import { extended, type LawRows, readLaw } from "../domain/law/file.ts";
import type { DomainLaw } from "../domain/law-tables.ts";
import type { Rate } from "./contribution.ts";
import { LEGISLATION, type Legislation, openTables } from "./legislation.ts";

/** The text of a file of law, and how the file is called where something of it is wrong. */
export interface LawText {
  readonly file: string;
  readonly text: string;
}

/** A law with the files that were added to it, in their order. */
export interface ReadLaw {
  readonly law: Legislation;
  readonly added: readonly LawRows[];
}

/**
 * Reads one file of law against a law, and adds its rows to it.
 * @throws {PorteError} `law.file` for a file that is wrong, or whose name is that of a file already added.
 */
export function addLaw(law: Legislation, { file, text }: LawText): { law: Legislation; rows: LawRows } {
  const fixed = [...law.domain.restDuties, ...law.domain.contractDuties].map(({ name }) => name);
  const rows = readLaw(text, file, { tables: openTables(law), fixed, taken: law.added });
  return { law: withRows(law, rows), rows };
}

/** Adds files of law one after the other: each is read against what those before it left. @throws {PorteError} `law.file`. */
export function readLaws(texts: readonly LawText[], law: Legislation = LEGISLATION): ReadLaw {
  return texts.reduce<ReadLaw>(
    (before, text) => {
      const { law: next, rows } = addLaw(before.law, text);
      return { law: next, added: [...before.added, rows] };
    },
    { law, added: [] },
  );
}

const DAYS = /"(?:from|until|checkedUntil)"\s*:\s*"(\d{4}-\d\d-\d\d)"/g;

/** Puts files in the order of the first day that each speaks of, so that each finds the rows it comes after. */
export function inOrder(texts: readonly LawText[]): readonly LawText[] {
  const firstOf = ({ text }: LawText) => [...text.matchAll(DAYS)].map(([, day = ""]) => day).toSorted()[0] ?? "";
  return texts.toSorted((one, other) => firstOf(one).localeCompare(firstOf(other)));
}

/** Gives a table with what a file adds to it. */
type Add = <Table extends Dated<unknown>>(table: Table) => Table;

function domainWith(law: DomainLaw, add: Add): DomainLaw {
  return {
    mileageScale: add(law.mileageScale),
    tripsFromHome: add(law.tripsFromHome),
    expenseLimits: add(law.expenseLimits),
    longStays: add(law.longStays),
    telework: add(law.telework),
    teleworkAgreed: add(law.teleworkAgreed),
    mealVouchers: add(law.mealVouchers),
    lodgingVatDeduction: add(law.lodgingVatDeduction),
    transportVatDeduction: add(law.transportVatDeduction),
    vatRates: law.vatRates.map(add),
    timeLimits: law.timeLimits.map(add),
    restDuties: law.restDuties,
    contractDuties: law.contractDuties,
  };
}

function withRows(law: Legislation, { name, tables }: LawRows): Legislation {
  const shares = new Map<Dated<number>, Dated<number>>();
  const add: Add = (table) => extended(table, tables.get(table.name));
  /** Contributions that share a table go on sharing it. */
  const shared = (table: Dated<number>): Dated<number> => {
    const known = shares.get(table) ?? add(table);
    shares.set(table, known);
    return known;
  };
  const rate = (of: Rate): Rate => (typeof of === "string" ? of : shared(of));
  return {
    added: [...law.added, name],
    domain: domainWith(law.domain, add),
    contributions: law.contributions.map((one) => ({
      ...one,
      ...(one.employee === undefined ? {} : { employee: rate(one.employee) }),
      ...(one.employer === undefined ? {} : { employer: rate(one.employer) }),
      ...(one.complement === undefined
        ? {}
        : { complement: { ...one.complement, employer: shared(one.complement.employer) } }),
    })),
    pmss: add(law.pmss),
    smicHourly: add(law.smicHourly),
    reductionSmicHourly: add(law.reductionSmicHourly),
    workAccidentMean: add(law.workAccidentMean),
    healthLimit: add(law.healthLimit),
    familyLimit: add(law.familyLimit),
    generalReduction: add(law.generalReduction),
    neutralRate: {
      metropole: add(law.neutralRate.metropole),
      "guadeloupe-reunion-martinique": add(law.neutralRate["guadeloupe-reunion-martinique"]),
      "guyane-mayotte": add(law.neutralRate["guyane-mayotte"]),
    },
    nonResident: add(law.nonResident),
    shortContractAbatement: add(law.shortContractAbatement),
    minimumPay: add(law.minimumPay),
    minimumWithReserve: add(law.minimumWithReserve),
    businessContribution: add(law.businessContribution),
    endOfContract: add(law.endOfContract),
    paidLeave: add(law.paidLeave),
    reserve: add(law.reserve),
    claims: {
      financialGuarantee: add(law.claims.financialGuarantee),
      wageGuarantee: add(law.claims.wageGuarantee),
      latePayment: add(law.claims.latePayment),
    },
  };
}
