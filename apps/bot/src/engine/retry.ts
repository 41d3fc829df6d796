const DATA = /^again:(\d{1,15})$/;

/** Callback data of «Повторить»: the update that failed is worked once more. */
export const packRetry = (updateId: number): string => `again:${updateId}`;

/** Id of the update that is to be worked once more; null for other data. */
export function unpackRetry(data: string): string | null {
  return DATA.exec(data)?.[1] ?? null;
}
