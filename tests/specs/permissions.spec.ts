/** permissions.csv, written by hand, is what every action answers to everybody. A missing action or person fails, so does a wrong answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionName } from '../../typings/contract/actions';
import { startCommunity, type Community } from '../support/community';
import { codeOf } from '../support/dispute-spec';
import { Everybody, people, type Who } from '../support/everybody';
import type { Person } from '../support/local-cloud';
import { validInputs } from '../support/valid-inputs';

/** What the words of the table stand for. */
const answers = { yes: 'OK', no: 'FORBIDDEN', hidden: 'NOT_FOUND', word: 'INVALID_INPUT', login: 'UNAUTHENTICATED' } as const;

interface Row {
  readonly action: ActionName;
  /** The state of the case, or of which of two uses it speaks. */
  readonly when: string;
  readonly expected: Readonly<Record<string, string>>;
}

const [header = [], ...lines] = readFileSync(join(__dirname, 'permissions.csv'), 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split(',').map((cell) => cell.trim()));
const rows = lines.map(([action, when, ...cells]): Row => ({ action: action as ActionName, when: when!, expected: Object.fromEntries(header.slice(2).map((who, column) => [who, cells[column]!])) }));

let community: Community;
let everybody: Everybody;
let inputs: ReturnType<typeof validInputs>;
let strangers = 0;

beforeAll(async () => {
  community = await startCommunity();
  everybody = await Everybody.begin(community);
  inputs = validInputs(everybody);
}, 120_000);
afterAll(() => community.stop());

test('the table names every action and everybody, and knows five answers', () => {
  expect(header).toEqual(['action', 'when', ...people]);
  expect([...new Set(rows.map(({ action }) => action))].sort()).toEqual(Object.keys(inputs).sort());
  for (const { expected } of rows) for (const answer of Object.values(expected)) expect(Object.keys(answers)).toContain(answer);
});

test.each(rows.map((row) => [`${row.action} (${row.when})`, row] as const))('%s', async (_title, { action, when, expected }) => {
  const wordOf = Object.fromEntries(Object.entries(answers).map(([word, code]) => [code, word]));
  const shared = await everybody.caseFor(action, when);
  const given: Record<string, string> = {};
  for (const who of people) {
    const isChanging = expected[who] === 'yes' && shared !== '';
    const id = isChanging ? await everybody.caseFor(action, when) : shared; // a refusal changes nothing, so refusals share one case
    const input = await (inputs[action] as (id: string, who: Who, when: string) => unknown)(id, who, when);
    const code = codeOf(await callerFor(who).send(action, { action, input, attemptId: crypto.randomUUID() }));
    given[who] = wordOf[code] ?? code;
  }
  expect(given).toEqual(expected);
});

/** A stranger who agrees to the notice is none any more: each call is made by a new one. */
function callerFor(who: Who): Person {
  if (who !== 'stranger') return everybody.as[who];
  strangers += 1;
  return community.cloud.as(`stranger-${strangers}`);
}
