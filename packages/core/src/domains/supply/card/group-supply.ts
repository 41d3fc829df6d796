import { supplyCode } from "@stsphera/contracts/supply/captions";
import { forGroup, type GroupCopy, type GroupDrawing } from "../../../platform/notify/index.ts";
import type { SupplyCardRow } from "../read-supply-card.ts";
import { linesText, supplyWords } from "./supply-card.ts";

/** A delivery in a chat of its object: what is coming and when, and no money. */
export const groupSupply =
  (told: "group_shipped" | "group_late") =>
  ({ row }: { row: SupplyCardRow }, { locale }: GroupDrawing): GroupCopy => {
    const t = supplyWords(locale);
    return {
      key: `supply:${row.id}`,
      title: t(told, { code: supplyCode(row, locale) }),
      tail: forGroup(row.title),
      lines: [forGroup(linesText(row, locale))],
      many: (count) => t(`${told}_many`, { count }),
      button: { text: t("group_open"), link: { kind: "supply", id: row.id } },
    };
  };
