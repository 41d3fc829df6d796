import type { NotificationSettings } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { newKey, write } from "../../../shared/api/request.ts";
import { getSettings } from "../api/get-mine.ts";
import { profileKeys } from "../profile-keys.ts";
import { tellFailed, tellSaved } from "./tell-saved.ts";

type Fields = Omit<NotificationSettings, "version">;

const KEY = profileKeys.settings;
const put = (settings: NotificationSettings) =>
  write(
    "PUT",
    "/api/me/notification-settings",
    { body: settings, key: newKey() },
    (c) => c.notificationSettings,
  );

/** Saves go one after the other: each names the version that the one before it left. */
let line: Promise<void> = Promise.resolve();
function inLine(work: () => Promise<void>): void {
  line = line.then(work);
}

/** How the reader wants to be told of things; every change is shown at once and saved by itself. */
export function useSettings() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: getSettings });

  async function send(undo: () => void): Promise<void> {
    const settings = client.getQueryData<NotificationSettings>(KEY);
    if (settings === undefined) return;
    try {
      const { version } = await put(settings);
      client.setQueryData<NotificationSettings>(KEY, (now) =>
        now === undefined ? now : { ...now, version },
      );
      tellSaved(undo);
    } catch (error) {
      await client.invalidateQueries({ queryKey: KEY });
      tellFailed(error);
    }
  }

  function save(changes: Partial<Fields>): void {
    const before = client.getQueryData<NotificationSettings>(KEY);
    if (before === undefined) return;
    void client.cancelQueries({ queryKey: KEY });
    client.setQueryData<NotificationSettings>(KEY, { ...before, ...changes });
    const names = Object.keys(changes) as (keyof Fields)[];
    const undo = () => save(Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<Fields>);
    inLine(() => send(undo));
  }
  return { query, save };
}
