declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified|…` */
  const pairs: string
  // biome-ignore lint/style/noDefaultExport: this is how the package gives it out.
  export default pairs
}
