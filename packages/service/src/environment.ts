import { z } from "zod";
import { productionSecretProblems } from "./secret-rules.ts";

export type Names = Readonly<Record<string, string | undefined>>;

/** Anything but development counts as production, so that development features cannot be enabled by accident. */
export const isProduction = (kind: string | undefined): boolean => kind !== "development";

/**
 * Reads the settings of a process at start; an empty one counts as not set. Throws one error that names every missing
 * or invalid setting, never its value; production's rules for secrets apply to every process. `more` judges settings
 * that belong together.
 */
export function readEnvironment<S extends z.ZodRawShape>(
  shape: S,
  env: Names,
  more: (given: Names, production: boolean) => string[] = () => [],
): z.output<z.ZodObject<S>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = z.object(shape).safeParse(given);
  const problems = (read.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);
  if (isProduction(given["NODE_ENV"])) problems.push(...productionSecretProblems(given));
  problems.push(...more(given, isProduction(given["NODE_ENV"])));
  if (!read.success || problems.length > 0) {
    throw new Error(`The process does not start: ${[...new Set(problems)].join("; ")}.`);
  }
  return read.data;
}
