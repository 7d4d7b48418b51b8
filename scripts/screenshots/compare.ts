import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

export interface Comparison {
  changedPixels: number;
  /** What changed, in red; undefined where nothing did. */
  diff: Buffer | undefined;
}

/** Compares two pictures. One of another size is laid on a sheet that holds both. */
export function compare(before: Buffer, after: Buffer): Comparison {
  if (before.equals(after)) return { changedPixels: 0, diff: undefined };
  const [was, is] = [PNG.sync.read(before), PNG.sync.read(after)];
  const width = Math.max(was.width, is.width);
  const height = Math.max(was.height, is.height);
  const diff = new PNG({ width, height });
  const sheet = (picture: PNG) => onSheet(picture, width, height).data;
  const changedPixels = pixelmatch(sheet(was), sheet(is), diff.data, width, height, {
    threshold: 0.1,
  });
  return { changedPixels, diff: changedPixels > 0 ? PNG.sync.write(diff) : undefined };
}

function onSheet(picture: PNG, width: number, height: number): PNG {
  if (picture.width === width && picture.height === height) return picture;
  const sheet = new PNG({ width, height });
  PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, 0, 0);
  return sheet;
}
