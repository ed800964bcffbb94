/**
 * Gives a value that is made by the first who asks for it. What is long to make and rarely asked for, as a pattern with classes of Unicode, costs a
 * command that never asks nothing.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
