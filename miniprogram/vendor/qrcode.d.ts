/** A QR code (ISO 18004) that the phone draws itself: 0 is the smallest size that holds what was added. */
export interface QrCode {
  addData(text: string): void;
  make(): void;
  /** A GIF as a data address; lengths in pixels. */
  createDataURL(cellSize: number, margin: number): string;
}
export declare function qrcode(type: 0, correction: 'L' | 'M' | 'Q' | 'H'): QrCode;
