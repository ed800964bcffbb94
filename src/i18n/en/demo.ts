import type { frDemo, frDemoHelp } from "../fr/demo.ts";

/** What is said of the demo. */
export const enDemo: typeof frDemo = {
  demo: {
    welcome: "A month of portage, from the day worked to the transfer, on a trial company.",
    step: {
      company: "The trial company starts",
      login: "Claire logs in (approval given on the company's page)",
      missions: "Her missions",
      declare: "She declares her month",
      expense: "She adds an expense with its receipt, and sends it",
      operator: "The company approves, is paid by the client, and runs payroll",
      payslip: "The payslip arrives",
      account: "Her activity account",
      status: "What waits",
      simulate: "The same month, simulated",
    },
    pdf: (file) => `The payslip: ${file}`,
    folder: (folder) => `Everything that was written: ${folder}`,
    keepHint: (command) => `To keep playing: ${command}`,
    kept: (url) => `The company runs at ${url} until Ctrl-C. To get in:`,
    browserLogin: (email, password) => `on the page: ${email}, password ${password}`,
    asClaire: "To go on as Claire:",
    asOperator: "To act as the company:",
  },
};

/** The help of the demo. */
export const enDemoHelp: typeof frDemoHelp = {
  demo: { keep: "leave the company running at the end" },
};
