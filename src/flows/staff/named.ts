import { idsBegunBy, shortIds } from "../../domain/short-id.ts";
import type { Candidate } from "../../errors/input.ts";
import { PorteError } from "../../errors.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds the whole identifier of what a person names: itself, or a beginning of its short or whole identifier, among those that a list shows.
 * @param list asked only for what is not whole.
 * @param command the one that lists them.
 * @param isWaiting whether the list holds what waits for a decision alone: what is not there may have been decided on.
 * @throws {PorteError} `input.which` with the candidates where there are several, `input.not_listed` or `input.not_waiting` where there is none.
 */
export async function wholeId(
  typed: string,
  list: () => Promise<readonly Candidate[]>,
  command: string,
  isWaiting = false,
): Promise<string> {
  if (UUID.test(typed)) return typed;
  const listed = await list();
  const found = idsBegunBy(listed, typed);
  const [first, ...others] = found;
  if (first === undefined && isWaiting) throw new PorteError("input.not_waiting", { value: typed, command });
  if (first === undefined) throw new PorteError("input.not_listed", { value: typed, command });
  if (others.length === 0) return first.id;
  const short = shortIds(listed.map(({ id }) => id));
  throw new PorteError("input.which", {
    value: typed,
    candidates: found.map((one) => ({ ...one, id: short(one.id) })),
  });
}
