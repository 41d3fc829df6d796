/** What cannot be read as a floor: the part as typed, and why. */
export type FloorProblem = { readonly part: string; readonly why: "order" | "twice" | "long" | "many" };
export type TypedFloors = { readonly codes: readonly string[]; readonly problems: readonly FloorProblem[] };

const MAX_FLOORS = 200;
const MAX_CODE = 20;
const RANGE = /^(-?\d{1,3})\s*(?:–|—|-|\.\.|…)\s*(-?\d{1,3})$/;

/** Codes that differ only in case or in the kind of minus name the same floor. */
export const floorKey = (code: string): string =>
  code.normalize("NFC").trim().replaceAll("−", "-").replaceAll(/\s+/g, " ").toLocaleLowerCase("ru");

const integers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/** Reads floors as people write them: «1–14, тех», «-2..3», one code or range after another, from the ground up. */
export function readFloors(text: string): TypedFloors {
  const codes: string[] = [];
  const problems: FloorProblem[] = [];
  const known = new Set<string>();
  for (const part of text.split(/[,;|\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const [, from, to] = RANGE.exec(part.replaceAll("−", "-")) ?? [];
    const named = from === undefined || to === undefined ? [part] : rangeOf(Number(from), Number(to));
    if (named === null) {
      problems.push({ part, why: "order" });
      continue;
    }
    if (named.some((code) => code.length > MAX_CODE)) problems.push({ part, why: "long" });
    for (const code of named) {
      if (known.has(floorKey(code))) problems.push({ part: code, why: "twice" });
      else codes.push(code);
      known.add(floorKey(code));
    }
  }
  if (codes.length > MAX_FLOORS) problems.push({ part: String(codes.length), why: "many" });
  return { codes: codes.slice(0, MAX_FLOORS), problems };
}

const rangeOf = (from: number, to: number): string[] | null =>
  to < from || to - from > 2 * MAX_FLOORS ? null : integers(from, to);

/** The shortest way to write floors: runs of numbers become ranges. */
export function writeFloors(codes: readonly string[]): string {
  const runs: string[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      run !== undefined && isInteger(code) && isInteger(last) && Number(code) === Number(last) + 1;
    if (follows) run.push(code);
    else runs.push([code]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run)).join(", ");
}

const isInteger = (code: string | undefined): boolean => code !== undefined && /^-?\d{1,3}$/.test(code);

/** The floors of an object that a typed range names; what it names beyond them is told. */
export function floorsIn<F extends { readonly name: string }>(
  text: string,
  floors: readonly F[],
): { readonly found: readonly F[]; readonly unknown: readonly string[] } {
  const asked = readFloors(text);
  const byKey = new Map(floors.map((floor) => [floorKey(floor.name), floor]));
  const found = asked.codes.map((code) => byKey.get(floorKey(code))).filter((one) => one !== undefined);
  const unknown = asked.codes.filter((code) => !byKey.has(floorKey(code)));
  return { found, unknown: [...unknown, ...asked.problems.map(({ part }) => part)] };
}
