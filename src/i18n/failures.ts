import type { Area } from "../errors/row.ts";
import { activityWords } from "./failures/activity.ts";
import { authWords } from "./failures/auth.ts";
import { companyWords } from "./failures/company.ts";
import { contractsWords } from "./failures/contracts.ts";
import { deliveryWords } from "./failures/delivery.ts";
import { expensesWords } from "./failures/expenses.ts";
import { filesWords } from "./failures/files.ts";
import { inputWords } from "./failures/input.ts";
import { lawWords } from "./failures/law.ts";
import { localWords } from "./failures/local.ts";
import { payslipsWords } from "./failures/payslips.ts";
import { programWords } from "./failures/program.ts";
import { receiptsWords } from "./failures/receipts.ts";
import { refusedIn } from "./failures/refused.ts";
import { serverWords } from "./failures/server.ts";
import { simulationWords } from "./failures/simulation.ts";
import { startWords } from "./failures/start.ts";
import { tablesWords } from "./failures/tables.ts";
import { usageWords } from "./failures/usage.ts";
import type { FailureWords, Words } from "./failures/words.ts";
import type { Lang } from "./sentences.ts";

type Told = Omit<Words<Area>, "company.refused">;

const words: Told = {
  ...usageWords,
  ...inputWords,
  ...activityWords,
  ...contractsWords,
  ...deliveryWords,
  ...expensesWords,
  ...receiptsWords,
  ...filesWords,
  ...tablesWords,
  ...payslipsWords,
  ...lawWords,
  ...localWords,
  ...simulationWords,
  ...startWords,
  ...serverWords,
  ...authWords,
  ...companyWords,
  ...programWords,
};

/** Gives the sentences of every failure in a language. */
export function failuresIn(lang: Lang): FailureWords {
  const codes = Object.keys(words) as (keyof Told)[];
  const told = Object.fromEntries(codes.map((code) => [code, words[code][lang]])) as Omit<
    FailureWords,
    "company.refused"
  >;
  return { ...told, "company.refused": refusedIn(lang, told) };
}
