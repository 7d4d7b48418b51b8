import { isPlainObject } from "../error/plain-object.ts";
import { maxErrorBodyBytes } from "./limited-text.ts";

/** A body that has been read already, as JSON would give it. */
export interface ParsedBody {
  text: string;
  /** Undefined if the text is not JSON. */
  body: unknown;
}

/**
 * Copies a body that a library has read or parsed, by way of JSON: the copy contains no getter, proxy or class
 * instance. Undefined for what is no body, such as a stream, for more than 64 KiB, and if reading throws. Never throws.
 */
export function copyBody(value: unknown): ParsedBody | undefined {
  try {
    const text = typeof value === "string" ? value : isData(value) ? JSON.stringify(value) : "";
    // Counted in UTF-16 code units: UTF-8 never has fewer bytes.
    if (text.trim() === "" || text.length > maxErrorBodyBytes) return undefined;
    return { text, body: parseJson(text) };
  } catch {
    return undefined;
  }
}

/** The value of a JSON text; undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the value is an array or a plain object, as in parsed JSON. Never throws. */
export function isData(value: unknown): value is object {
  try {
    return (
      typeof value === "object" && value !== null && (Array.isArray(value) || isPlainObject(value))
    );
  } catch {
    // A proxy may throw at any operation.
    return false;
  }
}
