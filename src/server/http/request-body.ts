import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import { type Contract, operationsIn } from "./contract.ts";

/** What an operation of the contract takes as its body. */
export interface BodyRule {
  /** The media type that the contract names; null for an operation without a body. */
  readonly mediaType: string | null;
  readonly isRequired: boolean;
}

declare module "fastify" {
  interface FastifyContextConfig {
    takes?: BodyRule;
  }
}

const JSON_TYPE = "application/json";
const NO_BODY: BodyRule = { mediaType: null, isRequired: false };

/** What each operation takes, by its name. */
export function bodyRules(contract: Contract): ReadonlyMap<string, BodyRule> {
  return new Map(
    operationsIn(contract).map(({ operationId, requestBody }): [string, BodyRule] => {
      if (requestBody === undefined) return [operationId, NO_BODY];
      const [mediaType = JSON_TYPE] = Object.keys(requestBody.content);
      return [operationId, { mediaType, isRequired: requestBody.required === true }];
    }),
  );
}

/** Reads no other bodies than those of the contract: JSON, the form of a receipt and the bytes of a piece. */
export async function readBodies(api: FastifyInstance): Promise<void> {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(JSON_TYPE, { parseAs: "string" }, api.getDefaultJsonParser("error", "error"));
  api.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  await api.register(multipart, { limits: { fileSize: RECEIPT_MOST_BYTES, files: 1, fields: 4, parts: 5 } });
  api.addHook("onRoute", checkWhateverItsType);
}

/**
 * Binds a JSON body to its schema whatever media type a request says, so that there is no type under which a body is not checked.
 * What is a stream or bytes is read by its handler, which checks it.
 */
function checkWhateverItsType({ schema }: RouteOptions): void {
  const body = schema?.body as { content?: Record<string, { schema?: unknown }> } | undefined;
  if (schema === undefined || body?.content === undefined) return;
  const json = body.content[JSON_TYPE]?.schema;
  if (json === undefined) delete schema.body;
  else schema.body = json;
}

/**
 * Refuses a body that the contract does not name for the operation, before anything of it is read.
 * @throws {PorteError} `company.media_type` for another type, `company.invalid` for a body that is missing or that nothing takes.
 */
export function assertBody({ routeOptions, headers }: FastifyRequest): void {
  const { takes = NO_BODY } = routeOptions.config;
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (takes.mediaType === null) {
    if (hasBody) throw invalid("is not taken here");
    /** A client may name a type for want of a body: there is nothing to read. */
    delete headers["content-type"];
    return;
  }
  if (!hasBody) {
    if (takes.isRequired) throw invalid(`is required as ${takes.mediaType}`);
    return;
  }
  const given = headers["content-type"] ?? "";
  const essence = given.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (essence !== takes.mediaType)
    throw new PorteError("company.media_type", { given: essence.slice(0, 80), wanted: takes.mediaType });
}

function invalid(message: string): PorteError {
  return new PorteError("company.invalid", { errors: [{ pointer: "/body", message }] });
}
