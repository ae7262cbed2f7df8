interface SyntaxRule {
  selector: string;
  message: string;
}
export const phoneRules: SyntaxRule[];
export const phoneOutsidePlatformRules: SyntaxRule[];
export const domainRules: SyntaxRule[];
export const cloudRules: SyntaxRule[];
