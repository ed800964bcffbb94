import type { FastifyServerOptions } from "fastify";

type Ajv = Parameters<NonNullable<NonNullable<FastifyServerOptions["ajv"]>["onCreate"]>>[0];

/**
 * Has a schema compiled by the first request that it checks. A company has a hundred schemas, compiling them is a tenth of its
 * start, and most are not asked for by most of its requests.
 */
export function compileWhenUsed(ajv: Ajv): void {
  const compile = ajv.compile.bind(ajv);
  ajv.compile = ((schema: object) => {
    let compiled: ReturnType<typeof compile> | undefined;
    const check = (data: unknown) => {
      compiled ??= compile(schema);
      const isValid = compiled(data);
      check.errors = compiled.errors;
      return isValid;
    };
    check.errors = undefined as ReturnType<typeof compile>["errors"];
    return check;
  }) as typeof ajv.compile;
}
