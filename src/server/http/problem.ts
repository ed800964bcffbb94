import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { type FailureCode, type Failures, PorteError } from "../../errors.ts";
import { en } from "../../i18n/en.ts";
import { tell } from "../../i18n/tell.ts";
import type { Schemas } from "../deps.ts";

/** The HTTP status of each failure a company tells; what is not here is a 422, or for a room of codes, its status. */
const STATUSES: Partial<Record<FailureCode, number>> = {
  "auth.refused": 401,
  "auth.forbidden": 403,
  "company.not_found": 404,
  "activity.locked": 409,
  "company.already": 409,
  "company.paid_out": 409,
  "company.reversed": 409,
  "company.unseen": 428,
  "company.conflict": 409,
  "company.precondition": 412,
  "receipt.too_large": 413,
  "receipt.wrong_type": 415,
  "company.invalid": 400,
  "server.busy": 429,
  "server.fault": 500,
};

/** Tells a failure as RFC 9457 problem details. */
function problemOf(failure: PorteError, { id: instance, body }: FastifyRequest): Schemas["Problem"] {
  const { code, facts } = failure;
  const title = tell(en.failures, failure).what;
  const errors = fieldErrors(failure, body);
  return {
    type: `urn:porte:problem:${code}`,
    title,
    status: STATUSES[code] ?? 422,
    code,
    facts: { ...facts },
    instance,
    ...(errors.length === 0 ? {} : { errors }),
  };
}

/** Points at each field at fault: a JSON Pointer from the request's parts. */
function fieldErrors(failure: PorteError, body: unknown): { pointer: string; message: string }[] {
  if (failure.code === "company.invalid") return [...(failure.facts as Failures["company.invalid"]).errors];
  if (failure.code !== "activity.problems") return [];
  const { days = [] } = (body ?? {}) as Partial<Schemas["ActivityReportSubmission"]>;
  return (failure.facts as Failures["activity.problems"]).problems.map(({ day, code }) => ({
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
  const failure = error instanceof PorteError ? error : failureOf(error, request);
  const problem = problemOf(failure, request);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  const status =
    error instanceof PorteError ? problem.status : Math.max(problem.status, error.statusCode === 503 ? 503 : 0);
  if (status === 429 || status === 503) void reply.header("retry-after", reply.getHeader("retry-after") ?? "5");
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return reply
    .code(status)
    .header("content-type", "application/problem+json")
    .send(JSON.stringify({ ...problem, status }));
}

/** A decision that does not say which version was seen. */
function lacksSeenVersion({ validation = [], validationContext }: FastifyError): boolean {
  return (
    validationContext === "headers" && validation.some(({ params }) => /^if-match$/i.test(`${params.missingProperty}`))
  );
}

function failureOf(error: FastifyError, request: FastifyRequest): PorteError {
  const { statusCode: status = 500 } = error;
  if (error.validation !== undefined) {
    if (lacksSeenVersion(error)) return new PorteError("company.unseen", { what: request.url }, { cause: error });
    const errors = error.validation.map(({ instancePath, message, params }) => {
      const missing = typeof params.missingProperty === "string" ? `/${params.missingProperty}` : "";
      return {
        pointer: `/${error.validationContext ?? "body"}${instancePath}${missing}`,
        message: message ?? "is not valid",
      };
    });
    return new PorteError("company.invalid", { errors }, { cause: error });
  }
  if (status === 401) return new PorteError("auth.refused", { url: request.url }, { cause: error });
  if (status === 413)
    return new PorteError("receipt.too_large", { file: "", bytes: 0, most: 10 * 1024 * 1024 }, { cause: error });
  if (status === 429 || status === 503)
    return new PorteError("server.busy", { url: request.url, retryAfter: 5 }, { cause: error });
  if (status >= 400 && status < 500)
    return new PorteError("company.invalid", { errors: [{ pointer: "", message: error.message }] }, { cause: error });
  return new PorteError("server.fault", { url: request.url, status: 500 }, { cause: error });
}
