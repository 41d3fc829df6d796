import { apiErrorFrom, NetworkError } from "../api/api-error.ts";
import { accessToken } from "../api/session.ts";

/** Reads a file of the API; throws like a request for data. */
export async function fetchFile(path: string): Promise<Blob> {
  const headers = { Authorization: `Bearer ${await accessToken()}` };
  const answer = await fetch(path, { headers }).catch((cause: unknown) => {
    throw new NetworkError("No answer", { cause });
  });
  if (!answer.ok) throw apiErrorFrom(answer.status, await answer.json(), null);
  return answer.blob();
}
