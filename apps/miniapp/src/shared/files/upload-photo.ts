import { ApiError, NetworkError, WordedRefusal } from "../api/api-error.ts";
import { completeFile } from "../requests/complete-file.ts";
import { createFile } from "../requests/create-file.ts";

export type PhotoFile = { readonly blob: Blob; readonly name: string };
export type Upload = {
  readonly objectId: number;
  readonly file: PhotoFile;
  readonly key: string;
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
};

async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Put = Pick<Upload, "onProgress" | "signal"> & {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly blob: Blob;
};

/** `fetch` cannot tell how much has gone, so the bytes go by XMLHttpRequest. */
function putBytes({ url, headers, blob, onProgress, signal }: Put): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      if (!/^(host|content-length)$/i.test(name)) request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", (event) =>
      onProgress(event.total > 0 ? event.loaded / event.total : 0),
    );
    request.addEventListener("load", () => {
      if (request.status < 300) resolve();
      else reject(new ApiError(request.status, { code: "internal", message: "PUT", requestId: "" }));
    });
    request.addEventListener("error", () => reject(new NetworkError("The photo did not get through")));
    request.addEventListener("abort", () => reject(new NetworkError("The photo was called back")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(blob);
  });
}

/** Announces, sends and completes one photo; gives the id to enter with a fact. */
export async function uploadPhoto({ objectId, file, key, onProgress, signal }: Upload): Promise<number> {
  const { blob, name } = file;
  const sha256 = await sha256Of(blob);
  const announced = await createFile(
    { objectId, name, size: blob.size, sha256, contentType: blob.type },
    key,
  );
  const { id, uploadUrl, headers } = announced;
  await putBytes({ url: uploadUrl, headers, blob, onProgress, ...(signal ? { signal } : {}) });
  const state = await completeFile(id, key);
  if (state.status === "failed") {
    const refused = { code: "validation_failed", message: state.error ?? "failed" } as const;
    throw state.error ? new WordedRefusal(422, refused) : new ApiError(422, { ...refused, requestId: "" });
  }
  return id;
}
