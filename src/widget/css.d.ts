/** A style sheet, bundled and minified, as a text. */
declare module '*.css' {
  const text: string;
  export default text;
}
