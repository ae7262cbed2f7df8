export function drawTools(): void {
  // the panel comes next
}
