/** What goes to the thread that encodes. */
export interface EncodeRequest {
  readonly n: number;
  readonly texts: readonly string[];
}

/** What comes from it: once that it is ready or cannot be, then an answer to each request, in their order. */
export type EncoderSaid =
  | { readonly kind: 'ready'; readonly id: string; readonly size: number }
  | { readonly kind: 'unready'; readonly message: string }
  | { readonly kind: 'vectors'; readonly n: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'failed'; readonly n: number; readonly message: string };
