import { readFileSync } from "node:fs";
import { CONDITIONS, type Condition } from "@stsphera/core/watch";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../apps/scheduler/src/service/metrics.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

type Rule = { alert: string; expr: string; for: string; labels: { severity: string } };
const rules = (parse(read("infra/monitoring/alerts.yml")) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const dashboard = JSON.parse(read("infra/monitoring/dashboard.json")) as {
  panels: { targets: { expr: string }[] }[];
};

const FUNCTIONS = [
  "sum",
  "rate",
  "by",
  "le",
  "changes",
  "absent",
  "or",
  "histogram_quantile",
  "status",
  "queue",
];
const metricsIn = (expr: string) =>
  [
    ...expr
      .replace(/"[^"]*"/g, "")
      .replace(/\[\w+\]/g, "")
      .matchAll(/[a-z][a-z_]+/g),
  ]
    .map(([name]) => name)
    .filter((name) => !FUNCTIONS.includes(name));

/** Metrics of the API and of Node, which the scheduler's exposition lacks or adds suffixes to. */
const OF_API = [
  "http_request_duration_seconds_count",
  "http_request_duration_seconds_bucket",
  "database_connections",
];

test("every metric that an alert or a panel names exists in the product", async () => {
  const { body } = await createMetrics().expose(null);
  const known = new Set([...body.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name ?? ""));
  const api = read("apps/api/src/service/metrics.ts");
  for (const name of OF_API) expect(api).toContain(name.replace(/_(count|bucket)$/, ""));
  const exprs = [
    ...rules.map(({ expr }) => expr),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const named = new Set(exprs.flatMap(metricsIn));
  expect(named.size).toBeGreaterThan(15);
  expect([...named].filter((name) => !known.has(name) && !OF_API.includes(name))).toEqual([]);
});

test("the alert rules have the bounds and severities of the table of conditions", () => {
  const byName = new Map(rules.map((rule) => [rule.alert, rule]));
  for (const [name, condition] of Object.entries<Condition>(CONDITIONS)) {
    const bound = "over" in condition ? `> ${condition.over}` : `< ${condition.under}`;
    const rule = byName.get(name);
    expect(rule?.expr.split(" or ")[0], name).toBe(`${condition.metric} ${bound}`);
    expect(rule?.labels.severity, name).toBe(condition.severity);
  }
});

test("every alert has a section in the runbook that says what it means and what to do", () => {
  const runbook = read("docs/runbook.md");
  expect(rules.length).toBeGreaterThan(15);
  for (const { alert } of rules) {
    const [, section = ""] = runbook.split(`\n### ${alert}\n`);
    expect(section.split("\n#")[0]?.trim().length, alert).toBeGreaterThan(60);
  }
});
