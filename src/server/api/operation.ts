import type { OPERATIONS } from "../../contract/operations.ts";
import type { components, operations } from "../../contract/types.ts";

/** An operation of the contract, by its name. */
export type OperationId = keyof typeof OPERATIONS;

type Row<Id extends OperationId> = (typeof OPERATIONS)[Id];
type Part<Id extends OperationId, Name extends "path" | "query"> = Exclude<
  operations[Id]["parameters"][Name],
  undefined
>;
type OrEmpty<Value> = [Value] extends [never] ? Record<never, never> : Value;

/** What an operation is asked with, as the contract has it: the parts of its path, its query, its JSON body. */
export type Params<Id extends OperationId> = OrEmpty<Part<Id, "path">>;
export type Query<Id extends OperationId> = OrEmpty<Part<Id, "query">>;
export type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : undefined;

/** What it answers, where that is JSON. */
export type AnswerOf<Id extends OperationId> = components["schemas"][Extract<Row<Id>[2], keyof components["schemas"]>];
