/** One thing that the doctor looked at: well or not, and what to do when it is not. */
export interface Finding {
  readonly well: boolean;
  readonly what: string;
  /** What a person does next; missing where nothing is to be done. */
  readonly next?: string;
}

export const well = (what: string): Finding => ({ well: true, what });
export const ill = (what: string, next: string): Finding => ({ well: false, what, next });
