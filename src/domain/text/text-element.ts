export type Leaf = 'p' | 'h3' | 'h4';
export type Container = 'ul' | 'ol' | 'li' | 'blockquote';

/** What an element of a text is, beside a stretch of words. */
export interface Meaning {
  /** A block of words. */
  readonly leaf?: Leaf;
  readonly container?: Container;
  readonly mark?: 'strong' | 'em' | 'u';
  /** Parts of tables: in a row, the blocks of words in the cells are one block. */
  readonly part?: 'table' | 'row' | 'cell';
}

/** Bold, italic or underlined words, or those of a link. A link ends with its block, and where another one begins. */
export interface Mark {
  readonly tag: 'strong' | 'em' | 'u' | 'a';
  readonly address?: string;
  ended?: boolean;
}

/** An element that is open, with what it has from those around it. */
export interface Element {
  readonly meaning: Meaning;
  /** The block that words here are in; undefined right within a container, where they need none. */
  readonly leaf: Leaf | undefined;
  readonly marks: readonly Mark[];
  readonly isInRow: boolean;
  readonly isPreformatted: boolean;
  /** How many blocks had been written when it began. */
  readonly blocksBefore: number;
}
