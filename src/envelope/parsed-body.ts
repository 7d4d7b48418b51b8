import { isPlainObject } from "../error/plain-object.ts";
import { maxErrorBodyBytes } from "./limited-text.ts";

/** A body that somebody has read already, as JSON would bring it. */
export interface ParsedBody {
  text: string;
  /** Undefined where the text is no JSON. */
  body: unknown;
}

/**
 * Takes a copy of a body that a library has read or parsed, without what JSON cannot carry: no getter, proxy or class is left
 * in it. Undefined for what is none, such as a stream, for one of more than 64 KiB, and where it throws. Never throws.
 */
export function copyBody(value: unknown): ParsedBody | undefined {
  try {
    const text = typeof value === "string" ? value : isData(value) ? JSON.stringify(value) : "";
    // Counted in code units, of which a text in UTF-8 has no more than bytes.
    if (text.trim() === "" || text.length > maxErrorBodyBytes) return undefined;
    return { text, body: parseJson(text) };
  } catch {
    return undefined;
  }
}

/** The value that a text of JSON stands for; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether it is what JSON is made of, a list or an object of no class. Never throws. */
export function isData(value: unknown): value is object {
  try {
    return (
      typeof value === "object" && value !== null && (Array.isArray(value) || isPlainObject(value))
    );
  } catch {
    // A proxy may throw at any question.
    return false;
  }
}
