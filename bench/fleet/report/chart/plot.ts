/** Where values stand in a panel, in pixels from its left top corner. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
  /** What stands at the right end. */
  maxX: number;
  /** What stands at the top; more is cut off there. */
  maxY: number;
}

export function toX(plot: Plot, value: number): number {
  return plot.left + Math.round((plot.width * value) / plot.maxX);
}

export function toY(plot: Plot, value: number): number {
  const shown = Math.min(value, plot.maxY);
  return plot.top + plot.height - Math.round((plot.height * shown) / plot.maxY);
}

/** Values at equal distances, as a path that begins at the first. */
export function toPath(plot: Plot, values: readonly number[], distance: number): string {
  const points = values.map(
    (value, index) => [toX(plot, (index + 0.5) * distance), toY(plot, value)] as const,
  );
  return points
    .map(([x, y], index) => {
      const [lastX, lastY] = points[index - 1] ?? [0, 0];
      return `${index === 0 ? "M" : "l"}${x - lastX} ${y - lastY}`;
    })
    .join("");
}
