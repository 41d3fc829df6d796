const MAX_ID = 2_147_483_647;

/** The ids of an address; null when one of them cannot be an id: nothing stands there. */
export function readIds(params: Readonly<Record<string, string>>): Record<string, number> | null {
  const ids: Record<string, number> = {};
  for (const [name, text] of Object.entries(params)) {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
    if (id < 1 || id > MAX_ID) return null;
    ids[name] = id;
  }
  return ids;
}
