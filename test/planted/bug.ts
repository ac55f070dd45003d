/**
 * A bug that is planted into a copy of the sources, to see that something catches it.
 */
export interface Edit {
  readonly file: string;
  /** Found exactly once, or the bug has rotted and says so. */
  readonly from: string;
  readonly to: string;
}

export interface Bug {
  readonly name: string;
  /** What is wrong, and how that corresponds to the classic bug of this name. */
  readonly says: string;
  readonly edits: readonly Edit[];
}
