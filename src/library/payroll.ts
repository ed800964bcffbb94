/** The payroll of a French salarié porté as a library: pure, exact to the cent, and by the law of a day. Published as `porte/payroll`. */
export { isFailure, PorteError } from "../errors.ts";
export { type DetailedLine, detailedLines } from "../payroll/detail.ts";
export { smallestGross, type Target } from "../payroll/inverse.ts";
export { type BoundLaw, bindLaw } from "../payroll/law.ts";
export { type LawText, readLaws } from "../payroll/law-rows.ts";
export { checkedUntil, LEGISLATION, type Legislation } from "../payroll/legislation.ts";
export { type Payslip, type PayslipLine as Line, payslip } from "../payroll/payslip.ts";
export { defaultSituation, type Situation } from "../payroll/situation.ts";
export type { TaxRate } from "../payroll/withholding.ts";
export { after, NEW_YEAR, type YearToDate } from "../payroll/year.ts";
