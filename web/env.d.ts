interface ImportMeta {
  /** Vite's: the files that fit, by their paths from here: with `eager` each is there, else a function to load it. */
  glob<T>(pattern: string, how: { eager: true }): Record<string, T>
  glob<T>(pattern: string): Record<string, () => Promise<T>>
  /** Of vite.config.ts: CARD_FIELDS says whether any room adds to the cards of notes. */
  readonly env: { readonly CARD_FIELDS?: boolean }
}

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
