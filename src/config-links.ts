const ID = /^[\w-]{6,}$/u;

/** An id out of what was pasted, or why it is none, in Indonesian. */
export type PastedId = { id: string } | { problem: string };

/** A spreadsheet's id: bare, or in any link to the spreadsheet but the published page's. */
export function spreadsheetId(pasted: string): PastedId {
  if (/\/spreadsheets\/d\/e\//u.test(pasted) || pasted.startsWith("2PACX-")) {
    return {
      problem:
        "tautan lembar kerja itu sendiri; yang ini tautan halaman terbitan (Publikasikan di web)",
    };
  }
  const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/u.exec(pasted)?.[1] ?? pasted;
  if (ID.test(id)) return { id };
  return {
    problem: "id lembar kerja, atau tautannya https://docs.google.com/spreadsheets/d/…/edit",
  };
}

/** A form's id: bare, or in its edit link. The public link holds another id, useless to the API. */
export function formId(pasted: string): PastedId {
  const editLink =
    "tautan edit https://docs.google.com/forms/d/…/edit, dibuka dari Google Formulir";
  if (/\/forms\/(?:u\/\d+\/)?d\/e\//u.test(pasted) || pasted.startsWith("1FAIpQL")) {
    return { problem: `${editLink}; yang ini tautan publik untuk mengisi, id-nya berbeda` };
  }
  if (/forms\.gle\//u.test(pasted)) {
    return { problem: `${editLink}; yang ini tautan pendek untuk mengisi` };
  }
  const id = /\/forms\/(?:u\/\d+\/)?d\/([\w-]+)/u.exec(pasted)?.[1] ?? pasted;
  return ID.test(id) ? { id } : { problem: `id formulir, atau ${editLink}` };
}
