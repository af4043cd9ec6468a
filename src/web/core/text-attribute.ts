import type { PropertyDeclaration } from 'lit';

/** A property that its attribute says, and that is `byDefault` again when a page takes the attribute away. */
export function textAttribute(byDefault = '', attribute?: string): PropertyDeclaration<string> {
  return {
    ...(attribute !== undefined && { attribute }),
    converter: { fromAttribute: (value) => value ?? byDefault },
  };
}
