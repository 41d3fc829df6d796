/** A press on «Акт простоя»: `ra:<record>`. */
const ACT = /^ra:([1-9]\d{0,9})$/;
const MAX_ID = 2_147_483_647;

export const packAct = (recordId: number): string => `ra:${recordId}`;

/** The record of a press on «Акт простоя»; null for other data. */
export function unpackAct(data: string): { readonly recordId: number } | null {
  const recordId = Number(ACT.exec(data)?.[1]);
  return recordId <= MAX_ID ? { recordId } : null;
}
