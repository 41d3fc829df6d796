import { type Asked, type Context, personOf, textHas } from "../../kernel/index.ts";
import { DEFECT_STATES, OVERDUE } from "./defect-sql.ts";

export type DefectFilters = {
  state: keyof typeof DEFECT_STATES;
  severity?: string | undefined;
  responsible?: "me" | undefined;
  overdue?: boolean | undefined;
  search?: string | undefined;
};

/** Conditions that lists of defects `t` share; $1 is the current instant. */
export function filterDefects(
  asked: Asked,
  ctx: Context,
  { state, severity, responsible, overdue, search }: DefectFilters,
): readonly (string | false)[] {
  return [
    state !== "all" && DEFECT_STATES[state],
    severity !== undefined && `t.severity = ${asked(severity, "text")}`,
    responsible === "me" && `t.responsible_id = ${asked(personOf(ctx).id, "integer")}`,
    overdue === true && OVERDUE,
    search !== undefined &&
      search !== "" &&
      textHas(
        "concat_ws(' ', 'ДФ-' || t.number, 'DF-' || t.number, t.title, t.facade, t.floor, t.axes)",
        asked(search, "text"),
      ),
  ];
}
