// Blocks of cells as Excel, LibreOffice and their like put them on the clipboard: tabs between cells,
// line breaks between rows, quotation marks around a cell that has either in it.

/** Rows of texts as tab-separated text. */
export function toTsv(rows) {
  const quoted = (text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((texts) => texts.map(quoted).join("\t")).join("\n");
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)/y;
const BARE = /[^\t\n]*/y;

/** Tab-separated text as rows of texts; a quotation mark counts only where it encloses a whole cell. */
export function fromTsv(text) {
  const whole = text.replace(/\r\n?/g, "\n");
  const rows = [[]];
  let place = 0;
  while (place <= whole.length) {
    QUOTED.lastIndex = BARE.lastIndex = place;
    const quoted = QUOTED.exec(whole);
    const [found] = quoted ?? BARE.exec(whole);
    rows.at(-1).push(quoted ? quoted[1].replaceAll('""', '"') : found);
    place += found.length;
    if (whole[place] === "\n") rows.push([]);
    place += 1;
  }
  const last = rows.at(-1); // a text ends with a line break, or does not
  if (rows.length > 1 && last.length === 1 && last[0] === "") rows.pop();
  return rows;
}
