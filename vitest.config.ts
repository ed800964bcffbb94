import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes minutes starts first: a clean checkout knows no times, and would end with one worker at rest. */
const LONG = [
  /oracle-\d+/,
  /faults\/crash/,
  /security\/hostile/,
  /security\/authorization/,
  /server\/database-away/,
  /faults\/outbox/,
  /client-approval/,
  /acceptance\/login/,
  /acceptance\/expenses\./,
  /acceptance\/outbox/,
  /server\/start/,
  /server\/backup/,
  /faults\/liars/,
  /faults\/answers/,
  /test\/growth/,
  /server\/payroll-run/,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => LONG.findIndex((pattern) => pattern.test(moduleId));
    const others = LONG.length;
    const place = (file: TestSpecification) => (rank(file) < 0 ? others : rank(file));
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/parts/setup.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    /** One more than the cores that it is meant for: programs that wait for a company, a browser or a line leave room. */
    maxWorkers: 3,
    /** The embedded database is WebAssembly: it is not compiled once more, for speed, in a process that lives for seconds. */
    execArgv: ["--liftoff-only"],
    sequence: { sequencer: LongestFirst },
  },
});
