import { defectPlace, SEVERITY_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { forGroup, type GroupCopy, type GroupDrawing } from "../../../platform/notify/index.ts";
import type { DefectCardRow } from "../read-defect-card.ts";
import { defectWords } from "./defect-card.ts";

/** A defect in a chat of its object: where and what, and nobody to blame. */
export const groupDefect =
  (told: "group" | "group_fixed") =>
  ({ row }: { row: DefectCardRow }, { locale }: GroupDrawing): GroupCopy => {
    const t = defectWords(locale);
    return {
      key: `defect:${row.id}`,
      title: t(told, { place: forGroup(defectPlace(row, locale)) }),
      tail: forGroup(row.title),
      lines: [SEVERITY_CAPTIONS[locale][row.severity]],
      many: (count) => t(told === "group" ? "group_many" : "group_fixed_many", { count }),
      button: { text: t("group_open"), link: { kind: "defect", id: row.id } },
    };
  };
