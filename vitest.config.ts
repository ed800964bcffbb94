import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A file that takes long says about how long in a comment: `// slow: 40 s`. A clean checkout knows no times of its own. */
const SLOW = /^\/\/ slow: (\d+) s$/m;

/** How long a file says that it takes, in seconds; 0 where it says nothing. */
function saidSeconds({ moduleId }: TestSpecification): number {
  return Number(SLOW.exec(readFileSync(moduleId, "utf8"))?.[1] ?? 0);
}

/** What takes longest starts first: the run would end with one worker at work and the others at rest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = new Map(files.map((file) => [file, saidSeconds(file)]));
    return (await super.sort(files)).sort((a, b) => (seconds.get(b) ?? 0) - (seconds.get(a) ?? 0));
  }
}

/** Tests of functions alone: nothing that they import keeps anything, so that all share modules, and a process each is spared them. */
const PURE = [
  "test/{domain,errors,i18n,view}/**/*.test.ts",
  "test/portage/{inputs,no-such-month,run}.test.ts",
  "test/flows/{bank,bank-identity,bank-known,bank-layouts,expense-plan,expenses,imports,simulation,simulation-plan,table-kinds,tables,trips-ics}.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 120_000,
    /** One more than the cores that it is meant for: programs that wait for a company, a browser or a line leave room. */
    maxWorkers: 3,
    /** The embedded database is WebAssembly: it is not compiled once more, for speed, in a process that lives for seconds. */
    execArgv: ["--liftoff-only"],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: "real", include: ["test/**/*.test.ts"], exclude: PURE, globalSetup: ["test/parts/setup.ts"] },
      },
    ],
  },
});
