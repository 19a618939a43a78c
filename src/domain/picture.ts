/** A drawing with its text alternative, as the page gets it. */
export interface TimelinePicture {
  /** What it shows, such as 'Cover of the device over time'. */
  readonly title: string;
  /** Everything that it shows, in words. */
  readonly sentences: readonly string[];
  /** The same as SVG text for narrow and for wide places. */
  readonly narrow: string;
  readonly wide: string;
}
