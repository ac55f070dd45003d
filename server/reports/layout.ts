/**
 * What a report says, before it is text or HTML.
 */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** Figures stand to the right. */
  readonly figure?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly href?: string;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly (Table | Paragraph)[];
}

export interface Layout {
  readonly language: string;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly sections: readonly Section[];
  readonly footer: string;
}
