import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";
import { Words } from "./Words.tsx";
import "./anatomy.css";

export interface AnatomyPart {
  name: string;
  what: string;
  /** Selects it in the picture. */
  at: string;
  /** Where its number stands. Default `"start"`. */
  side?: "start" | "end" | "top";
  /** The same on a small screen, where it stands below others: a line from the top would come down through them. */
  sideBelow?: "start" | "end";
}

interface AnatomyProps {
  parts: readonly AnatomyPart[];
  /** The component itself, which nobody can press here. */
  children: ReactNode;
}

/**
 * A live component with numbers on its parts, beside the list that says what they are. Each number stands where its part
 * is found, so that the picture cannot drift from the component: `seeNumbers` fails where a part is not there.
 */
export function Anatomy({ parts, children }: AnatomyProps) {
  const picture = useRef<HTMLDivElement>(null);
  const places = usePlaces(picture, parts);
  return (
    <div className="docs-anatomy">
      <div className="docs-anatomy-picture" ref={picture} inert>
        {children}
        {places.map(({ number, side, style }) => (
          <span key={number} className="docs-callout" data-side={side} style={style}>
            <b>{number}</b>
          </span>
        ))}
      </div>
      <ol>
        {parts.map(({ name, what }) => (
          <li key={name}>
            <strong>{name}</strong>{" "}
            <bdi>
              <Words>{what}</Words>
            </bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface Place {
  number: number;
  side: "start" | "end" | "top";
  style: CSSProperties;
}

function usePlaces(
  picture: { readonly current: HTMLElement | null },
  parts: readonly AnatomyPart[],
): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    const element = picture.current;
    if (!element) return;
    const measure = () => {
      const found = parts.map(({ at }) => element.querySelector(at));
      const tops = found.flatMap((part) => (part ? [part.getBoundingClientRect().top] : []));
      const firstRow = Math.min(...tops) + rowPx;
      setPlaces(
        parts.flatMap(({ side: wanted = "start", sideBelow = "start" }, index) => {
          const part = found[index];
          if (!part) return [];
          const isBelow = part.getBoundingClientRect().top > firstRow;
          const side = wanted === "top" && isBelow ? sideBelow : wanted;
          return [{ number: index + 1, side, style: placeOf(element, part, side) }];
        }),
      );
    };
    // What is pictured may come, grow or move after this, and fonts come late.
    const sizes = new ResizeObserver(measure);
    for (const child of [element, ...element.children]) sizes.observe(child);
    const changes = new MutationObserver(measure);
    changes.observe(document.documentElement, { attributeFilter: ["dir"] });
    for (const child of element.children)
      changes.observe(child, { childList: true, subtree: true });
    element.addEventListener("animationend", measure);
    return () => {
      sizes.disconnect();
      changes.disconnect();
      element.removeEventListener("animationend", measure);
    };
  }, [picture, parts]);
  return places;
}

/** What begins further down than this stands below another part. */
const rowPx = 20;

/** Lines of a part that is taller than this are met at the first one. */
const tallPx = 56;

function placeOf(picture: Element, found: Element, side: Place["side"]): CSSProperties {
  const around = picture.getBoundingClientRect();
  const part = found.getBoundingClientRect();
  const toLeft = part.left - around.left;
  const toRight = around.right - part.right;
  const isLtr = getComputedStyle(picture).direction === "ltr";
  if (side === "top")
    return {
      left: toLeft + Math.min(part.width / 2, tallPx),
      insetBlockStart: 0,
      blockSize: part.top - around.top - 2,
    };
  const isLeft = (side !== "end") === isLtr;
  return {
    insetBlockStart: part.top - around.top + (part.height > tallPx ? 12 : part.height / 2),
    inlineSize: (isLeft ? toLeft : toRight) - 4,
  };
}
