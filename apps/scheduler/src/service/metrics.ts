import { createProcessMetrics, type Exposition } from "@stsphera/service";
import { Gauge } from "prom-client";
import type { SchedulerState } from "./scheduler-state.ts";

const DELIVERY_STATUSES = ["queued", "sending", "failed"] as const;

/** A gauge with a label that is never given has no value until one is set. */
const ABSENT = ["of"];

export type Metrics = { expose(state: SchedulerState | null): Promise<Exposition> };

/** Prometheus metrics of this process, of the queues and of the installation. A figure that is unknown is absent. */
export function createMetrics(): Metrics {
  const { registry, databaseUp, expose } = createProcessMetrics();
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge<L>({ name, help, labelNames, registers: [registry] });

  const waiting = gauge("queue_waiting", "What waits in a queue", ["queue"]);
  const age = gauge("queue_age_seconds", "Age of the oldest that waits; 0 when nothing does", ["queue"]);
  const parked = gauge("outbox_parked", "Events that were set aside because they could not be told");
  const deliveries = gauge(
    "deliveries",
    "Messages to Telegram that wait, are being sent, or failed within a day",
    ["status"],
  );
  const pushes = gauge(
    "push_messages",
    "Pushes to browsers that wait, and those of 24 hours that were sent or failed",
    ["status"],
  );
  const ofDay = {
    sent: gauge("deliveries_sent_of_day", "Messages to Telegram of 24 hours that were sent"),
    retried: gauge("deliveries_retried_of_day", "Attempts beyond the first at messages of 24 hours"),
    mostOfPerson: gauge("messages_of_person_of_day", "The most messages that one person got within 24 hours"),
  };
  const messagesFailed = gauge("deliveries_failed_recently", "Messages of a week that did not arrive");
  const filesFailed = gauge("files_failed_recently", "Files of a week that were not processed");
  const people = gauge("people", "People who need the administrator", ["state"]);
  const databaseBytes = gauge("database_bytes", "Size of the database");
  const store = gauge("store_up", "1 when the object store answers and has its bucket", ABSENT);
  const known = {
    disk_free_ratio: gauge("disk_free_ratio", "Free part of the disk", ABSENT),
    certificate_days: gauge("certificate_days", "Days until the certificate runs out", ABSENT),
    backup_age_seconds: gauge("backup_age_seconds", "Age of the newest backup that succeeded", ABSENT),
    backup_ok: gauge("backup_ok", "1 when the newest backup succeeded", ABSENT),
    restore_drill_age_seconds: gauge(
      "restore_drill_age_seconds",
      "Age of the newest drill that succeeded",
      ABSENT,
    ),
    audit_chain_ok: gauge("audit_chain_ok", "1 when the newest check found the audit log whole", ABSENT),
    heartbeat_age_seconds: gauge("heartbeat_age_seconds", "Age of the newest heartbeat", ABSENT),
    audit_unsealed_age_seconds: gauge("audit_unsealed_age_seconds", "Age of the oldest unsealed row", ABSENT),
  };
  const setKnown = (name: keyof typeof known, value: number | null): void => {
    known[name].reset();
    if (value !== null) known[name].set({}, value);
  };

  return {
    expose(state) {
      databaseUp(state !== null);
      if (state !== null) {
        const { outbox, files, system } = state;
        parked.set(outbox.parked);
        waiting.set({ queue: "outbox" }, outbox.waiting);
        waiting.set({ queue: "deliveries" }, state.deliveries.byStatus.queued);
        waiting.set({ queue: "files" }, files.waiting);
        age.set({ queue: "outbox" }, outbox.ageSeconds ?? 0);
        age.set({ queue: "deliveries" }, state.deliveries.ageSeconds ?? 0);
        age.set({ queue: "files" }, files.ageSeconds ?? 0);
        for (const status of DELIVERY_STATUSES) {
          deliveries.set({ status }, state.deliveries.byStatus[status]);
        }
        for (const name of ["sent", "retried", "mostOfPerson"] as const)
          ofDay[name].set(state.deliveries.ofDay[name]);
        for (const [status, count] of Object.entries(state.pushes)) pushes.set({ status }, count);
        messagesFailed.set(system.deliveries.failed);
        filesFailed.set(system.files.failed);
        people.set({ state: "waiting" }, system.people.waiting);
        people.set({ state: "unreachable" }, system.people.unreachable);
        databaseBytes.set(system.databaseBytes);
        store.reset();
        if (system.store !== "unknown") store.set({}, system.store === "ok" ? 1 : 0);
        const { disk, lastBackupOk } = system;
        setKnown("disk_free_ratio", disk === null ? null : disk.freeBytes / disk.totalBytes);
        setKnown("certificate_days", system.certificateDays);
        setKnown("backup_age_seconds", system.backupAge);
        setKnown("backup_ok", lastBackupOk === null ? null : Number(lastBackupOk));
        setKnown("restore_drill_age_seconds", system.drillAge);
        setKnown("audit_chain_ok", system.auditOk === null ? null : Number(system.auditOk));
        setKnown("heartbeat_age_seconds", system.heartbeatAge);
        setKnown("audit_unsealed_age_seconds", system.auditUnsealedAge ?? 0);
      }
      return expose();
    },
  };
}
