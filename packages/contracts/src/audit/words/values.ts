import { EXTRA_STAGE_CAPTIONS } from "../../extra-works/captions.ts";
import { DEPARTMENT_CAPTIONS, ROLE_CAPTIONS } from "../../people/captions.ts";
import { PARTY_CAPTIONS, SHIFT_NOTE_CAPTIONS } from "../../shifts/captions.ts";
import type {
  DaysOff,
  FacadeType,
  FactKind,
  FilePurpose,
  FileSource,
  GateMode,
  Locale,
  ModuleFactSource,
  NotificationCategory,
  Shift,
  ShiftRecordKind,
  TaskPriority,
  WorkGroup,
} from "../../vocabulary.ts";

type Words<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

const shift: Words<Shift> = {
  ru: { day: "дневная", night: "ночная" },
  en: { day: "day", night: "night" },
};
const kinds: Words<FactKind | ShiftRecordKind> = {
  ru: {
    work: "работа",
    reversal: "сторно",
    opening: "ввод остатков",
    downtime: "простой",
    note: "без объёма",
  },
  en: {
    work: "work",
    reversal: "reversal",
    opening: "opening balance",
    downtime: "downtime",
    note: "no quantity",
  },
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

/** Words of the codes that a field may hold, by the field's name in the audit log; states and reasons apart. */
const VALUES: Readonly<Record<string, Words<string>>> = {
  role: ROLE_CAPTIONS,
  roles: ROLE_CAPTIONS,
  department: DEPARTMENT_CAPTIONS,
  party: PARTY_CAPTIONS,
  stage: EXTRA_STAGE_CAPTIONS,
  activity: SHIFT_NOTE_CAPTIONS,
  shift,
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
};

/** A code of a field in words; undefined for another text, which stands as it is. */
export const valueCaption = (field: string, code: string, locale: Locale): string | undefined =>
  VALUES[field]?.[locale][code];
