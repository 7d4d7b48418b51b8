import { ArgTypes } from "@storybook/addon-docs/blocks";
import type { ComponentType } from "react";

/** A property that the sources cannot tell of, since its type comes from a library. */
export interface DescribedProp {
  type: string;
  description: string;
}

interface Docgen {
  props?: Record<string, DocgenProp>;
}

interface DocgenProp {
  description?: string;
  required?: boolean;
  tsType?: { name: string; raw?: string };
}

interface PropsTableProps {
  of: ComponentType<never>;
  more?: Readonly<Record<string, DescribedProp>>;
}

/**
 * Storybook's table of properties, from the doc comments in the sources. It writes of a union only that it is one, and
 * shows `{@link}` as it is: both are put into words first.
 */
export function Props({ of, more = {} }: PropsTableProps) {
  const docgen: Docgen = "__docgenInfo" in of ? (of.__docgenInfo ?? {}) : {};
  const props = { ...mapValues(docgen.props ?? {}, told), ...mapValues(more, described) };
  return (
    <div className="docs-props">
      <ArgTypes of={Object.assign(() => null, { __docgenInfo: { ...docgen, props } })} />
    </div>
  );
}

function told(prop: DocgenProp): DocgenProp {
  const { raw } = prop.tsType ?? {};
  return {
    ...prop,
    description: prop.description?.replace(/\{@link (\w+)\}/g, "`$1`") ?? "",
    ...(raw !== undefined && { tsType: { name: raw.replace(/\s+/g, " ") } }),
  };
}

function described({ type, description }: DescribedProp): DocgenProp {
  return { description, required: false, tsType: { name: type } };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
