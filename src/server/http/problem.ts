import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { statusOf } from "../../errors/failures.ts";
import { isFailure, PorteError } from "../../errors.ts";
import { describeFailure } from "../../i18n/describe.ts";
import { failuresIn } from "../../i18n/failures.ts";
import { databaseFailure, isDatabaseDown } from "../db/away.ts";
import type { Schemas } from "../deps.ts";
import { MAX_ERRORS, schemaFaults } from "./field-errors.ts";
import type { Fault } from "./text.ts";

/** A problem's title is English, whoever asks: its code and facts are what programs read. */
const ENGLISH = failuresIn("en");

/** A library's sentence may repeat what was sent. */
const LONGEST_MESSAGE = 200;

/** Tells a failure as RFC 9457 problem details. */
function problemOf(whole: PorteError, { id: instance, body }: FastifyRequest): Schemas["Problem"] {
  const errors = fieldErrors(whole, body);
  const failure = bounded(whole);
  const { code, facts } = failure;
  const title = describeFailure(ENGLISH, failure).what;
  return {
    type: `urn:porte:problem:${code}`,
    title,
    status: statusOf(failure),
    code,
    facts: { ...facts },
    instance,
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
  };
}

/** The sentence of a failure is told from its facts: one fault is enough for it where `errors` lists them, and never more than the most. */
function bounded(failure: PorteError): PorteError {
  if (isFailure(failure, "company.invalid"))
    return new PorteError(failure.code, { errors: failure.facts.errors.slice(0, 1) });
  if (isFailure(failure, "activity.problems")) {
    const { problems, ...others } = failure.facts;
    return new PorteError(failure.code, { ...others, problems: problems.slice(0, MAX_ERRORS) });
  }
  return failure;
}

/** Points at each field at fault: a JSON Pointer from the request's parts. */
function fieldErrors(failure: PorteError, body: unknown): readonly Fault[] {
  if (isFailure(failure, "company.invalid")) return failure.facts.errors.slice(0, MAX_ERRORS);
  if (!isFailure(failure, "activity.problems")) return [];
  const { days = [] } = (body ?? {}) as Partial<Schemas["ActivityReportSubmission"]>;
  return failure.facts.problems.slice(0, MAX_ERRORS).map(({ day, code }) => ({
    pointer: `/body/days/${days.findIndex(({ date }) => date === day)}`,
    message: code,
  }));
}

/** Answers a request that failed, whatever it failed of, with a problem. */
export function answerProblem(
  error: FastifyError | PorteError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const failure =
    error instanceof PorteError ? error : (databaseFailure(error, request.url) ?? failureOf(error, request));
  const problem = problemOf(failure, request);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  const isBusy = isDatabaseDown(error) || (!(error instanceof PorteError) && error.statusCode === 503);
  if (isBusy) request.log.warn({ err: error }, "request put off");
  const status = isBusy ? 503 : problem.status;
  if (status === 429 || status === 503) sayWhenToAskAgain(reply, failure);
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return reply
    .code(status)
    .header("content-type", "application/problem+json")
    .send(JSON.stringify({ ...problem, status }));
}

/** Where nothing has said it yet, the failure does, or a few seconds are a good time. */
function sayWhenToAskAgain(reply: FastifyReply, failure: PorteError): void {
  const told = isFailure(failure, "server.busy") ? failure.facts.retryAfter : 5;
  void reply.header("retry-after", reply.getHeader("retry-after") ?? String(told));
}

/** What the contract's schema finds wrong; of a decision that lacks it, that it does not say which version was seen. */
function invalidOf(error: FastifyError, { url }: FastifyRequest): PorteError {
  const { validation = [], validationContext: part = "body" } = error;
  const lacksVersion = validation.some(({ params }) => /^if-match$/i.test(`${params.missingProperty}`));
  if (part === "headers" && lacksVersion) return new PorteError("company.unseen", { what: url }, { cause: error });
  return new PorteError("company.invalid", { errors: schemaFaults(validation, part) }, { cause: error });
}

function failureOf(error: FastifyError, request: FastifyRequest): PorteError {
  const { statusCode: status = 500 } = error;
  if (error.validation !== undefined) return invalidOf(error, request);
  if (status === 401) return new PorteError("auth.refused", { url: request.url }, { cause: error });
  if (status === 415) {
    const given = (request.headers["content-type"] ?? "").slice(0, 80);
    const wanted = request.routeOptions.config?.takes?.mediaType ?? "application/x-www-form-urlencoded";
    return new PorteError("company.media_type", { given, wanted }, { cause: error });
  }
  if (status === 413)
    return new PorteError("receipt.too_large", { file: "", bytes: 0, most: 10 * 1024 * 1024 }, { cause: error });
  if (status === 429 || status === 503)
    return new PorteError("server.busy", { url: request.url, retryAfter: 5 }, { cause: error });
  if (status >= 400 && status < 500)
    return new PorteError(
      "company.invalid",
      { errors: [{ pointer: "", message: error.message.slice(0, LONGEST_MESSAGE) }] },
      { cause: error },
    );
  return new PorteError("server.fault", { url: request.url, status: 500 }, { cause: error });
}
