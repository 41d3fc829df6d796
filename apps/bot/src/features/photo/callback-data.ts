export type PhotoPress =
  | { readonly action: "attach"; readonly batch: string; readonly factId: number }
  | { readonly action: "journal"; readonly batch: string }
  | { readonly action: "object"; readonly batch: string; readonly objectId: number };

const DATA = /^p1:([0-9a-z]{1,13}):(?:j|([fo])([1-9]\d{0,9}))$/;

/** Callback data under photos without an entry: `p1:<batch>:f<fact>`, `p1:<batch>:o<object>`, `p1:<batch>:j`. */
export function packPhoto(press: PhotoPress): string {
  const what = {
    attach: () => `f${"factId" in press ? press.factId : ""}`,
    object: () => `o${"objectId" in press ? press.objectId : ""}`,
    journal: () => "j",
  };
  return `p1:${press.batch}:${what[press.action]()}`;
}

/** Parses callback data of such photos; null for other data. */
export function unpackPhoto(data: string): PhotoPress | null {
  const match = DATA.exec(data);
  const batch = match?.[1];
  if (batch === undefined) return null;
  const id = Number(match?.[3]);
  if (match?.[2] === "f") return { action: "attach", batch, factId: id };
  if (match?.[2] === "o") return { action: "object", batch, objectId: id };
  return { action: "journal", batch };
}
