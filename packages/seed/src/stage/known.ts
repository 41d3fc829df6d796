/** The value of a key; throws when it is missing. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is called ${String(key)}`);
  return value;
}
