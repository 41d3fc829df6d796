import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
type Step = { run?: string; uses?: string };
type Job = { if?: string; environment?: string; steps?: Step[]; permissions?: Record<string, string> };
type Workflow = { jobs: Record<string, Job>; concurrency?: { "cancel-in-progress": boolean } };

const read = (name: string) => readFileSync(join(root, ".github/workflows", `${name}.yml`), "utf8");
const workflow = (name: string) => parse(read(name)) as Workflow;

test.each(["deploy", "images"])("%s only calls scripts that the drill runs too", (name) => {
  expect(read(name).split("\n").length).toBeLessThanOrEqual(40);
  const runs = Object.values(workflow(name).jobs).flatMap(({ steps = [] }) =>
    steps.flatMap(({ run }) => run ?? []),
  );
  const scripts = runs.flatMap((run) => run.match(/infra\/[\w/-]+/g) ?? []);
  expect(scripts).not.toEqual([]);
  for (const script of scripts) expect(existsSync(join(root, script))).toBe(true);
});

test("a roll-out waits for green checks of main, one at a time, in an environment", () => {
  const { jobs, concurrency } = workflow("deploy");
  expect(jobs["images"]?.if).toContain("conclusion == 'success'");
  expect(jobs["images"]?.if).toContain("event == 'push'");
  expect(jobs["deploy"]?.environment).toBe("production");
  expect(concurrency?.["cancel-in-progress"]).toBe(false);
});

test("what is written by strangers reaches no shell", () => {
  for (const name of ["deploy", "images"]) {
    for (const { steps = [] } of Object.values(workflow(name).jobs)) {
      for (const { run } of steps) expect(run ?? "").not.toContain("${{");
    }
  }
});
