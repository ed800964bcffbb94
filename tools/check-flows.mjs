/**
 * Turns decisions of flows around, one at a time, and runs the tests that are near: each change must make one fail.
 *
 *     npm run check:flows                                     every flow of the list below, all changes
 *     npm run check:flows -- src/flows/x.ts test/flows/x.test.ts   one program and its tests
 *     PORTE_MUTATIONS=30 PORTE_MUTATION_SEED=7 npm run check:flows  so many of each, drawn by a seed
 *
 * Nothing is written: the tests are given the changed program in the place of the one on disk.
 */
import { resolve } from "node:path";
import { createVitest } from "vitest/node";
import { drawn, mutationsOf } from "./mutations.mjs";

/** Each program that decides, and the tests that must notice. */
const FLOWS = [
  ["src/domain/declaration/plan.ts", "test/domain/declaration-plan.test.ts"],
  ["src/domain/declaration/facts.ts", "test/domain/declaration-plan.test.ts", "test/flows/declare.test.ts"],
  ["src/domain/month-guess.ts", "test/domain/month-guess.test.ts"],
  ["src/flows/activity/declare/declare.ts", "test/flows/declare.test.ts"],
  ["src/domain/month-end.ts", "test/domain/month-end.test.ts"],
  ["src/domain/month-end-plan.ts", "test/domain/month-end-plan.test.ts"],
  ["src/flows/month-end/read.ts", "test/flows/month-end.test.ts"],
  ["src/flows/month-end/end-month.ts", "test/flows/month-end.test.ts"],
  ["src/portage/input-checks.ts", "test/portage/inputs.test.ts"],
  ["src/flows/simulation/plan.ts", "test/flows/simulation-plan.test.ts"],
  ["src/flows/simulation/simulate.ts", "test/flows/simulation.test.ts"],
  ["src/flows/expenses/proposal.ts", "test/flows/expense-plan.test.ts"],
  ["src/flows/expenses/add-plan.ts", "test/flows/expense-plan.test.ts"],
];

const [file, ...tests] = process.argv.slice(2);
const flows = file === undefined ? FLOWS : [[file, ...tests]];
const count = Number(process.env.PORTE_MUTATIONS ?? Number.POSITIVE_INFINITY);
const seed = Number(process.env.PORTE_MUTATION_SEED ?? 1);

let changed = null;
const instead = {
  name: "changed-program",
  enforce: "pre",
  load: (id) => (changed !== null && id.split("?")[0] === changed.file ? changed.text : null),
};

const vitest = await createVitest(
  "test",
  { watch: false, reporters: [{}], bail: 1, passWithNoTests: false },
  { plugins: [instead] },
);
await vitest.standalone();

/** Whether all tests pass with the program as it is changed now. */
async function allPass(names) {
  const specifications = await vitest.globTestSpecifications(names);
  if (specifications.length < names.length) throw new Error(`no such tests: ${names.join(" ")}`);
  for (const { file } of changed === null ? [] : [changed]) vitest.invalidateFile(file);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, true);
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}

let missed = 0;
try {
  for (const [program, ...near] of flows) {
    changed = null;
    if (!(await allPass(near))) throw new Error(`${near.join(" ")} must pass before anything is changed`);
    const all = mutationsOf(program);
    const tried = drawn(all, count, seed);
    const unseen = [];
    for (const one of tried) {
      changed = { file: resolve(program), text: one.text };
      if (await allPass(near)) unseen.push(one);
    }
    for (const { line, was, instead } of unseen.sort((a, b) => a.line - b.line))
      console.log(
        `  ${program}:${line}: ${was.replaceAll(/\s+/g, " ")} -> ${instead.replaceAll(/\s+/g, " ") || "nothing"}`,
      );
    console.log(`${program}: ${tried.length} of ${all.length} changes tried, ${tried.length - unseen.length} noticed`);
    missed += unseen.length;
  }
} finally {
  await vitest.close();
}
process.exitCode = missed > 0 ? 1 : 0;
