declare module "heic-decode" {
  type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  type Waiting = {
    readonly width: number;
    readonly height: number;
    decode(): Promise<Picture>;
  };
  function decode(input: { buffer: Uint8Array }): Promise<Picture>;
  namespace decode {
    /** All pictures of a file, not yet decoded; `dispose` frees the memory of the decoder. */
    function all(input: { buffer: Uint8Array }): Promise<Waiting[] & { dispose(): void }>;
  }
  export default decode;
}
