import { parentPort } from "node:worker_threads";
import { receiptContent } from "./invoice.ts";
import { judged } from "./judge.ts";
import { payslipContent } from "./payslip.ts";
import { workbookSheets } from "./tables/workbook.ts";

/** What a worker does with the bytes of a file. */
const JOBS = { judge: judged, receipt: receiptContent, payslip: payslipContent, workbook: workbookSheets };

type Jobs = typeof JOBS;
/** The name of a job, and what it answers. */
export type Job = keyof Jobs;
export type Answer<Name extends Job> = Awaited<ReturnType<Jobs[Name]>>;

/** One question to a worker. */
export interface Question {
  readonly job: Job;
  readonly bytes: Uint8Array;
}

/** What a library throws of a file is no more than that it was not read. */
parentPort?.on("message", ({ job, bytes }: Question) => {
  JOBS[job](bytes).then(
    (answer) => parentPort?.postMessage({ answer }),
    () => parentPort?.postMessage({ answer: null }),
  );
});
