import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { openApiDocument } from "./document.ts";

/** Problems found by an independent validator, under its strict rules and under the specification. */
async function problemsIn(document: Record<string, unknown>): Promise<string[]> {
  const source = JSON.stringify(document);
  // Run separately: when combined, a later rule set switches off rules of an earlier one.
  const configs = await Promise.all(
    ["recommended-strict", "spec"].map((set) => createConfig({ extends: [set] })),
  );
  const found = await Promise.all(configs.map((config) => lintFromString({ source, config })));
  return found
    .flat()
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}

test("case 14: a strict validator finds no problems in the document", async () => {
  expect(await problemsIn(openApiDocument())).toEqual([]);
});

test("it would detect former omissions: the licence, the servers, an answer that is no redirect", async () => {
  const { servers: _servers, info, paths, ...rest } = openApiDocument();
  const { license: _license, ...withoutLicense } = info as Record<string, unknown>;
  const bare = structuredClone(paths) as Record<string, { get: { responses: Record<string, unknown> } }>;
  delete bare["/api/files/{fileId}"]?.get.responses["200"];
  const problems = await problemsIn({ ...rest, info: withoutLicense, paths: bare });
  expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
    "info-license",
    "no-empty-servers",
    "operation-2xx-response",
  ]);
});
