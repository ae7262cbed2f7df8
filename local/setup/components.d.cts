/** Copies TDesign to miniprogram/miniprogram_npm once a version; tells whether anything was copied. */
export function packComponents(root: string): boolean;
