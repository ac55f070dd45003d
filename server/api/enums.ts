/** A list of names as the object that GraphQL enums are registered with. Make it once per enum: its identity counts. */
export function enumOf<const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } {
  return Object.fromEntries(names.map(name => [name, name])) as { [N in Name]: N };
}
