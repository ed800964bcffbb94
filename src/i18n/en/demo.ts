import type { Cents } from "../../domain/money.ts";
import { englishFormat } from "../format.ts";
import type { frDemo, frDemoHelp } from "../fr/demo.ts";

/** What is said of the demo. */
export const enDemo: typeof frDemo = {
  demo: {
    welcome: "A month of portage, from the day worked to the transfer, on a trial company.",
    step: {
      company: "Starting the trial company",
      login: "Claire logs in (she authorizes it on the company's page)",
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
    pdf: (file) => `The payslip: ${file}`,
    folder: (folder) => `Files of the demo: ${folder}`,
    keepHint: (command) => `To continue with this trial company: ${command}`,
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
