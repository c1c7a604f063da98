/** What Vite puts in the place of these words: constants, so that what is only for development is left out of a build. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean; readonly MODE: string };
}
