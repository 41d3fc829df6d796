import type { PoolName } from "./pools.ts";
import type { Sent } from "./recording.ts";

export type Step = {
  text: string;
  params: unknown[];
  pool: PoolName;
  /** Places of parameters that hold the unique text. */
  fresh: number[];
  /** Places of parameters that hold the id of the row that was made, where it must be unique. */
  freshIds: number[];
};

/** What one request sends: single statements and transactions, in order. */
export type Script = {
  units: { transaction: boolean; waits: boolean; steps: Step[] }[];
  /** The text that must be replaced each time: a key or hash that is unique in its table. */
  unique: string | null;
};

/** The id of the row that a request made, and the statements in which it may stand only once. */
export type Made = { readonly id: number; readonly in: RegExp };

const isBegin = ({ text }: Sent) => /^\s*begin\b/i.test(text);
const isCommit = ({ text }: Sent) => /^\s*commit\b/i.test(text);

/** Turns a recording into a script. NOTIFY is not awaited, as in the API. */
export function scriptOf(sent: readonly Sent[], unique: string | null, made: Made | null = null): Script {
  const units: Script["units"] = [];
  let inside: Script["units"][number] | null = null;
  for (const one of sent) {
    if (isBegin(one)) {
      inside = { transaction: true, waits: true, steps: [] };
      units.push(inside);
    } else if (isCommit(one)) {
      inside = null;
    } else if (inside !== null && one.pool === "orm") {
      inside.steps.push(stepOf(one, unique, made));
    } else {
      const waits = !/pg_notify/i.test(one.text);
      units.push({ transaction: false, waits, steps: [stepOf(one, unique, made)] });
    }
  }
  return { units, unique };
}

function stepOf({ pool, text, params }: Sent, unique: string | null, made: Made | null): Step {
  const has = (value: unknown) => unique !== null && typeof value === "string" && value.includes(unique);
  const names = (value: unknown) => made !== null && made.in.test(text) && String(value) === String(made.id);
  const places = (fits: (value: unknown) => boolean) =>
    params.flatMap((value, at) => (fits(value) ? [at] : []));
  return { pool, text, params, fresh: places(has), freshIds: places(names) };
}

/** The script without the statements that match. */
export function without(script: Script, unwanted: RegExp): Script {
  const units = script.units.map((unit) => ({
    ...unit,
    steps: unit.steps.filter((step) => !unwanted.test(step.text)),
  }));
  return { ...script, units: units.filter((unit) => unit.steps.length > 0) };
}
