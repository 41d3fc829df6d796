import { apiErrorFrom, NetworkError } from "../../shared/api/api-error.ts";
import { accessToken } from "../../shared/api/session.ts";

/** Fetches a file that the server made for the reader. */
export async function fetchFile(path: string): Promise<Blob> {
  const headers = { Authorization: `Bearer ${await accessToken()}` };
  const answer = await fetch(path, { headers }).catch((cause: unknown) => {
    throw new NetworkError("No answer", { cause });
  });
  if (!answer.ok) throw apiErrorFrom(answer.status, await answer.json(), null);
  return answer.blob();
}

/** Saves a file under its name. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
