/**
 * Turns decisions of flows around, one at a time, and runs the tests that are near: each change must make one fail.
 *
 *     npm run check:flows                                     every flow of the list, all changes
 *     npm run check:flows -- src/flows/x.ts                   one program of the list
 *     npm run check:flows -- src/flows/x.ts test/flows/x.test.ts   one program and its tests
 *     PORTE_MUTATIONS=30 PORTE_MUTATION_SEED=7 npm run check:flows  so many of all, drawn by a seed
 */
import { readFileSync } from "node:fs";
import { openChangedTests } from "./changed-tests.mjs";
import { FLOWS, QUICK } from "./flows.mjs";
import { drawn, mutationsOf } from "./mutations.mjs";

const [file, ...tests] = process.argv.slice(2);
const listed = process.env.PORTE_MUTATION_QUICK === "1" ? QUICK : FLOWS;
const named = listed.filter(([program]) => file === undefined || program.startsWith(file));
const flows = tests.length > 0 ? [[file, ...tests]] : named;
if (flows.length === 0) throw new Error(`${file} is not in the list of tools/flows.mjs: name its tests too`);
const count = Number(process.env.PORTE_MUTATIONS ?? Number.POSITIVE_INFINITY);
const seed = Number(process.env.PORTE_MUTATION_SEED ?? 1);

const all = flows.flatMap(([program, ...near]) => mutationsOf(program).map((one) => ({ ...one, tests: near })));
const drawnOnes = new Set(count < all.length ? drawn(all, count, seed) : all);
const changed = await openChangedTests();
let missed = 0;
let noticed = 0;
try {
  for (const group of groups()) {
    const unseen = await unnoticed(group);
    for (const { file: program, line, was, instead } of unseen)
      console.log(`  ${program}:${line}: ${oneLine(was)} -> ${oneLine(instead) || "nothing"}`);
    missed += unseen.length;
    noticed += group.length - unseen.length;
    if (count >= all.length)
      console.log(`${group[0].file}: ${group.length - unseen.length} of ${group.length} changes noticed`);
  }
} finally {
  await changed.close();
}
console.log(
  `${noticed} of ${noticed + missed} changes noticed, of ${all.length} of ${flows.length} programs (seed ${seed})`,
);
process.exitCode = missed > 0 ? 1 : 0;

/** What is run in one process: the changes of a program, or all that were drawn. */
function groups() {
  if (count < all.length) return [[...drawnOnes]];
  return flows.map(([program]) => all.filter((one) => one.file === program)).filter((group) => group.length > 0);
}

/** The changes of a group that no test notices: each of their tests is asked only what those before have not noticed. */
async function unnoticed(group) {
  let left = group;
  for (let place = 0; left.some(({ tests }) => place < tests.length); place += 1) {
    const asked = left
      .filter(({ tests }) => place < tests.length)
      .map((one) => ({ ...one, of: one, tests: [one.tests[place]] }));
    const [isSound, ...passes] = await changed.allPass([unchanged(asked), ...asked]);
    if (!isSound) throw new Error(`${unchanged(asked).tests.join(" ")} must pass before anything is changed`);
    const noticedNow = new Set(asked.filter((_, index) => !passes[index]).map((one) => one.of));
    left = left.filter((one) => !noticedNow.has(one));
  }
  return left;
}

/** The programs as they are, with all the tests. */
function unchanged(group) {
  const [{ file: program }] = group;
  return { file: program, text: readFileSync(program, "utf8"), tests: [...new Set(group.flatMap((one) => one.tests))] };
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, " ").trim();
}
