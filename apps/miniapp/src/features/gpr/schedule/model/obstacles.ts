type Field = { readonly path: string; readonly message: string };

export type Obstacle = {
  readonly message: string;
  /** The number of the first row that it is about; null where it is about none. */
  readonly row: number | null;
};

/** What forbids sending, as a refusal lists it. */
export function obstaclesOf(details: unknown): Obstacle[] {
  if (!Array.isArray(details)) return [];
  return (details as Field[])
    .filter((field) => typeof field?.message === "string")
    .map(({ path, message }) => {
      const row = /^rows\.(\d+)$/.exec(path)?.[1];
      return { message, row: row === undefined ? null : Number(row) };
    });
}
