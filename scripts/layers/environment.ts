import { readFileSync } from "node:fs";
import { join } from "node:path";

const mayRead =
  /^(scripts|e2e|bench|infra)\/|(^|\/)env\.ts$|\.config\.(m?ts|mjs)$|\.test\.tsx?$|(^|\/)testing(\/|\.ts$)/;

/** The environment is read in env.ts only, so that the person deploying finds every setting there. */
export function environmentProblems(checkout: string, files: string[]): string[] {
  return files
    .filter(
      (file) =>
        !mayRead.test(file) && /process\s*\.\s*env\b/.test(readFileSync(join(checkout, file), "utf8")),
    )
    .map((file) => `process.env outside env.ts: ${file}`);
}
