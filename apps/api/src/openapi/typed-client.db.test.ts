import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi, type TestApi } from "../testing/open-api.ts";

/** A client program that has nothing but the document: it calls each operation with generated types. */
const CLIENT = `
import type { operations, paths } from "./api.ts";

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
type Method = "get" | "post" | "put" | "patch" | "delete";
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Taken<O> = O extends { requestBody?: infer B } ? Json<NonNullable<B>> : never;
type Given<O> = O extends { responses: infer R }
  ? Json<R[keyof R & (200 | 201)]>
  : never;
type Asked<O> = O extends { parameters: { path: infer Path } } ? { path: Path } : { path?: never };
type Filtered<O> = O extends { parameters: { query?: infer Query } } ? { query?: Query } : object;

export async function call<P extends keyof paths, M extends Method>(
  method: M,
  path: P,
  sent: Asked<Operation<P, M>> & Filtered<Operation<P, M>> & { body?: Taken<Operation<P, M>> },
): Promise<Given<Operation<P, M>>> {
  const response = await fetch(String(path), { method, body: JSON.stringify(sent.body) });
  return (await response.json()) as Given<Operation<P, M>>;
}
export type Entered = Given<operations["factEnter"]>;
`;

const RIGHT = `
import { call, type Entered } from "./client.ts";

export async function day(objectId: number): Promise<string> {
  const form = await call("get", "/api/objects/{objectId}/fact-form", { path: { objectId }, query: { date: "2026-09-08" } });
  const [line] = form.lines;
  if (line === undefined) return form.object.name;
  const entered: Entered = await call("post", "/api/objects/{objectId}/facts", {
    path: { objectId },
    body: { floorVolumeId: line.floorVolumeId, date: form.date, quantity: "12.5", planReason: { code: "weather_wind" } },
  });
  const unit: "шт" | "м.п." | "м²" | "этаж" = entered.fact.workType.unit;
  const moved = await call("post", "/api/facts/{factId}/transitions", {
    path: { factId: entered.fact.id },
    body: { to: "confirmed", version: entered.fact.version },
  });
  const objects = await call("get", "/api/objects", { query: { archive: true, limit: 10 } });
  const next: string | null = objects.nextCursor;
  const me = await call("get", "/api/me", {});
  return [unit, moved.floorVolume.remaining, next, me.user.fullName].join();
}
`;

/** Each replaces a part of the correct program with one that the document does not allow. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ["a field that the body does not know", 'quantity: "12.5",', 'quantity: "12.5", amount: 1,'],
  ["a quantity that is a number", 'quantity: "12.5"', "quantity: 12.5"],
  ["a reason that is none", '"weather_wind"', '"weather_moon"'],
  ["a move to a state that is none", 'to: "confirmed"', 'to: "flying"'],
  ["a field that the answer does not have", "moved.floorVolume.remaining", "moved.floorVolume.rest"],
  ["a null that is not looked at", "const next: string | null", "const next: string"],
  ["an address that is none", '"/api/me"', '"/api/myself"'],
  ["a filter that is none", "limit: 10", "most: 10"],
  ["a path without its id", "{ path: { objectId }, query", "{ path: {}, query"],
];

let api: TestApi;
let folder: string;
let said: string;

beforeAll(async () => {
  api = await openApi();
  folder = mkdtempSync(join(tmpdir(), "stsphera-client-"));
  const { body } = await api.call("GET", "/api/openapi.json");
  const types = await openapiTS(JSON.stringify(body), { defaultNonNullable: false });
  writeFileSync(join(folder, "api.ts"), astToString(types));
  writeFileSync(join(folder, "client.ts"), CLIENT);
  writeFileSync(join(folder, "right.ts"), RIGHT);
  for (const [at, [, right, wrong]] of WRONG.entries())
    writeFileSync(join(folder, `wrong-${at}.ts`), RIGHT.replace(right, wrong));
  said = compile(["right.ts", ...WRONG.map((_wrong, at) => `wrong-${at}.ts`)]);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

const OPTIONS = [
  "--noEmit",
  "--strict",
  "--exactOptionalPropertyTypes",
  "--allowImportingTsExtensions",
  "--module",
  "nodenext",
  "--target",
  "es2024",
  "--types",
  "",
];

/** Compiler errors of the programs, one per line. */
function compile(programs: readonly string[]): string {
  const home = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const compiler = join(home, "bin", "tsc");
  const run = spawnSync(process.execPath, [compiler, ...OPTIONS, ...programs], {
    cwd: folder,
    encoding: "utf8",
  });
  if (run.error !== undefined) throw run.error;
  return run.stdout;
}

const errorsIn = (file: string) => said.split("\n").filter((line) => line.startsWith(`${file}(`));

test("a client generated from the document compiles", () => {
  for (const file of ["api.ts", "client.ts", "right.ts"]) expect(errorsIn(file)).toEqual([]);
  expect(said).not.toMatch(/^error/m);
});

test.each(WRONG.map(([name, right], at) => [name, right, at] as const))(
  "it does not compile with %s",
  (_name, right, at) => {
    expect(RIGHT).toContain(right);
    expect(errorsIn(`wrong-${at}.ts`)[0]).toMatch(/ error TS\d+: /);
  },
);
