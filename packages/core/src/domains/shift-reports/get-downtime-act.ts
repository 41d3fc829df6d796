import { id } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { z } from "zod";
import { big, decimal } from "../calculation/index.ts";
import { localTime, notFound, query } from "../../kernel/index.ts";
import {
  assertSeesRecord,
  PEOPLE_OF_RECORD,
  RECORD_COLUMNS,
  RECORD_TABLES,
  type ShiftRecordRow,
} from "../shifts/index.ts";
import { saying } from "./report-words.ts";

type Row = ShiftRecordRow & {
  name: string;
  address: string;
  customer: string;
  contractNo: string | null;
  timeZone: string;
  crewUserIds: number[];
};

const STATEMENT = `
  select ${RECORD_COLUMNS}, o.name, o.address, o.customer, o.contract_no as "contractNo", o.time_zone as "timeZone",
    ${PEOPLE_OF_RECORD} as "crewUserIds"
  from ${RECORD_TABLES} where r.id = $1 and r.kind = 'downtime'`;

export type DowntimeAct = { title: string; lines: string[]; fileName: string };

/** The act of a downtime, for who reads its record: the parties, hours, reason, people, and places for signatures. */
export const getDowntimeAct = query({
  name: "report.downtime_act",
  permissions: ["fact.view"],
  input: z.strictObject({ recordId: id }),
  read: async (ctx, { recordId }): Promise<DowntimeAct> => {
    const [row] = await ctx.db.read<Row>(STATEMENT, [recordId]);
    if (row === undefined) throw notFound();
    assertSeesRecord(ctx, row.objectId, row.crewUserIds);
    return {
      title: saying.t("act.title", { number: row.id, date: saying.day(row.date) }),
      lines: linesOf(row),
      fileName: `${saying.t("act.file", { number: row.id })}.pdf`,
    };
  },
});

function linesOf(row: Row): string[] {
  const { t } = saying;
  const { crews, party, text, withdrawn, photos, contractNo } = row;
  const { day, time } = localTime(new Date(row.createdAt), row.timeZone);
  const at = `${saying.day(day)}, ${time.slice(0, 5)}`;
  const sign = (who: string) => t("act.sign", { party: who });
  return [
    t("act.object", { name: row.name, address: row.address }),
    ...(contractNo === null ? [] : [t("act.contract", { number: contractNo })]),
    t("act.parties", { customer: row.customer }),
    t("act.day", { date: saying.day(row.date), shift: t(`act.shift_${row.shift}`) }),
    "",
    t("act.reason", { what: saying.what({ code: row.code, words: null }) || (text ?? "") }),
    ...(text === null ? [] : [t("act.words", { text })]),
    ...(party === null ? [] : [t("act.party", { party: saying.party(party) })]),
    "",
    t("act.crews"),
    ...crews.map(({ lead, code, workers, hours }) =>
      t("act.crew", {
        lead: shortName(lead),
        code,
        people: saying.people(workers),
        hours: saying.hours(hours),
        manHours: saying.manHours(decimal(big(hours).times(workers))),
      }),
    ),
    t("act.sum", { manHours: saying.manHours(row.manHours) }),
    ...(photos.length === 0 ? [] : [t("act.photos", { count: photos.length })]),
    ...(withdrawn === null ? [] : [t("act.withdrawn", { reason: withdrawn.reason ?? "" })]),
    "",
    t("act.author", { name: shortName(row.author.fullName, "initial"), at }),
    "",
    sign(t("act.contractor")),
    "",
    sign(t("act.customer")),
  ];
}
