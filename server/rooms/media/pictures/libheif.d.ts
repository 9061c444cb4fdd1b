/** What is used of libheif's C interface as compiled to WebAssembly: addresses are numbers, and errors are written to the first argument. */
declare module 'libheif-js/wasm-bundle.js' {
  interface Libheif {
    /** Views of the decoder's memory; new ones whenever that grows, so they are read from here each time. */
    readonly HEAPU8: Uint8Array<ArrayBuffer>
    readonly HEAPU32: Uint32Array<ArrayBuffer>
    _malloc(bytes: number): number
    _free(address: number): void
    _heif_context_alloc(): number
    _heif_context_free(context: number): void
    _heif_context_read_from_memory_without_copy(error: number, context: number, file: number, bytes: number, options: number): void
    _heif_context_get_primary_image_handle(error: number, context: number, out: number): void
    _heif_image_handle_get_width(handle: number): number
    _heif_image_handle_get_height(handle: number): number
    _heif_image_handle_get_image_tiling(error: number, handle: number, upright: number, out: number): void
    _heif_image_handle_decode_image_tile(
      error: number,
      handle: number,
      out: number,
      colorspace: number,
      chroma: number,
      options: number,
      x: number,
      y: number,
    ): void
    _heif_decode_image(error: number, handle: number, out: number, colorspace: number, chroma: number, options: number): void
    _heif_image_handle_release(handle: number): void
    _heif_image_get_width(image: number, channel: number): number
    _heif_image_get_height(image: number, channel: number): number
    _heif_image_get_plane_readonly2(image: number, channel: number, outStride: number): number
    _heif_image_release(image: number): void
  }
  const libheif: Libheif
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS.
  export default libheif
}
