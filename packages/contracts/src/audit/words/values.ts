import { SEVERITY_CAPTIONS } from "../../defects/captions.ts";
import { EXTRA_STAGE_CAPTIONS } from "../../extra-works/captions.ts";
import { DEPARTMENT_CAPTIONS, ROLE_CAPTIONS } from "../../people/captions.ts";
import { DISCREPANCY_CAPTIONS } from "../../supply/captions.ts";
import { PARTY_CAPTIONS, SHIFT_NOTE_CAPTIONS } from "../../shifts/captions.ts";
import { insideLine, WAITING_TODO } from "../../waiting/captions.ts";
import {
  type ApprovalKind,
  APPROVAL_KINDS,
  type DaysOff,
  type DefectOrigin,
  type FacadeType,
  type FactKind,
  type FilePurpose,
  type FileSource,
  type FileStatus,
  type GateMode,
  type Locale,
  type ModuleFactSource,
  type NotificationCategory,
  type SessionKind,
  type Shift,
  type ShiftRecordKind,
  type TaskPriority,
  type WorkGroup,
} from "../../vocabulary.ts";

type Words<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

const shift: Words<Shift> = {
  ru: { day: "дневная", night: "ночная" },
  en: { day: "day", night: "night" },
};
/** What waits, in a sentence. */
const waiting = (locale: Locale): Readonly<Record<ApprovalKind, string>> =>
  Object.fromEntries(APPROVAL_KINDS.map((kind) => [kind, insideLine(WAITING_TODO[locale][kind])])) as Record<
    ApprovalKind,
    string
  >;
const kinds: Words<FactKind | ShiftRecordKind | SessionKind | ApprovalKind> = {
  ru: {
    ...waiting("ru"),
    telegram: "из Telegram",
    passkey: "по ключу",
    link: "по своей ссылке",
    given: "по ссылке администратора",
    work: "работа",
    reversal: "сторно",
    opening: "ввод остатков",
    downtime: "простой",
    note: "без объёма",
  },
  en: {
    ...waiting("en"),
    telegram: "from Telegram",
    passkey: "by a passkey",
    link: "by one's own link",
    given: "by an administrator's link",
    work: "work",
    reversal: "reversal",
    opening: "opening balance",
    downtime: "downtime",
    note: "no quantity",
  },
};
const origin: Words<DefectOrigin> = {
  ru: { installation: "монтажа", factory: "завода" },
  en: { installation: "the installation", factory: "the factory" },
};
const priority: Words<TaskPriority> = {
  ru: { low: "низкая", normal: "обычная", high: "высокая", critical: "критичная" },
  en: { low: "low", normal: "normal", high: "high", critical: "critical" },
};
const gateMode: Words<GateMode> = {
  ru: { complete: "по готовности этажа", accepted: "по приёмке этажа" },
  en: { complete: "when the floor is complete", accepted: "when the floor is accepted" },
};
const moduleFactSource: Words<ModuleFactSource> = {
  ru: { entry: "вносят вручную", scan: "по сканам" },
  en: { entry: "entered by hand", scan: "by scans" },
};
const facadeTypes: Words<FacadeType> = {
  ru: { nvf: "НВФ", spk: "СПК", spk_modular: "СПК модульный" },
  en: { nvf: "ventilated", spk: "curtain wall", spk_modular: "unitised" },
};
const group: Words<WorkGroup> = {
  ru: { module: "модули", bracket: "кронштейны", other: "прочие" },
  en: { module: "modules", bracket: "brackets", other: "other" },
};
const source: Words<FileSource> = {
  ru: { upload: "загружен в приложении", telegram: "прислан в чат" },
  en: { upload: "uploaded in the app", telegram: "sent to the chat" },
};
const purpose: Words<FilePurpose> = {
  ru: { photo: "фото", document: "документ" },
  en: { photo: "photo", document: "document" },
};
const locale: Words<Locale> = {
  ru: { ru: "русский", en: "английский" },
  en: { ru: "Russian", en: "English" },
};
const daysOff: Words<DaysOff> = {
  ru: { object: "как на объекте", weekend: "суббота и воскресенье" },
  en: { object: "as on the object", weekend: "Saturday and Sunday" },
};
const category: Words<NotificationCategory> = {
  ru: {
    tasks: "задачи",
    gpr: "ГПР",
    supply: "поставки",
    construction: "монтаж",
    documents: "документы",
    facts: "факт",
    production: "производство",
    people: "люди",
    system: "система",
  },
  en: {
    tasks: "tasks",
    gpr: "schedule",
    supply: "supply",
    construction: "construction",
    documents: "documents",
    facts: "facts",
    production: "production",
    people: "people",
    system: "system",
  },
};

/** States of things that have no states of their own on the screens. */
const fileStatus: Words<FileStatus> = {
  ru: { awaiting: "ждём загрузки", stored: "загружен", ready: "готов", failed: "не принят" },
  en: { awaiting: "awaiting the upload", stored: "uploaded", ready: "ready", failed: "refused" },
};
const deliveryStatus: Words<"queued" | "sending" | "sent" | "failed" | "superseded"> = {
  ru: {
    queued: "в очереди",
    sending: "отправляется",
    sent: "отправлено",
    failed: "не отправлено",
    superseded: "заменено новым",
  },
  en: {
    queued: "queued",
    sending: "being sent",
    sent: "sent",
    failed: "failed",
    superseded: "replaced by a newer one",
  },
};
const STATUSES: Readonly<Record<string, Words<string>>> = {
  file: fileStatus,
  delivery: deliveryStatus,
  discrepancy: DISCREPANCY_CAPTIONS,
};

/** Sums that follow the ledger, by what they are of. */
const sum: Words<string> = {
  ru: {
    cell: "ячейка, сделано",
    cell_confirmed: "ячейка, подтверждено",
    work: "вид работ, сделано",
    work_plan: "вид работ, план",
    work_confirmed: "вид работ, подтверждено",
    day: "день, сделано",
    day_hours: "день, часы",
    day_confirmed: "день, подтверждено",
    day_confirmed_hours: "день, подтверждённые часы",
    object_plan: "объект, часы по плану",
    object_earned: "объект, сделанные часы",
    object_confirmed: "объект, подтверждённые часы",
  },
  en: {
    cell: "cell, done",
    cell_confirmed: "cell, confirmed",
    work: "work, done",
    work_plan: "work, plan",
    work_confirmed: "work, confirmed",
    day: "day, done",
    day_hours: "day, hours",
    day_confirmed: "day, confirmed",
    day_confirmed_hours: "day, confirmed hours",
    object_plan: "object, planned hours",
    object_earned: "object, earned hours",
    object_confirmed: "object, confirmed hours",
  },
};

/** Words of the codes that a field may hold, by the field's name in the audit log; states and reasons apart. */
const VALUES: Readonly<Record<string, Words<string>>> = {
  role: ROLE_CAPTIONS,
  roles: ROLE_CAPTIONS,
  department: DEPARTMENT_CAPTIONS,
  party: PARTY_CAPTIONS,
  stage: EXTRA_STAGE_CAPTIONS,
  activity: SHIFT_NOTE_CAPTIONS,
  shift,
  severity: SEVERITY_CAPTIONS,
  origin,
  kind: kinds,
  priority,
  gateMode,
  moduleFactSource,
  facadeTypes,
  group,
  source,
  purpose,
  locale,
  daysOff,
  muted: category,
  inDigest: category,
  sum,
};

/** The state of a thing that has no states on the screens, in words. */
export const statusCaption = (entityType: string, status: string, locale: Locale): string | undefined =>
  STATUSES[entityType]?.[locale][status];

/** A code of a field in words; undefined for another text, which stands as it is. */
export const valueCaption = (field: string, code: string, locale: Locale): string | undefined =>
  VALUES[field]?.[locale][code];
