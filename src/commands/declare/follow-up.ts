import type { Context } from "../../cli/context.ts";
import type { FiledDelivery } from "../../domain/local/filed.ts";
import { assertArrived } from "./arrived.ts";

/**
 * Opens what is ready to be sent by hand in the program that sends it, where somebody sits at a terminal.
 * @throws {PorteError} `delivery.unknown` for what may have arrived, or not.
 */
export async function followUp(
  context: Pick<Context, "note" | "openFile">,
  delivery: FiledDelivery | null,
): Promise<void> {
  assertArrived(delivery);
  if (delivery?.state !== "prepared" || delivery.place === null) return;
  const { mailLink } = await import("../../flows/local/deliver.ts");
  const link = await mailLink(delivery);
  const isOpened = delivery.by !== "mail" || (await context.openFile(link ?? delivery.place));
  if (!isOpened && link !== null) context.note(link);
}
