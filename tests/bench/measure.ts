/**
 * `npm run bench`: today's figures beside the budgets of the design, and a verdict for each. Ratios and counts, never
 * how long something took on this machine. Ends with 1 when a budget is broken. `npm run bench -- sizes` measures a part.
 */
import { join } from 'node:path';
import { startCommunity } from '../support/community';
import { measureBundles, mostZipped } from './bundles';
import { Counter } from './counting';
import { fillUpTo } from './crowd';
import { doing, runErrands } from './errands';
import { fillHazards, runHazardErrands } from './hazards';
import { packageSizes } from './package-sizes';
import { measurePages, type Visit } from './pages';

const ROOT = join(__dirname, '../..');
const KB = 1024;

/**
 * The design's (§8): sizes, the ratio, `list`, `open`, `move`, and what a page may do. Ours beside it, for what does more
 * than one move and says why where it is named below: `begin`, `proof`, `office`, `letter`, `hours`, `bind`, `paper`.
 * Each is what the action takes today or one or two more, so that a call more is seen.
 */
const budgets = {
  main: 600, subpackage: 300, coldRatio: 0.95,
  list: 3, open: 8, move: 10, begin: 12, proof: 12, office: 12, letter: 12, hours: 14, bind: 20, paper: 24,
  setData: 3, setDataKb: 32, cloudCalls: 1,
} as const; // prettier-ignore

/** What the errands themselves have added to a list or a calendar since the last round. */
const FEW = 25;

/** The database of a post after some months, and a hundred times as much. */
const CROWD = { once: 1000, hundredfold: 100_000 } as const;

const lists = new Set(['dispute.listMine', 'dispute.desk', 'dispute.calendar', 'dispute.meeting', 'dispute.calls', 'hazard.listMine', 'hazard.desk', 'hazard.colleagues', 'identity.inbox', 'identity.people', 'identity.places', 'identity.territory']);
const reads = new Set(['hazard.open', 'hazard.readInvitation', 'dispute.board', 'dispute.open', 'dispute.mediators', 'dispute.phone', 'papers.list', 'papers.open', 'identity.home', 'identity.me', 'identity.holidays']);
/** The whole record is read, a number given, a file written, and then the transaction. */
const papers = new Set(['papers.make']);
/** A move that is nothing without a photo: attaching it reads and writes its file. */
const proofs = new Set(['hazard.rectify', 'hazard.recheck']);
/** A case that is opened: its place, how often the teller told today and of the same before, and then all that a move writes. */
const beginnings = new Set(['dispute.file', 'dispute.settleNow', 'hazard.report']);
/** Two records that must agree are read and written together: an account and the roster, a building and both places that it hangs in. */
const officeWrites = new Set(['identity.grantRole', 'identity.revokeRole', 'identity.savePlace']);
/** The earlier letter is made void in the same transaction, so that never two are out. */
const letters = new Set<string>([doing.makeAnother, doing.makeAnotherOfHazard]);
/** Four half hours, the mediator's and the room's, are given back: inside a transaction one call each. */
const hours = new Set<string>([doing.putOff, doing.giveUp]);
/** Two transactions: the count of a wrong word stays although the rest is refused. */
const binds = new Set(['dispute.bindInvitation', 'hazard.bindInvitation', 'identity.acceptInvitation']);

const kinds = { list: lists, open: reads, begin: beginnings, proof: proofs, office: officeWrites, letter: letters, hours, bind: binds, paper: papers } as const;

const visits: readonly Visit[] = [
  ...['resident', 'officer', 'mediator'].flatMap((persona) => ['pages/home/home', 'pages/matters/matters', 'pages/me/me'].map((page) => ({ page, persona }))),
  { page: 'pages/school/school', persona: 'resident' },
  { page: 'features/dispute/report/report', persona: 'resident' },
  { page: 'features/dispute/story/story', persona: 'resident', states: ['inviting', 'scheduled', 'mediating', 'performing', 'submitted', 'triaged'] },
  { page: 'features/dispute/story/story', persona: 'officer', states: ['triaged', 'inviting', 'submitted'] },
  { page: 'features/dispute/choose/choose', persona: 'officer', states: ['accepted'] },
  { page: 'features/dispute/triage/triage', persona: 'officer', states: ['submitted'] },
  { page: 'features/dispute/progress/progress', persona: 'officer', states: ['triaged', 'inviting'] },
  { page: 'features/dispute/session/session', persona: 'mediator', states: ['mediating', 'scheduled'] },
  { page: 'features/dispute/agreement/agreement', persona: 'mediator', states: ['mediating', 'performing'] },
  { page: 'features/dispute/followup/followup', persona: 'officer2', states: ['following', 'settledOnSpot'] },
  { page: 'features/desk/board/board', persona: 'leader' },
  { page: 'features/dispute/calendar/calendar', persona: 'mediator' },
  { page: 'features/desk/record/record', persona: 'gridWorker' },
  { page: 'features/desk/settle/settle', persona: 'gridWorker' },
  { page: 'features/papers/papers/papers', persona: 'officer', states: ['inviting', 'triaged', 'submitted'] },
  { page: 'features/identity/inbox/inbox', persona: 'officer' },
  { page: 'features/identity/profile/profile', persona: 'resident' },
  { page: 'features/identity/people/people', persona: 'admin' },
  { page: 'features/identity/places/places', persona: 'admin' },
  { page: 'features/identity/holidays/holidays', persona: 'admin' },
];

const broken: string[] = [];

/** One line of the table; a broken budget is remembered. */
function line(what: string, figure: string, isKept: boolean, budget: string): void {
  if (!isKept) broken.push(`${what}: ${figure}, budget ${budget}`);
  console.log(`${isKept ? '  ' : '✗ '}${what.padEnd(58)} ${figure.padStart(24)}   ≤ ${budget}`);
}

async function sizes(): Promise<void> {
  console.log('\nPackages as DevTools would upload them');
  for (const { root, bytes, files } of await packageSizes(join(ROOT, 'miniprogram'))) {
    const most = root === '' ? budgets.main : budgets.subpackage;
    line(root === '' ? 'main package' : root, `${Math.round(bytes / KB)} KB in ${files} files`, bytes <= most * KB, `${most} KB`);
  }
  console.log('\nBundles of the functions: zipped, and cold require against the unbundled SDK');
  for (const { name, zipped, ratio } of measureBundles(ROOT)) {
    line(`${name}, zipped`, `${Math.round(zipped / KB)} KB`, zipped <= mostZipped(name), `${mostZipped(name) / KB} KB`);
    line(`${name}, cold require`, `${ratio.toFixed(2)} × the SDK's`, ratio <= budgets.coldRatio, `${budgets.coldRatio}`);
  }
}

/** Each action's dearest call, with a process that is warm; then the same errands among a hundred times the data. */
async function calls(): Promise<void> {
  const community = await startCommunity();
  try {
    const counter = new Counter(community);
    await runErrands(community, counter, 0);
    await runHazardErrands(community, counter);
    await fillUpTo(community, 0, CROWD.once);
    await fillHazards(community, 0, CROWD.once);
    counter.costs = new Map();
    await runErrands(community, counter, 1);
    await runHazardErrands(community, counter);
    const [once, timerOnce, hazardsOnce] = [counter.costs, await counter.timer('dispute'), await counter.timer('hazard')];
    await fillUpTo(community, CROWD.once, CROWD.hundredfold);
    await fillHazards(community, CROWD.once, CROWD.hundredfold);
    counter.costs = new Map();
    await runErrands(community, counter, 2);
    await runHazardErrands(community, counter);
    const [timerAmongMany, hazardsAmongMany] = [await counter.timer('dispute'), await counter.timer('hazard')];
    console.log(`\nCalls to the database an action, the caller included; documents examined among ${CROWD.once} disputes and as many hazards → ${CROWD.hundredfold}`);
    for (const [action, { calls: made, examined }] of [...once].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const kind = kindOf(action);
      const among = counter.costs.get(action)?.examined ?? 0;
      line(`${action} (${kind})`, `${made}`, made <= budgets[kind], `${budgets[kind]}`);
      line('', `${examined} → ${among}`, among <= examined + FEW, 'the same');
    }
    line('the timer of dispute', `${timerOnce.examined} → ${timerAmongMany.examined}`, timerAmongMany.examined <= timerOnce.examined + FEW, 'the same');
    line('the timer of hazard', `${hazardsOnce.examined} → ${hazardsAmongMany.examined}`, hazardsAmongMany.examined <= hazardsOnce.examined + FEW, 'the same');
  } finally {
    await community.stop();
  }
}

/** Which budget an action has. */
function kindOf(action: string): keyof typeof kinds | 'move' {
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  return names.find((kind) => kinds[kind].has(action)) ?? 'move';
}

async function pages(): Promise<void> {
  console.log("\nPages from open to ready: the page's own setData, the largest of them, calls of the cloud");
  for (const { page, persona, setData, largest, cloudCalls } of await measurePages(visits)) {
    const figure = `${setData} × ≤ ${(largest / KB).toFixed(1)} KB, ${cloudCalls} calls`;
    const isKept = setData <= budgets.setData && largest <= budgets.setDataKb * KB && cloudCalls <= budgets.cloudCalls;
    line(`${page} (${persona})`, figure, isKept, `${budgets.setData}, ${budgets.setDataKb} KB, ${budgets.cloudCalls}`);
  }
}

const parts = { sizes, calls, pages };

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word): word is keyof typeof parts => Object.hasOwn(parts, word));
  for (const part of wanted.length > 0 ? wanted : (Object.keys(parts) as (keyof typeof parts)[])) await parts[part]();
  console.log(broken.length === 0 ? '\nEvery budget is kept.' : `\n${broken.length} broken:\n${broken.join('\n')}`);
  process.exit(broken.length === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
