import type { frProgram, frProgramHelp } from "../fr/program.ts";

/** What is said of porte itself: where to start, its settings, its version. */
export const enProgram: typeof frProgram = {
  home: {
    alone: "No company is known on this machine. Without one, you can already:",
    steps: [
      ["porte simulate --tjm 550", "compute a net pay to the cent, with each line of the payslip"],
      ["porte init", "save your company, even without an address for porte"],
      ["porte demo", "follow two whole months, without a company and with a trial one"],
      ["porte help", "see all commands"],
    ],
    thenLogin: "If your company has an address for porte: porte login https://portage.example",
  },
  program: {
    version: (version, node, contract) => `porte ${version} · Node ${node} · API ${contract}`,
    untriedShell: "This script has not been tried on PowerShell.",
    asking: (registry) => `Connecting to ${registry}… Only this command asks this registry.`,
    newer: (latest, installed) => `porte ${latest} is available (installed: ${installed}).\nnpm install -g porte`,
    upToDate: (installed) => `porte ${installed} is up to date.`,
  },
  config: {
    setting: "Setting",
    value: "Value",
    source: "From",
    sources: { option: "option --profile", environment: "variable", file: "file", default: "default" },
    askPassword: "Password of the mail server (nothing is shown; empty: nothing changes)",
    isNow: (key, value) => `${key}: ${value}`,
    overruled: (name) => `The variable ${name} is set: it wins over this setting.`,
    places: { settings: "Settings", credentials: "Tokens", data: "Drafts and data", templates: "Document templates" },
  },
  topics: [
    {
      names: ["environment", "environnement"],
      title: "Environment variables",
      lines: [
        ["PORTE_PROFILE", "profile to use (--profile wins)"],
        ["PORTE_API_URL", "address of the company"],
        ["PORTE_TOKEN", "access token; it wins over the saved session"],
        ["PORTE_SMTP_PASSWORD", "password of the mail server"],
        ["PORTE_LANG", "language: fr or en"],
        ["PORTE_CONFIG_DIR", "folder of settings and tokens (else XDG_CONFIG_HOME, or ~/.config/porte)"],
        ["PORTE_DATA_DIR", "folder of drafts and data (else XDG_DATA_HOME, or ~/.local/share/porte)"],
        ["PORTE_CACHE_DIR", "folder of compiled code (else XDG_CACHE_HOME, or ~/.cache/porte)"],
        ["PORTE_NOW", "moment to take for now, in tests"],
        ["NO_COLOR, FORCE_COLOR", "refuse or force colours"],
        ["ACCESSIBLE", "plain questions, nothing redrawn"],
        ["HTTPS_PROXY, NO_PROXY", "proxy to reach the company by, and addresses reached without it"],
        ["NODE_EXTRA_CA_CERTS", "file of certificate authorities to add"],
        ["npm_config_registry", "registry that porte update-check asks"],
      ],
    },
    { names: ["exit-codes", "codes-de-sortie"], title: "Exit codes", lines: [] },
    {
      names: ["formats"],
      title: "Forms of answers",
      lines: [
        ["--json", "one JSON document on standard output; porte schema <command> describes it"],
        ["--fields a,b", "these fields alone; by itself it means --json too"],
        ["--jq <filter>", "the JSON answer passed through jq; texts are written without quotes"],
        ["--format csv", "a list as CSV: commas, decimal points, names of fields"],
        ["--format csv-fr", "a list for Excel in French: semicolons, decimal commas, words in French"],
        ["--quiet", "identifiers alone, one a line"],
        ["amounts", "in euros, two decimals: 1234.56 in JSON; 1234,56 and 1 234,56 € can be typed too"],
        ["rates", "a fraction in JSON (0.0855), a percentage on the command line (8.55)"],
        ["days and months", "2026-11-30 and 2026-11; a day is that of Paris"],
        ["errors", 'on standard error; with --json: {"error":{"code","message","hint","details"}}'],
      ],
    },
    {
      names: ["privacy", "confidentialité", "confidentialite"],
      title: "porte sends nothing to anybody but your company.",
      lines: [
        ["your company", "what you send goes to the address of porte login, and nowhere else"],
        ["statistics", "none: no usage is measured, no error report is sent"],
        ["updates", "porte update-check asks the npm registry, only when you type it"],
        ["simulations", "computed on this machine; the company is asked for its payslip alone"],
        ["receipts", "read on this machine; sent by porte expenses submit alone"],
        ["on this machine", "porte config path shows each folder; porte logout deletes the token"],
        ["error log", "last-error.log, without tokens; it is never sent"],
      ],
    },
  ],
};

/** The help of what is about porte itself. */
export const enProgramHelp: typeof frProgramHelp = {
  config: {
    list: "list the settings, their values and what sets them",
    get: "show a setting",
    set: "change a setting; default resets it",
    path: "show where porte saves",
    setting:
      "profile, lang, timeout, color, exposure-threshold, remind.quiet, or mail.host, mail.port, mail.security, mail.user, mail.from, mail.password",
    value: "its new value",
  },
  schema: { command: "the command whose schema is wanted" },
  completion: { shell: "the shell (powershell: never tried)" },
};
