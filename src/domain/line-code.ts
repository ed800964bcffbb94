/** Every line that the law or the branch may put on a payslip, in the order of the payslip. Codes are API: never renamed. */
export const LINE_CODES = [
  "health",
  "provident",
  "providentT2",
  "healthPlan",
  "workAccident",
  "family",
  "unemployment",
  "ags",
  "apec",
  "oldAgeCapped",
  "oldAgeUncapped",
  "supplementaryPensionT1",
  "supplementaryPensionT2",
  "cegT1",
  "cegT2",
  "cet",
  "csa",
  "fnal",
  "training",
  "trainingBranch",
  "cpfFixedTerm",
  "apprenticeship",
  "apprenticeshipExtra",
  "housing",
  "socialDialogue",
  "socialDialogueBranch",
  "mobility",
  "socialLevy",
  "csgDeductible",
  "csgCrdsNonDeductible",
] as const;
export type LineCode = (typeof LINE_CODES)[number];

/** A line that a company declares in its profile, by its place there: `company-1`. */
export type CompanyLineCode = `company-${number}`;

/** Who makes a line due: the law, the branch's agreement, or the company. */
export type Origin = "law" | "branch" | "company";
