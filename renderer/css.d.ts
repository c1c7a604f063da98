/** Styles are imported for their effect: the bundler collects them. */
declare module '*.css';

/** The text of a file, put into the page by the bundler. */
declare module '*.csv?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives the text so
  export default text;
}
