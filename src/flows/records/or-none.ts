import { isFailure, isRefusal } from "../../errors.ts";

/** A company of an earlier contract has no such list, and a machine may never have been told it. */
export async function orNone<Item>(list: Promise<Item[]>): Promise<Item[]> {
  return list.catch((failure: unknown) => {
    if (isRefusal(failure, "company.not_found") || isFailure(failure, "server.never_seen")) return [];
    throw failure;
  });
}
