/** A client of any company that keeps the contract: each operation by its name, typed. Published as `porte/client`. */
export { type FileKind, PDF, RECEIPT_CONTENT } from "../client/answer.ts";
export {
  type AnswerOf,
  type Called,
  call,
  callAsync,
  callFile,
  type Input,
  type OperationId,
} from "../client/call.ts";
export type { Connection } from "../client/http.ts";
export { list } from "../client/list.ts";
export { CONTRACT_VERSION } from "../contract/answers.ts";
export type { components } from "../contract/types.ts";
export { isFailure, PorteError } from "../errors.ts";
