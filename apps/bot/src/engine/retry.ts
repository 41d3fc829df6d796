const DATA = /^again:(\d{1,15})$/;

/** Callback data of «Повторить»: processes the failed update again. */
export const packRetry = (updateId: number): string => `again:${updateId}`;

/** Id of the update to process again; null for other data. */
export function unpackRetry(data: string): string | null {
  return DATA.exec(data)?.[1] ?? null;
}
