/** What each room of src/ may import: the walls of the house. A room may always import itself. */
const MAY_IMPORT = {
  domain: ["errors"],
  payroll: ["domain", "errors"],
  portage: ["payroll", "domain", "errors"],
  contract: [],
  files: ["domain", "errors"],
  client: ["contract", "domain", "errors"],
  store: ["contract", "files", "domain", "errors"],
  papers: ["i18n", "contract", "domain", "errors"],
  channels: ["store", "domain", "errors"],
  flows: ["client", "store", "files", "papers", "channels", "contract", "portage", "payroll", "domain", "errors"],
  i18n: ["contract", "domain", "errors"],
  view: ["i18n", "portage", "payroll", "contract", "domain"],
  commands: ["flows", "store", "files", "view", "portage", "payroll", "domain", "errors", "cli"],
  cli: ["commands", "client", "store", "flows", "i18n", "view", "domain", "errors"],
  library: ["payroll", "client", "contract", "domain", "errors"],
  server: [
    "contract",
    "files",
    "papers",
    "portage",
    "payroll",
    "domain",
    "errors",
    "i18n",
    "view",
    "flows",
    "commands",
    "cli",
  ],
};

/** The files that describe commands. */
const COMMAND_DATA = "(list|command|[a-z/]+/(commands|readers|kinds|inputs|fields))";

const PURE = "^src/(domain|payroll|portage)/";

const walls = Object.entries(MAY_IMPORT).map(([room, rooms]) => ({
  name: `walls-of-${room}`,
  comment: `src/${room} may import only: ${[room, ...rooms].join(", ")}`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...rooms].join("|")})[/.]` },
}));

module.exports = {
  forbidden: [
    ...walls,
    {
      name: "errors-import-nothing",
      severity: "error",
      from: { path: "^src/errors[/.]" },
      to: { pathNot: "^src/errors[/.]" },
    },
    {
      name: "pure-rooms-import-no-package",
      comment: "Payroll, portage and the domain are pure: nothing of Node, and one package for the public holidays.",
      severity: "error",
      from: { path: PURE },
      to: { pathNot: "^src/", dependencyTypesNot: ["local"], path: "^(?!.*@socialgouv/jours-feries)" },
    },
    {
      name: "words-know-the-contract-by-type",
      severity: "error",
      from: { path: "^src/i18n/" },
      to: { path: "^src/contract/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "commands-know-cli-by-type",
      severity: "error",
      from: { path: "^src/commands/" },
      to: { path: "^src/cli/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "staff-commands-take-the-staff-context",
      comment: "The server gives them no more than src/commands/company/context.ts says.",
      severity: "error",
      from: { path: "^src/commands/company/", pathNot: "^src/commands/company/context[.]ts$" },
      to: { path: "^src/cli/" },
    },
    {
      name: "cli-knows-commands-as-data",
      comment: "What a command is comes from the list; what runs it is loaded when it is typed.",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/commands/", pathNot: "^src/commands/(list|command)[.]ts$", dynamic: false },
    },
    {
      name: "command-data-runs-nothing",
      comment: "The files that describe commands load what runs them when it is typed.",
      severity: "error",
      from: { path: `^src/commands/${COMMAND_DATA}[.]ts$` },
      to: {
        path: "^src/",
        pathNot: `^src/(domain|payroll|portage|errors)[/.]|^src/commands/${COMMAND_DATA}[.]ts$`,
        dynamic: false,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-the-program-is-a-shell",
      comment: "`porte-company` has its staff's commands and the shell that porte has; the company itself has neither.",
      severity: "error",
      from: { path: "^src/server/", pathNot: "^src/server/(main[.]ts|program/)" },
      to: { path: "^src/(cli|commands|flows|view)/" },
    },
    {
      name: "porte-has-no-commands-of-the-staff",
      comment: "What a company's staff types is in the bundle of the server alone.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(server|commands/company|flows/staff|view/staff)/" },
      to: { path: "^src/(commands/company|flows/staff|view/staff)/" },
    },
    {
      name: "routes-are-put-together-once",
      comment: "An area asks another by its queries and its commands, never by its routes.",
      severity: "error",
      from: { path: "^src/server/", pathNot: "^src/server/(operations|http/pages)[.]ts$" },
      to: { path: "^src/server/[^/]+/routes[.]ts$" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "only-declared-packages",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-dev", "unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
