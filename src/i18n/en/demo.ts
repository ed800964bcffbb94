import type { Cents } from "../../domain/money.ts";
import { englishFormat } from "../format.ts";
import type { frDemo, frDemoHelp } from "../fr/demo.ts";

/** What is said of the demo. */
export const enDemo: typeof frDemo = {
  demo: {
    welcome:
      "Two months of portage: October on this machine, without a server or an account, then November with a trial company that has the API.",
    step: {
      first: "October, without a server or an account: Claire estimates her pay",
      sheet: "She saves her company and her mission",
      document: "She declares October: a signed PDF, saved in a folder",
      company: "November: her company opens the API (starting the trial company)",
      login: "She logs in with the same profile (she authorizes it on the company's page)",
      missions: "Her missions",
      declare: "She declares her month",
      expense: "She adds an expense with its receipt, and sends it",
      operator: "The company approves, is paid by the client, and runs payroll",
      payslip: "The payslip arrives",
      account: "Her activity account",
      status: "What is left to do",
      simulate: "The same month, simulated",
    },
    pause: "Press Enter to continue",
    net: (paid: Cents, simulated: Cents) =>
      paid === simulated
        ? `Net paid by the payslip, net simulated: ${englishFormat.euros(paid)}, equal to the cent.`
        : `Net paid by the payslip: ${englishFormat.euros(paid)}. Net simulated: ${englishFormat.euros(simulated)}.`,
    report: (file) => `The report for October: ${file}`,
    pdf: (file) => `The payslip: ${file}`,
    folder: (folder) => `Files of the demo: ${folder}`,
    keepHint: (command) => `To continue with this trial company: ${command}`,
    withCompany: (name) =>
      `The second part, with a company that has the API, needs the package ${name}: npm install -g porte ${name}`,
    kept: (url) => `The company stays available at ${url} until Ctrl-C. To log in:`,
    browserLogin: (email, password) => `on the page: ${email}, password ${password}`,
    asClaire: "To continue as Claire:",
    asOperator: "To act as the company:",
  },
};

/** The help of the demo. */
export const enDemoHelp: typeof frDemoHelp = {
  demo: { keep: "leave the trial company running at the end" },
};
