export interface Picture {
  story: string;
  look: string;
  /** Below the report's folder. */
  file: string;
  state: "new" | "same" | "changed";
  changedPixels: number;
}

const toHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A page with all pictures, those that changed first, each beside what it was and what differs. */
export function writeReport(pictures: readonly Picture[]): string {
  const order = { changed: 0, new: 1, same: 2 };
  const sorted = [...pictures].sort((a, b) => order[a.state] - order[b.state]);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
  body { font: 14px/1.5 system-ui; margin: 2rem; background: #eee; color: #222 }
  figure { display: inline-block; margin: 0 1rem 1.5rem 0; vertical-align: top }
  img { max-width: 30rem; display: block; border: 1px solid #bbb; background: #fff }
  section[data-state="changed"] { border-left: 4px solid #b3261e; padding-left: 1rem }
</style>
<h1>${sorted.filter(({ state }) => state === "changed").length} of ${sorted.length} changed</h1>
${sorted.map(writePicture).join("\n")}
</html>
`;
}

function writePicture({ story, look, file, state, changedPixels }: Picture): string {
  const sides = state === "changed" ? ["before", "after", "diff"] : ["after"];
  const figures = sides.map(
    (side) =>
      `<figure><img loading="lazy" src="${side}/${encodeURI(file)}" alt=""><figcaption>${side}</figcaption></figure>`,
  );
  const told = state === "changed" ? `, ${changedPixels} pixels changed` : "";
  return `<section data-state="${state}"><h2>${toHtml(story)}, ${toHtml(look)}${told}</h2>${figures.join("")}</section>`;
}
