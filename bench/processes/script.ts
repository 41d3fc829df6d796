import type { PoolName } from "./pools.ts";
import type { Sent } from "./recording.ts";

export type Step = { text: string; params: unknown[]; pool: PoolName; fresh: number[] };

/** What one request sends: single statements and transactions, in order. */
export type Script = {
  units: { transaction: boolean; waits: boolean; steps: Step[] }[];
  /** The text that must be replaced each time: a key or hash that is unique in its table. */
  unique: string | null;
};

const isBegin = ({ text }: Sent) => /^\s*begin\b/i.test(text);
const isCommit = ({ text }: Sent) => /^\s*commit\b/i.test(text);

/** Turns a recording into a script. NOTIFY is not awaited, as in the API. */
export function scriptOf(sent: readonly Sent[], unique: string | null): Script {
  const units: Script["units"] = [];
  let inside: Script["units"][number] | null = null;
  for (const one of sent) {
    if (isBegin(one)) {
      inside = { transaction: true, waits: true, steps: [] };
      units.push(inside);
    } else if (isCommit(one)) {
      inside = null;
    } else if (inside !== null && one.pool === "orm") {
      inside.steps.push(stepOf(one, unique));
    } else {
      const waits = !/pg_notify/i.test(one.text);
      units.push({ transaction: false, waits, steps: [stepOf(one, unique)] });
    }
  }
  return { units, unique };
}

function stepOf({ pool, text, params }: Sent, unique: string | null): Step {
  const has = (value: unknown) => unique !== null && typeof value === "string" && value.includes(unique);
  return { pool, text, params, fresh: params.flatMap((value, at) => (has(value) ? [at] : [])) };
}

/** The script without the statements that match. */
export function without(script: Script, unwanted: RegExp): Script {
  const units = script.units.map((unit) => ({
    ...unit,
    steps: unit.steps.filter((step) => !unwanted.test(step.text)),
  }));
  return { ...script, units: units.filter((unit) => unit.steps.length > 0) };
}
