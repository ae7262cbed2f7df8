/** A paper before it is a file: what stands on it, in order, and nothing about how it is drawn. */

export interface Paper {
  readonly title: string;
  /** Above the title, such as the committee in whose name it is written. */
  readonly issuer?: string;
  readonly blocks: readonly Block[];
  /** A cover or a note for a door stands by itself, without a page number. */
  readonly isUnpaged?: boolean;
  /** Room above the title, in millimetres. */
  readonly drop?: number;
}

export type Block = Text | Fields | Grid | Signing | Picture | Break;

export interface Text {
  readonly is: 'text';
  readonly text: string;
  /** `body` is indented as running text; `plain` is not. */
  readonly style: 'body' | 'plain' | 'heading' | 'note' | 'right' | 'centre' | 'large';
}

/** A register: a label and what is filled in. Rows of one or two pairs; an empty value is a place to write. */
export interface Fields {
  readonly is: 'fields';
  readonly isLarge?: boolean;
  readonly rows: readonly (readonly Field[])[];
}
export interface Field {
  readonly label: string;
  readonly value: string;
  /** Room for so many lines, when more is to be written by hand. */
  readonly lines?: number;
}

/** A list with a head. `widths` are parts of the whole. */
export interface Grid {
  readonly is: 'grid';
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}
/** A text, or the page on which another paper of the same volume begins; until Word has counted, the guess shows. */
export type Cell = string | { readonly pageOf: string; readonly guess: string };

/** Places to sign, and where the seal goes. It is never torn from its lines by the end of a page. */
export interface Signing {
  readonly is: 'signing';
  readonly signers: readonly Signer[];
  /** Whose seal; nothing for a paper without one. */
  readonly seal?: string;
  readonly sealDate?: string;
}
export interface Signer {
  readonly role: string;
  readonly name?: string;
  /** The id of the drawn signature. */
  readonly file?: string;
  /** In place of a signature, such as `口头同意`. */
  readonly note?: string;
  readonly date?: string;
}

/** A square picture that comes with the paper, such as a code to scan. */
export interface Picture {
  readonly is: 'picture';
  readonly png: Uint8Array;
  readonly millimetres: number;
}

/** What follows begins a page, under a title of its own. */
interface Break {
  readonly is: 'break';
  readonly title: string;
}

export function body(text: string): Text {
  return { is: 'text', style: 'body', text };
}

export function styled(style: Text['style'], text: string): Text {
  return { is: 'text', style, text };
}

export function heading(text: string): Text {
  return { is: 'text', style: 'heading', text };
}

export function fields(...rows: readonly (readonly Field[])[]): Fields {
  return { is: 'fields', rows };
}

export function field(label: string, value: string | undefined, lines?: number): Field {
  return { label, value: value ?? '', ...(lines !== undefined && { lines }) };
}
