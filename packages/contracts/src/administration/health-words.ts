import type { Locale } from "../vocabulary.ts";

/** A condition in words: its name, the sentence when all is well, the sentence of trouble, and what to do. */
export type ConditionWords = {
  name: string;
  good: string;
  bad: string;
  unknown?: string;
  never?: string;
  act: string;
};

/** `{value}` is the measure in words. */
export const HEALTH_WORDS: Readonly<Record<Locale, Readonly<Record<string, ConditionWords>>>> = {
  ru: {
    events_wait: {
      name: "Уведомления",
      good: "Уведомления создаются сразу",
      bad: "Уведомления ждут уже {value}",
      act: "Проверьте, работает ли планировщик (scheduler): перезапустите его. Ничего не потеряно, всё уйдёт позже",
    },
    events_parked: {
      name: "Отложенные события",
      good: "Отложенных событий нет",
      bad: "Не удалось разослать событий: {value}",
      act: "Покажите разработчику ошибку из таблицы outbox: о самих событиях в журнале изменений всё записано",
    },
    messages_wait: {
      name: "Сообщения в Telegram",
      good: "Сообщения уходят сразу",
      bad: "Сообщения не уходят уже {value}",
      act: "Проверьте, открывается ли Telegram с сервера. Люди пока могут работать в приложении, сообщения уйдут сами",
    },
    messages_failed: {
      name: "Сообщения, которые не дошли",
      good: "За неделю сбоев отправки нет",
      bad: "За неделю не дошло сообщений: {value}",
      act: "Откройте список и нажмите «Повторить»",
    },
    photos_wait: {
      name: "Фото и документы",
      good: "Фото и документы обрабатываются сразу",
      bad: "Фото ждут обработки уже {value}",
      act: "Проверьте хранилище файлов и планировщик. Факты записаны, фото догрузятся сами",
    },
    photos_failed: {
      name: "Фото, которые не обработаны",
      good: "За неделю обработаны все файлы",
      bad: "За неделю не обработано файлов: {value}",
      act: "Причину видит тот, кто прислал файл: пусть пришлёт его ещё раз",
    },
    store_away: {
      name: "Хранилище файлов",
      good: "Хранилище файлов отвечает",
      bad: "Хранилище файлов не отвечает",
      unknown: "Хранилище файлов ещё не проверено",
      act: "Запустите хранилище. Если оно работает, выполните шаг migrate: он создаст место для файлов",
    },
    disk_short: {
      name: "Место на диске",
      good: "На диске свободно {value}",
      bad: "На диске осталось только {value}",
      unknown: "Свободное место не видно",
      act: "Освободите место или увеличьте диск: без места система перестанет записывать",
    },
    certificate_expires: {
      name: "Сертификат сайта",
      good: "Сертификат действует ещё {value}",
      bad: "Сертификат кончится через {value}",
      unknown: "Сертификат не виден: адрес без https или не отвечает",
      act: "Проверьте, что Caddy получает новый сертификат: порт 80 открыт, домен ведёт на этот сервер",
    },
    backup_old: {
      name: "Резервная копия",
      good: "Копия сделана {value} назад",
      bad: "Свежей копии нет: последняя – {value} назад",
      never: "Резервной копии ещё не было",
      act: "Сделайте копию по инструкции (docs/backups.md) и проверьте расписание",
    },
    backup_failed: {
      name: "Последняя попытка копии",
      good: "Последняя копия удалась",
      bad: "Последняя копия не удалась",
      unknown: "Копий ещё не было",
      act: "Причина записана рядом с копией: место, доступ к хранилищу копий, сеть",
    },
    drill_old: {
      name: "Проверка восстановления",
      good: "Восстановление проверено {value} назад",
      bad: "Восстановление не проверяли уже {value}",
      never: "Восстановление ещё не проверяли",
      act: "Проведите учебное восстановление: копия, которую не восстанавливали, может не пригодиться",
    },
    audit_unsealed: {
      name: "Журнал изменений",
      good: "Журнал изменений защищён от подмены",
      bad: "Новые записи журнала не защищены уже {value}",
      act: "Проверьте, работает ли планировщик. Ночная сверка скажет, если журнал изменили",
    },
    audit_broken: {
      name: "Цепочка журнала",
      good: "Журнал изменений сошёлся при последней сверке",
      bad: "Журнал изменений меняли в обход системы, или его часть пропала",
      unknown: "Журнал изменений ещё не сверяли: это делается каждую ночь",
      act: "Ничего не останавливайте. Сохраните копию базы и файл audit/anchor.json, затем сравните с резервной копией: порядок в runbook",
    },
    scheduler_silent: {
      name: "Планировщик",
      good: "Планировщик работает",
      bad: "Планировщик молчит: последний сигнал {value} назад",
      never: "Планировщик ещё не подал сигнала",
      act: "Перезапустите службу scheduler: без неё не уходят сообщения и не обрабатываются фото",
    },
  },
  en: {
    events_wait: {
      name: "Notifications",
      good: "Notifications are created at once",
      bad: "Notifications have waited for {value}",
      act: "See whether the scheduler runs and restart it. Nothing is lost, all will be sent later",
    },
    events_parked: {
      name: "Events set aside",
      good: "No events are set aside",
      bad: "Events that could not be told: {value}",
      act: "Show a developer the error in the table outbox: the audit log holds the changes themselves",
    },
    messages_wait: {
      name: "Messages to Telegram",
      good: "Messages are sent at once",
      bad: "Messages have not been sent for {value}",
      act: "See whether the server reaches Telegram. People can work in the app, messages will be sent later",
    },
    messages_failed: {
      name: "Messages that did not arrive",
      good: "No message of the week failed to be sent",
      bad: "Messages of the week that did not arrive: {value}",
      act: "Open the list and press “Repeat”",
    },
    photos_wait: {
      name: "Photos and documents",
      good: "Photos and documents are processed at once",
      bad: "Photos have waited for {value}",
      act: "See to the object store and the scheduler. Facts are recorded, photos will follow",
    },
    photos_failed: {
      name: "Photos that were not processed",
      good: "All files of the week were processed",
      bad: "Files of the week that were not processed: {value}",
      act: "Who sent the file sees the reason: it has to be sent again",
    },
    store_away: {
      name: "Object store",
      good: "The object store answers",
      bad: "The object store does not answer",
      unknown: "The object store was not asked yet",
      act: "Start the store. If it runs, run the migrate step, which makes the bucket",
    },
    disk_short: {
      name: "Disk",
      good: "{value} of the disk is free",
      bad: "Only {value} of the disk is left",
      unknown: "Free space cannot be seen",
      act: "Free some space or enlarge the disk: without it nothing can be written",
    },
    certificate_expires: {
      name: "Certificate",
      good: "The certificate is valid for {value} more",
      bad: "The certificate has {value} left",
      unknown: "The certificate cannot be seen: no https, or no answer",
      act: "See that Caddy can renew it: port 80 is open, the domain leads to this server",
    },
    backup_old: {
      name: "Backup",
      good: "The backup was made {value} ago",
      bad: "There is no fresh backup: the last one {value} ago",
      never: "There was no backup yet",
      act: "Make a backup (docs/backups.md) and see to its schedule",
    },
    backup_failed: {
      name: "Last attempt at a backup",
      good: "The last backup succeeded",
      bad: "The last backup failed",
      unknown: "There was no backup yet",
      act: "The reason is recorded with it: space, access to the repository, network",
    },
    drill_old: {
      name: "Restore drill",
      good: "Restoring was tried {value} ago",
      bad: "Restoring has not been tried for {value}",
      never: "Restoring was never tried",
      act: "Run a restore drill: a backup that was never restored may be useless",
    },
    audit_unsealed: {
      name: "Audit log",
      good: "The audit log is sealed",
      bad: "New rows of the audit log are unsealed for {value}",
      act: "See whether the scheduler runs. The nightly check tells if the log was changed",
    },
    audit_broken: {
      name: "Chain of the audit log",
      good: "The audit log agreed at the last check",
      bad: "The audit log was changed past the system, or a part of it is gone",
      unknown: "The audit log has not been checked yet: that is done every night",
      act: "Stop nothing. Save the database and the file audit/anchor.json, then compare with a backup: the runbook says how",
    },
    scheduler_silent: {
      name: "Scheduler",
      good: "The scheduler works",
      bad: "The scheduler is silent: last heard of {value} ago",
      never: "The scheduler was not heard of yet",
      act: "Restart the scheduler: without it no messages are sent and no photos processed",
    },
  },
};
