type Floor = { readonly code: string; readonly sort: number };

const GAP = 4;
const [LEAST, MOST] = [-99, 999];
const numberOf = (code: string) => (/^[-−]?\d{1,3}$/.test(code) ? Number(code.replace("−", "-")) : null);

/** A free place between two others, nearest to the lower one's middle; null when they touch. */
function between(lower: number, upper: number): number | null {
  return upper - lower < 2 ? null : Math.floor((lower + upper) / 2);
}

/**
 * Where a new floor stands: a number above the greatest number below it, everything else on the roof. A floor for which
 * there is no room between its neighbours goes to the roof as well.
 */
function placeOf(code: string, floors: readonly Floor[]): number {
  const number = numberOf(code);
  const sorts = floors.map(({ sort }) => sort);
  const roof = Math.min(Math.max(...sorts, 0) + GAP, MOST);
  if (number === null || floors.length === 0) return roof;
  const below = floors
    .filter((floor) => (numberOf(floor.code) ?? Number.POSITIVE_INFINITY) < number)
    .map(({ sort }) => sort);
  const lower = below.length === 0 ? Math.max(Math.min(...sorts) - 2 * GAP, LEAST - 1) : Math.max(...below);
  const upper = Math.min(...sorts.filter((sort) => sort > lower), MOST + 1);
  if (upper > MOST) return Math.min(lower + GAP, MOST);
  return between(lower, upper) ?? roof;
}

/** New floors with their places among those that stand. */
export function placed(codes: readonly string[], floors: readonly Floor[]): Floor[] {
  const all = [...floors];
  return codes.map((code) => {
    const floor = { code, sort: placeOf(code, all) };
    all.push(floor);
    return floor;
  });
}
