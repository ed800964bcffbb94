import { resolve } from "node:path";
import { BaseSequencer, createVitest } from "vitest/node";
import { importersOf, reachedFrom } from "./importers.mjs";

const MARK = "?change=";

/** The tests run in the order that they are asked in. */
class AsAsked extends BaseSequencer {
  async sort(files) {
    return files;
  }
}

/**
 * Opens what runs tests against changed programs, all in one process: what a change reaches is loaded anew for it, and all else once.
 * Nothing is written: the tests are given the changed text in the place of the one on disk.
 */
export async function openChangedTests() {
  const importers = importersOf();
  const changes = [];
  const reached = new Map();
  const reachedBy = (file) => {
    if (!reached.has(file)) reached.set(file, reachedFrom(file, importers));
    return reached.get(file);
  };
  const split = (id) => {
    const [path, number] = id.split(MARK);
    return { path, change: number === undefined ? undefined : changes[Number(number)], number };
  };
  const plugin = {
    name: "changed-program",
    enforce: "pre",
    async resolveId(name, importer) {
      const { path, change, number } = split(importer ?? "");
      if (change === undefined) return null;
      const found = await this.resolve(name, path, { skipSelf: true });
      return found !== null && reachedBy(change.file).has(found.id) ? `${found.id}${MARK}${number}` : found;
    },
    load(id) {
      const { path, change } = split(id);
      return change !== undefined && path === resolve(change.file) ? change.text : null;
    },
  };
  const vitest = await createVitest(
    "test",
    {
      /** Not the projects of `npm test`: here all tests are of one, whose programs are changed. */
      config: false,
      include: ["test/**/*.test.ts"],
      execArgv: ["--liftoff-only"],
      watch: false,
      reporters: [{}],
      passWithNoTests: false,
      setupFiles: ["tools/first-failure.mjs"],
      isolate: false,
      maxWorkers: 1,
      sequence: { sequencer: AsAsked },
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
    { plugins: [plugin] },
  );
  await vitest.standalone();
  const { project } = (await vitest.globTestSpecifications(["test/errors"]))[0];
  return {
    /**
     * Runs the tests of each of some changes: `{file, text}` of a program, and `tests` by their paths.
     * @returns for each whether all its tests pass.
     */
    async allPass(asked) {
      const first = changes.length;
      changes.push(...asked);
      const specifications = asked.flatMap(({ tests }, index) =>
        tests.map((test) => project.createSpecification(`${resolve(test)}${MARK}${first + index}`)),
      );
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, true);
      const failed = new Set();
      const seen = new Set();
      for (const module of testModules) {
        const index = Number(split(module.moduleId).number) - first;
        if (!(index >= 0)) continue;
        seen.add(index);
        if (!module.ok() || [...module.children.allTests()].length === 0) failed.add(index);
      }
      if (seen.size < asked.length)
        throw new AggregateError(unhandledErrors, `${asked.length - seen.size} of ${asked.length} were not run`);
      return asked.map((_, index) => !failed.has(index));
    },
    close: () => vitest.close(),
  };
}
