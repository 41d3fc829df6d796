import { join } from "node:path";
import { environmentProblems } from "./layers/environment.ts";
import { importProblems } from "./layers/imports.ts";
import { sourceFiles } from "./layers/source-files.ts";

const checkout = join(import.meta.dirname, "..");
const files = sourceFiles(checkout);
const problems = [
  ...(await importProblems(checkout, join(checkout, ".dependency-cruiser.cjs"), files)),
  ...environmentProblems(checkout, files),
];
for (const problem of problems) console.error(problem);
console.log(`${files.length} files looked at, ${problems.length} wrong.`);
process.exitCode = problems.length === 0 ? 0 : 1;
