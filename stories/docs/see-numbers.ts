import { expect, waitFor } from "storybook/test";

/** The play of an anatomy: every part that is listed has its number in the picture, where it can be seen. */
export async function seeNumbers({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const listed = canvasElement.querySelectorAll(".docs-anatomy li").length;
  await waitFor(() => {
    const numbers = [...canvasElement.querySelectorAll<HTMLElement>(".docs-callout b")];
    expect(numbers.map(({ textContent }) => textContent)).toEqual(
      Array.from({ length: listed }, (_, index) => String(index + 1)),
    );
    for (const number of numbers) expect(number).toBeVisible();
  });
}
