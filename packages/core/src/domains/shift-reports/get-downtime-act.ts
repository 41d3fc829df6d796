import { id } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { z } from "zod";
import { dayText, momentText, notFound, personOf, query } from "../../kernel/index.ts";
import {
  assertSeesRecord,
  PEOPLE_OF_RECORD,
  RECORD_COLUMNS,
  RECORD_TABLES,
  type ShiftRecordRow,
} from "../shifts/index.ts";
import { type Saying, sayingIn } from "./report-words.ts";

type Row = ShiftRecordRow & {
  name: string;
  address: string;
  customer: string;
  contractNo: string | null;
  timeZone: string;
  crewUserIds: number[];
  today: string;
};

const STATEMENT = `
  select ${RECORD_COLUMNS}, o.name, o.address, o.customer, o.contract_no as "contractNo", o.time_zone as "timeZone",
    ${PEOPLE_OF_RECORD} as "crewUserIds",
    (${dayText("$2::timestamptz")})::text as today
  from ${RECORD_TABLES} where r.id = $1 and r.kind = 'downtime'`;

export type DowntimeAct = { title: string; lines: string[]; fileName: string };

/** The act of a downtime, for who reads its record: the parties, hours, reason, people, and places for signatures. */
export const getDowntimeAct = query({
  name: "report.downtime_act",
  permissions: ["fact.view"],
  input: z.strictObject({ recordId: id }),
  read: async (ctx, { recordId }): Promise<DowntimeAct> => {
    const [row] = await ctx.db.read<Row>(STATEMENT, [recordId, ctx.now.toISOString()]);
    if (row === undefined) throw notFound();
    assertSeesRecord(ctx, row.objectId, row.crewUserIds);
    const { locale } = personOf(ctx);
    const saying = sayingIn(locale, row.today);
    return {
      title: saying.t("act.title", { number: row.id, date: saying.day(row.date) }),
      lines: linesOf(row, saying, { locale, now: ctx.now }),
      fileName: `${saying.t("act.file", { number: row.id })}.pdf`,
    };
  },
});

function linesOf(row: Row, saying: Saying, { locale, now }: { locale: Locale; now: Date }): string[] {
  const { t } = saying;
  const { crews, party, text, withdrawn, photos, contractNo } = row;
  const at = momentText(row.createdAt, { locale, now, timeZone: row.timeZone });
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
        manHours: saying.manHours(String(workers * Number(hours))),
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
