/**
 * An object whose values are made when they are first read, and then kept: making every schema of a large contract costs
 * tens of milliseconds, and a start needs three of them.
 */
export function lazily<M extends Readonly<Record<string, () => unknown>>>(
  makers: M,
): { readonly [K in keyof M]: ReturnType<M[K]> } {
  const made = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(made, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return made as { readonly [K in keyof M]: ReturnType<M[K]> };
}
