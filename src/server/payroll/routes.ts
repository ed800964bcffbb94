import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { withContractSections } from "../../domain/line-section.ts";
import { once } from "../api/idempotency.ts";
import { answers, type Handlers, reads } from "../api/route.ts";
import type { Caller, Deps, Schemas } from "../deps.ts";
import { beginRun, isBegun, reopenRun } from "./commands.ts";
import { failureOf, getRun, listRuns, runResults, wholeAnswer } from "./queries.ts";
import { recomputePayslip } from "./recomputation.ts";
import type { PayrollRunner } from "./runner.ts";

/** Payroll runs, which are records. */
export function payrollRoutes(deps: Deps, runner: PayrollRunner) {
  const carryOn = (runId: string, request: FastifyRequest) =>
    runner.carryOn(runId, (err, about) => request.server.log.error({ err, ...about }, "a pay failed"));
  /** Lets a run go on without waiting for it; whoever follows it sees how it ends. */
  const follow = async (caller: Caller, runId: string, request: FastifyRequest, reply: FastifyReply) => {
    await reopenRun(deps, caller, runId);
    carryOn(runId, request).catch((err: unknown) => request.server.log.warn({ err, runId }, "a payroll run stopped"));
    const run = await getRun(deps.db, runId);
    void reply.header("location", addressOf(runId));
    return reply.code(202).send({ ...run, state: run.state === "stopped" ? "running" : run.state });
  };
  return {
    runPayroll: answers(async ({ caller, request, reply }) => {
      const begun = await begin(deps, caller, request);
      if (begun.replayed) void reply.header("idempotency-replayed", "true");
      if (!isBegun(begun.body)) return reply.code(begun.status).send(begun.body);
      const { run: runId } = begun.body;
      if (/\brespond-async\b/.test(String(request.headers.prefer ?? ""))) return follow(caller, runId, request, reply);
      await reopenRun(deps, caller, runId);
      await carryOn(runId, request);
      const run = await getRun(deps.db, runId);
      if (run.failure !== null) throw failureOf(run.failure);
      return reply
        .code(201)
        .header("location", addressOf(runId))
        .header("content-type", "application/json; charset=utf-8")
        .send(Readable.from(wholeAnswer(deps.db, run)));
    }),
    recomputePayslip: reads(async ({ params: { payslipId } }) => {
      const { payslip, differences } = await recomputePayslip(deps, payslipId);
      return { payslip: withContractSections(payslip), differences };
    }),
    listPayrollRuns: reads(({ query }) => listRuns(deps, query)),
    getPayrollRun: reads(({ query, params: { runId } }) => runResults(deps, runId, query)),
    resumePayrollRun: answers(async ({ caller, params, request, reply }) => {
      const { id } = await getRun(deps.db, params.runId);
      return follow(caller, id, request, reply);
    }),
  } satisfies Partial<Handlers>;
}

/** Where a run is followed. */
function addressOf(runId: string): string {
  return `/v1/operator/payroll-runs/${runId}`;
}

/** Begins the run that a key stands for, or finds the one it began. */
function begin(deps: Deps, caller: Caller, request: FastifyRequest) {
  const key = String(request.headers["idempotency-key"] ?? "");
  const body = request.body as Schemas["PayrollRunRequest"];
  const asked = [request.method, request.url, JSON.stringify(body)];
  return once(deps, caller, { key, request: asked }, (trx) => beginRun(deps, trx, caller, body));
}
