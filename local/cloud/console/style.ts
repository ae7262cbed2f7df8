/** The console's look. It is part of the page; the page's policy names its digest and allows no other style. */
import { createHash } from 'node:crypto';

const text = `
:root { color-scheme: light dark; --line: #d5dce6; --link: #1f5fbf; --soft: #f3f6fb; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4353; --link: #8ab4ff; --soft: #1c222c; } }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; font: 16px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.25rem; margin: .75rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
nav { display: flex; gap: 1rem; }
a { color: var(--link); }
a[aria-current] { font-weight: 600; text-decoration: none; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
details { border-bottom: 1px solid var(--line); padding: .35rem 0; }
details pre { background: var(--soft); padding: .5rem .75rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
`;

export const PAGE_STYLE = { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
