import type { CompanyFacts, ContractFacts } from "./company-facts.ts";
import { INPUT_ROWS, type Known } from "./inputs.ts";

/** Gives what a company and a contract say in the words of a simulation: a payroll and a simulation both start from it. */
export function knownTerms(company: CompanyFacts, contract: ContractFacts | null): Known {
  const { payroll, deadlines } = company;
  const said = INPUT_ROWS.map(([name, { known }]) => [name, known?.(company, contract)] as const);
  return {
    ...Object.fromEntries(said.filter(([, value]) => value !== undefined)),
    ...(payroll.mealVoucher === undefined ? {} : { mealVoucher: payroll.mealVoucher }),
    companyLines: payroll.lines ?? [],
    transferDay: deadlines.transferDay,
    ...(contract === null ? {} : { contractStart: contract.start, contractEnd: contract.end }),
  };
}
