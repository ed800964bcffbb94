import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A file that takes long says about how long in a comment: `// slow: 40 s`. A clean checkout knows no times of its own. */
const SLOW = /^\/\/ slow: (\d+) s$/m;

/** How long a file says that it takes, in seconds; 0 where it says nothing. */
function saidSeconds({ moduleId }: TestSpecification): number {
  return Number(SLOW.exec(readFileSync(moduleId, "utf8"))?.[1] ?? 0);
}

/**
 * What is weighed by its time, or computes for long: in a process of its own, which nothing else has warmed, filled or taught its types.
 * All others share the modules of a few processes, because nothing that they import keeps anything that another would meet: importing a
 * company a hundred times is a third of what such files take.
 */
const ALONE = ["test/growth.test.ts", "test/payroll/**/*.test.ts"];

/** The kernel's own keyring, once a file has asked for it, is there for every program that its process starts: this one has a process of its own. */
const KEYRING = ["test/acceptance/keyring.test.ts"];

/**
 * What takes longest starts first: the run would end with one worker at work and the others at rest. Files that share modules come one after
 * the other, behind those that do not: a process ends where another kind is next.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => [file.project.name === "alone" ? 0 : 1, -saidSeconds(file)] as const;
    const ranks = new Map(files.map((file) => [file, rank(file)]));
    const of = (file: TestSpecification) => ranks.get(file) ?? [0, 0];
    return (await super.sort(files)).sort((a, b) => of(a)[0] - of(b)[0] || of(a)[1] - of(b)[1]);
  }
}

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 120_000,
    /** One more than the cores that it is meant for: programs that wait for a company, a browser or a line leave room. */
    maxWorkers: 3,
    /** The embedded database is WebAssembly: it is not compiled once more, for speed, for tests that ask it a few hundred questions. */
    execArgv: ["--liftoff-only"],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      { extends: true, test: { name: "keyring", include: KEYRING, globalSetup: ["test/parts/setup.ts"] } },
      {
        extends: true,
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...ALONE, ...KEYRING],
          isolate: false,
          globalSetup: ["test/parts/setup.ts"],
        },
      },
    ],
  },
});
