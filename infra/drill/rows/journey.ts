import { createAccessTokens } from "../../../apps/api/src/auth/access-token.ts";
import { personClient } from "../../../e2e/reliability/support/api-client.ts";
import { enterAll } from "../../../e2e/reliability/support/dialogues.ts";
import { drawPictures } from "../../../e2e/reliability/support/photos.ts";
import { makeSites } from "../../../e2e/reliability/support/sites.ts";
import { until } from "../../../e2e/reliability/support/until.ts";
import { announced, madeDocument, type Upload } from "../support/load.ts";
import { SITE, type System } from "../support/system.ts";
import { row, type Row } from "../support/table.ts";

type Dashboard = { today: { photos: number } };
type Facts = { items: { photos: { url: string | null }[] }[] };

/** A photo goes from the chat to the dashboard and to a browser, a document through its signed links. */
export async function carryFiles(system: System, rows: Row[]): Promise<void> {
  const [site] = await makeSites(system, [1_000_002], { cells: 1, planQty: "5000" });
  const cell = site?.cells[0];
  if (site === undefined || cell === undefined) throw new Error("no site was made");
  const path = `/objects/${site.objectId}`;
  const person = await personClient(system, site.person);

  await enterAll(system, site, [{ cell, quantity: "7" }]);
  const began = performance.now();
  await system.control.sendPhotos(site.person, await drawPictures(1, 5));
  const url = await until(
    "the photo of the chat",
    async () => (await person.ask<Facts>("GET", `${path}/facts`)).items[0]?.photos[0]?.url ?? undefined,
    { seconds: 60 },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const picture = await fetch(url);
  const bytes = (await picture.arrayBuffer()).byteLength;
  const { today } = await person.ask<Dashboard>("GET", `${path}/dashboard`);
  const shown = picture.headers.get("content-type")?.startsWith("image/") === true;
  rows.push(
    row(
      "a photo from the chat to the dashboard",
      today.photos === 1 && picture.status === 200 && shown && bytes > 1000,
      `${seconds} s`,
      `${today.photos} on the dashboard`,
      `${bytes} bytes by its signed link from ${new URL(url).host}`,
    ),
  );

  const content = madeDocument(300_000);
  const made = await person.ask<Upload>("POST", "/files", announced(site.objectId, "Акт.pdf", content));
  const put = await fetch(made.uploadUrl, {
    method: "PUT",
    headers: made.headers,
    body: new Uint8Array(content),
  });
  await person.ask("POST", `/files/${made.id}/complete`, {});
  const token = createAccessTokens(system.system.environment["JWT_SECRET"] ?? "").issue(
    person.userId,
    new Date(),
  );
  const saved = await until("the document", async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${SITE}/api/files/${made.id}`, { headers, redirect: "manual" });
    const link = answer.headers.get("location");
    return link === null ? undefined : fetch(link);
  });
  const same = Buffer.from(await saved.arrayBuffer()).equals(content);
  const attached = saved.headers.get("content-disposition")?.startsWith("attachment") === true;
  rows.push(
    row(
      "a document through its signed links",
      put.status === 200 && same && attached,
      `sent: ${put.status}, loaded: ${saved.status}`,
      same ? "the same bytes" : "other bytes",
    ),
  );
}
