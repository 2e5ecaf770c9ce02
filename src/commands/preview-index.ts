export interface PreviewEntry {
  name: string;
  kind: string;
  subject: string;
  text: string;
}

/** One page that shows every letter: subject, links to its files, its text, its pictures. */
export function indexPage(entries: readonly PreviewEntry[], views: readonly string[]): string {
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pratinjau surat</title>
<style>${STYLE}</style>
<h1>Pratinjau surat</h1>
<p>${entries.length} surat dari kantor contoh. Semua nama dan alamat di dalamnya rekaan.</p>
${entries.map((entry) => section(entry, views)).join("\n")}
</html>
`;
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
section { border-top: 1px solid #d5dbe1; padding: 1rem 0; }
h2 { font-size: 1rem; margin: 0; }
.views { display: flex; gap: 1rem; flex-wrap: wrap; align-items: start; }
.views img { width: 200px; height: 260px; object-fit: cover; object-position: top; border: 1px solid #d5dbe1; }
pre { white-space: pre-wrap; background: #f2f4f6; padding: 1rem; }
`;

function section({ name, kind, subject, text }: PreviewEntry, views: readonly string[]): string {
  const pictures = views.map((view) => {
    const file = `${name}-${view}.png`;
    return `<a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(subject)}, ${view}"></a>`;
  });
  return `<section id="${name}">
<h2>${escaped(subject)}</h2>
<p>${kind} · <a href="${name}.html">HTML</a> · <a href="${name}.txt">teks</a></p>
<div class="views">${pictures.join("")}</div>
<details><summary>Teks</summary><pre>${escaped(text)}</pre></details>
</section>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
