/** HMAC (RFC 2104) with SHA-256, for codes that a phone makes without a network. */
export declare const sha256: unique symbol;
export declare function hmac(hash: typeof sha256, key: Uint8Array, message: Uint8Array): Uint8Array;
