import { newKey, write } from "../../shared/api/request.ts";
import { fetchFile } from "./take-file.ts";

/** Takes out everything that is held of a person, or of the reader. */
export async function takePersonalData(userId: number | "me"): Promise<{ name: string; file: Blob }> {
  const path = userId === "me" ? "/api/me/data-exports" : `/api/users/${userId}/data-exports`;
  const made = await write("POST", path, { body: {}, key: newKey() }, (c) => c.personalExport);
  return { name: made.fileName, file: await fetchFile(`/api/data-exports/${made.key}/file`) };
}
