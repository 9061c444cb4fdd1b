interface ImportMeta {
  /** Vite's: one function to load each file that fits, by its path from here. */
  glob<T>(pattern: string): Record<string, () => Promise<T>>
}

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
