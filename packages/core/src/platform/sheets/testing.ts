import { inflateRawSync } from "node:zlib";

const CENTRAL = 0x02014b50;

/** The texts of an archive by name, read through its central directory. */
export function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.length - 22;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new Error("no central directory");
    const [size, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    files.set(name, inflateRawSync(archive.subarray(from, from + size)).toString("utf8"));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

const UNESCAPED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The cells of a sheet as text, row by row; a day is the number of a day. */
export function readSheet(archive: Buffer, number = 1): string[][] {
  const xml = unzip(archive).get(`xl/worksheets/sheet${number}.xml`) ?? "";
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = ""]) => {
    const cells: string[] = [];
    for (const [, column = "", content = ""] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
      const place = [...column].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < place) cells.push("");
      const text = content.replaceAll(/<[^>]+>/g, "");
      cells.push(text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => UNESCAPED[name] ?? ""));
    }
    return cells;
  });
}
