import { MAX_GPR_LINKS, MAX_GPR_ROWS } from "@stsphera/contracts/vocabulary";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { computeSchedule, type Problem, type Schedule, type Workdays } from "@stsphera/schedule";
import { networkOfContent, type VersionContent } from "@stsphera/schedule/versions";
import { DomainError, invalidField } from "../../kernel/index.ts";

/** How a problem of the network is told, with the rows it is about. */
type Told = { reason: RefusalCode; rows: readonly string[] };

function toldOf(problem: Problem): Told {
  switch (problem.kind) {
    case "cycle":
      return { reason: "gpr_cycle", rows: [...problem.rows, problem.rows[0] ?? ""] };
    case "link_to_itself":
      return { reason: "gpr_link_to_itself", rows: [problem.link.from] };
    case "unknown_row":
      return { reason: "gpr_unknown_row", rows: [] };
    case "summary_finish_link":
      return { reason: "gpr_summary_finish_link", rows: [problem.link.to] };
    case "summary_constraint":
      return { reason: "gpr_summary_constraint", rows: [problem.row] };
    case "parent_cycle":
      return { reason: "gpr_parent_cycle", rows: [problem.row] };
    case "out_of_range":
      return { reason: "gpr_out_of_range", rows: [] };
    default:
      return { reason: "gpr_wrong_row", rows: "row" in problem ? [problem.row] : [] };
  }
}

/** Problems as a refusal names them: rows by number, those of a cycle in the order of their links. */
export function namedProblems(content: VersionContent, problems: readonly Problem[]) {
  const numbers = new Map(content.rows.map(({ key, number }) => [key, number]));
  return problems.map((problem) => {
    const { reason, rows } = toldOf(problem);
    const separator = problem.kind === "cycle" ? " → " : ", ";
    return { reason, rows: rows.map((key) => numbers.get(key) ?? "?").join(separator) };
  });
}

/** Computes a content within its limits; throws validation_failed with the first thing that is wrong. */
export function scheduleOf(content: VersionContent, workdays: Workdays): Schedule {
  const { rows, links } = content;
  if (rows.length > MAX_GPR_ROWS) throw invalidField("rows", "gpr_too_many_rows", { most: MAX_GPR_ROWS });
  if (links.length > MAX_GPR_LINKS)
    throw invalidField("links", "gpr_too_many_links", { most: MAX_GPR_LINKS });
  const computed = computeSchedule(networkOfContent(content, workdays));
  if (computed.problems === undefined) return computed.schedule;
  const named = namedProblems(content, computed.problems);
  const [first] = named;
  if (first === undefined) throw new Error("a schedule without dates and without problems");
  throw new DomainError("validation_failed", {
    fields: named.slice(0, 50).map(({ reason, rows: which }) => ({
      path: "edits",
      reason,
      message: which || reason,
      values: { rows: which },
    })),
    sentence: first.reason,
    values: { rows: first.rows },
  });
}
