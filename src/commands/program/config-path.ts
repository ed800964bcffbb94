import type { Context } from "../../cli/context.ts";
import { placesOf } from "../../flows/config.ts";
import { pairs } from "../../view/table.ts";

/** Shows where porte keeps what it keeps on this machine. */
export async function run(context: Pick<Context, "say" | "look" | "machine" | "show">): Promise<void> {
  const paths = placesOf(context.machine());
  const { places } = context.say.config;
  context.show({ paths }, () =>
    pairs(
      context.look,
      paths.map(({ name, path }) => [places[name], path]),
    ),
  );
}
