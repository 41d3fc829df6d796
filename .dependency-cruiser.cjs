// The allowed imports of docs/architecture.md. Tests and their helpers may reach further than the code they try.
const testCode = "[.]test[.]tsx?$|/testing/|/testing[.]ts$|/src/test-[^/]*[.]ts$";
const ours = "^(packages|apps|scripts|e2e|bench|infra)/";

/** `folder` may import of ours only what is listed; libraries are limited by `libraries` where given. */
function only(name, folder, allowed, { alsoNever = [] } = {}) {
  const own = `^${folder}/`;
  const rules = [
    {
      name,
      severity: "error",
      from: { path: `^${folder}/src/`, pathNot: testCode },
      to: { path: ours, pathNot: [own, ...allowed] },
    },
  ];
  if (alsoNever.length > 0) {
    rules.push({
      name: `${name}: libraries`,
      severity: "error",
      from: { path: `^${folder}/src/`, pathNot: testCode },
      to: { path: alsoNever.map((library) => `(^|/)node_modules/${library}(/|$)`) },
    });
  }
  return rules;
}

const sourceOf = (name) => `^packages/${name}/src/`;
const pure = ["rbac", "contracts"].map(sourceOf);
const schedule = sourceOf("schedule");
const adapters = [...pure, ...["core", "service", "storage", "telegram"].map(sourceOf)];
const web = ["hono", "@hono", "telegraf", "pg-boss", "react", "react-dom"];
const databaseClient = "^packages/db/src/(client|clock|index)[.]ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "imports resolve, and only through exports",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no deep imports",
      comment: "Another package is reached by its name, never by a path into its folder.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^(packages|apps)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "what is imported is declared",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "libraries of production code are no devDependencies",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: [testCode, "[.]d[.]ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm-peer"] },
    },
    {
      name: "rbac imports nothing",
      severity: "error",
      from: { path: sourceOf("rbac"), pathNot: testCode },
      to: { pathNot: sourceOf("rbac") },
    },
    {
      name: "vocabularies import nothing but vocabularies",
      severity: "error",
      from: { path: "^packages/contracts/src/.*vocabulary[.]ts$" },
      to: { pathNot: "^packages/(contracts/src/.*vocabulary[.]ts$|rbac/src/)" },
    },
    {
      name: "contracts import rbac and zod",
      severity: "error",
      from: { path: sourceOf("contracts"), pathNot: testCode },
      to: { pathNot: [...pure, "(^|/)node_modules/zod(/|$)"] },
    },
    {
      name: "the schedule's engine imports nothing",
      severity: "error",
      from: { path: "^packages/schedule/src/(engine|index)", pathNot: testCode },
      to: { pathNot: "^packages/schedule/src/engine/" },
    },
    ...only("schedule imports rbac", "packages/schedule", [sourceOf("rbac")], {
      alsoNever: [...web, "drizzle-orm", "postgres"],
    }),
    ...only("db imports vocabularies and rbac", "packages/db", [
      "^packages/contracts/src/.*vocabulary[.]ts$",
      sourceOf("rbac"),
    ]),
    ...only(
      "core imports db, contracts, rbac, schedule, storage, telegram",
      "packages/core",
      [...pure, schedule, ...["db", "storage", "telegram"].map(sourceOf)],
      { alsoNever: web },
    ),
    ...only("storage imports contracts", "packages/storage", pure, { alsoNever: web }),
    ...only("telegram imports contracts", "packages/telegram", pure, { alsoNever: web }),
    ...only("service imports contracts", "packages/service", pure),
    ...only("seed works through core", "packages/seed", [
      ...["core", "contracts", "rbac", "storage"].map(sourceOf),
      databaseClient,
    ]),
    ...only("the sandbox imports telegram alone", "packages/sandbox", [sourceOf("telegram")]),
    ...only("api imports core and what surrounds it", "apps/api", [...adapters, databaseClient]),
    ...only("bot imports core and what surrounds it", "apps/bot", [...adapters, sourceOf("db")]),
    {
      name: "the database is opened in main, for the bot in ingest too",
      comment: "Its type may be named elsewhere: what was opened is handed on.",
      severity: "error",
      from: {
        path: "^apps/(api|bot)/src/",
        pathNot: [testCode, "^apps/(api/src/main[.]ts$|bot/src/(main[.]ts$|ingest/))"],
      },
      to: { path: sourceOf("db"), dependencyTypesNot: ["type-only"] },
    },
    ...only("scheduler imports core, db and what surrounds them", "apps/scheduler", [
      ...adapters,
      sourceOf("db"),
    ]),
    ...only("the Mini App imports contracts, rbac and schedule", "apps/miniapp", [...pure, schedule]),
    {
      name: "the Mini App runs in a browser",
      severity: "error",
      from: { path: "^apps/miniapp/src/", pathNot: testCode },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no SQL in a transport",
      severity: "error",
      from: { path: "^apps/(api/src/routes|bot/src/features)/", pathNot: testCode },
      to: { path: "(^|/)node_modules/(drizzle-orm|postgres)(/|$)|^packages/db/" },
    },
    {
      name: "a feature imports itself and what is shared",
      severity: "error",
      from: { path: "^apps/([^/]+)/src/features/([^/]+)/" },
      to: { path: "^apps/$1/src/(features/|app/)", pathNot: "^apps/$1/src/features/$2/" },
    },
    {
      name: "what is shared knows no feature",
      severity: "error",
      from: { path: "^apps/([^/]+)/src/(shared|engine|kit)/", pathNot: testCode },
      to: { path: "^apps/$1/src/(features|app)/" },
    },
    {
      name: "a domain of core reaches another by its index",
      severity: "error",
      from: { path: "^packages/core/src/domains/([^/]+)/", pathNot: testCode },
      to: {
        path: "^packages/core/src/domains/[^/]+/",
        pathNot: ["^packages/core/src/domains/$1/", "^packages/core/src/domains/[^/]+/index[.]ts$"],
      },
    },
    {
      name: "a part of the platform is reached by its index",
      severity: "error",
      from: { path: "^packages/core/src/(platform/[^/]+|domains|testing)/", pathNot: testCode },
      to: {
        path: "^packages/core/src/platform/[^/]+/",
        pathNot: ["^packages/core/src/$1/", "^packages/core/src/platform/[^/]+/index[.]ts$"],
      },
    },
    {
      name: "the kernel knows neither platform nor domain",
      severity: "error",
      from: { path: "^packages/core/src/kernel/", pathNot: testCode },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/kernel/" },
    },
    {
      name: "the platform knows no domain",
      severity: "error",
      from: { path: "^packages/core/src/platform/", pathNot: testCode },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/(kernel|platform)/" },
    },
    {
      name: "packages know no app",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "an app knows no other app",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "bench, e2e, scripts and infra are not imported by the product",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: testCode },
      to: { path: "^(bench|e2e|scripts|infra)/" },
    },
    {
      name: "bench and e2e are imported by the drill alone",
      severity: "error",
      from: { pathNot: "^(bench|e2e|infra/drill)/" },
      to: { path: "^(bench|e2e)/" },
    },
    {
      name: "no test helpers in production code",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: testCode },
      to: { path: [testCode, "(^|/)node_modules/(vitest|fast-check)(/|$)"] },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: "(^|/)(dist|test-results|playwright-report|artifacts)/" },
    // Imports that are only types count: a layer must not know another's types either.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".css"],
    },
  },
};
