import { PROMISED } from "../../src/portage/promise.ts";
import * as answer from "../../src/view/simulation/answer.ts";
import * as assumptions from "../../src/view/simulation/assumptions.ts";
import { batchLines, failureLineOf } from "../../src/view/simulation/batch-line.ts";
import { resultCsv } from "../../src/view/simulation/csv.ts";
import { flowSteps, wholeOf } from "../../src/view/simulation/flow-steps.ts";
import { storedJson, storedText } from "../../src/view/simulation/kept.ts";
import { lawUsedJson, lawUsedText } from "../../src/view/simulation/law-used.ts";
import { marginsJson, marginsText } from "../../src/view/simulation/margins.ts";
import { plotPoints, plotText } from "../../src/view/simulation/plot.ts";
import { comparedJson, comparedText } from "../../src/view/simulation/promise.ts";
import { reportHtml } from "../../src/view/simulation/report.ts";
import { resultShown } from "../../src/view/simulation/result.ts";
import { runJson, runText } from "../../src/view/simulation/run.ts";
import { each, type Pages } from "./faces.ts";
import { COMPARED, LIST, MONTH, MONTHS, PROMISED_OFFER, WISH } from "./simulated.ts";

const ANSWER = MONTH.month.answer;
/** All that a template is given, on few lines: the page itself is drawn by the report's own tests. */
const PAGE = `<%= it.lang %> <%= it.title %>
<%= it.paid.name %> <%= it.paid.amount %>
<% for (const bar of it.bars) { %><%= bar.kind %> <%= bar.name %> <%= bar.amount %> <%= bar.share %>, from <%= bar.x %> wide <%= bar.width %>
<% } %><% for (const { name, lines } of it.sections) { %><%= name %>: <%= lines.length %>
<% } %><%= it.total.name %> <%= it.total.employee %> <%= it.total.employer %>
<%= it.made %>
`;
const WARNINGS: readonly Parameters<typeof answer.warningText>[1][] = [
  ...ANSWER.warnings,
  { code: "below_minimum", paidCents: 100_000, minimumCents: 267_000, turnoverCents: 600_000 },
  { code: "estimate", until: "2026-12-31" },
];

/** Every function that a file of `src/view/simulation` exports, and what it is shown with. */
export const SIMULATION_PAGES: Pages = {
  "simulation/answer": {
    simulationText: [
      (look) => answer.simulationText(look, MONTH.month, false),
      (look) => answer.simulationText(look, WISH.month, false),
    ],
    warningText: each(WARNINGS, answer.warningText),
    simulationJson: [(look) => ({ ...answer.simulationJson(look, MONTH.month), payslip: "as in payslip" })],
    inputJson: each([MONTH, WISH], (_look, { month }) => answer.inputJson(month)),
    saidJson: [(look) => answer.saidJson(look, WISH.month)],
    waterfallJson: [() => answer.waterfallJson(WISH.month)],
  },
  "simulation/assumptions": {
    inputText: [(look) => assumptions.inputText(look, "reserve", 100_000)],
    assumptionsText: [(look) => assumptions.assumptionsText(look, MONTH.month)],
    assumptionsBrief: [(look) => assumptions.assumptionsBrief(look, MONTH.month)],
    assumptionRows: [(look) => assumptions.assumptionRows(look, MONTH.month).slice(0, 5)],
    assumptionsOf: [(look) => assumptions.assumptionsOf(look, MONTH.month).slice(0, 5)],
    assumptionsJson: [(look) => assumptions.assumptionsJson(MONTH.month, assumptions.assumptionsOf(look, MONTH.month))],
  },
  "simulation/batch-line": {
    batchLines: [(look) => Object.keys(JSON.parse(batchLines(look)(MONTH.month)))],
    failureLineOf: [() => failureLineOf({ code: "batch.line", message: "?" })],
  },
  "simulation/csv": { resultCsv: [() => resultCsv(MONTHS), () => resultCsv(MONTH)] },
  "simulation/flow-steps": {
    flowSteps: [(look) => flowSteps(look, ANSWER)],
    wholeOf: [() => wholeOf(ANSWER)],
  },
  "simulation/kept": {
    storedText: [(look) => storedText(look, LIST.kept)],
    storedJson: each(LIST.kept, (_look, one) => storedJson(one, PROMISED)),
  },
  "simulation/law-used": {
    lawUsedText: [(look) => lawUsedText(look, [{ ...ANSWER, estimatedAfter: "2026-12-31" }]).join("\n")],
    lawUsedJson: [() => lawUsedJson([ANSWER]), () => lawUsedJson([])],
  },
  "simulation/margins": {
    marginsText: [(look) => marginsText(look, MONTH.extras.margins ?? [])],
    marginsJson: [() => marginsJson(MONTH.extras.margins ?? [])],
  },
  "simulation/plot": {
    plotText: [(look) => plotText(look, "tjm", MONTH.extras.plot?.points ?? [])],
    plotPoints: [(look) => plotPoints(look)],
  },
  "simulation/promise": {
    comparedText: [(look) => comparedText(look, COMPARED.comparison)],
    comparedJson: [(look) => comparedJson(look, COMPARED.comparison)],
  },
  "simulation/report": {
    reportHtml: [
      (look, lang) => reportHtml(look, MONTH.month, { template: PAGE, lang, today: "2026-11-25", version: "1.0.0" }),
    ],
  },
  "simulation/result": {
    resultShown: each([LIST, PROMISED_OFFER, COMPARED, MONTH], (look, result) =>
      resultShown(look, result, false).text(),
    ),
  },
  "simulation/run": {
    runText: [(look) => runText(look, MONTHS.months)],
    runJson: [
      (look) => {
        const run = runJson(look, MONTHS.months) as { months: readonly { payslip: object | null }[] };
        return { ...run, months: run.months.map((one) => ({ ...one, payslip: one.payslip && "as in payslip" })) };
      },
    ],
  },
};
