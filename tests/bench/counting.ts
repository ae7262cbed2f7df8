/** Counts what one call of an action costs: requests to the database, the caller's included, and documents compared. */
import type { ActionName, InputOf, OutputOf } from '../../typings/contract/actions';
import type { Community, Name } from '../support/community';
import type { RequestRecord } from '../support/local-cloud';

export interface Cost {
  readonly calls: number;
  readonly examined: number;
}

export class Counter {
  /** The dearest call of each action so far. */
  costs = new Map<string, Cost>();
  private readonly community: Community;
  private seen = 0;

  constructor(community: Community) {
    this.community = community;
  }

  /** `what` names a call of an action that does more than the others do. */
  async ask<A extends ActionName>(by: Name, action: A, input: InputOf<A>, what: string = action): Promise<OutputOf<A>> {
    const { cloud, as } = this.community;
    const attemptId = crypto.randomUUID();
    const data = await as(by).get(action, input, { attemptId });
    const records = await this.newRecords();
    const call = records.filter(({ action: name }) => name === 'function').at(-1);
    const sent = records.filter(({ invocation, action: name }) => invocation === call?.requestId && name.startsWith('database.'));
    const unserved = sent.find(({ index, examined }) => index === '-' && examined > 1);
    if (unserved) throw new Error(`${action}: a query of ${unserved.target} that no index serves examined ${unserved.examined} documents (${cloud.url})`);
    const { calls, examined } = this.costs.get(what) ?? { calls: 0, examined: 0 };
    const compared = sent.reduce((sum, { examined: each }) => sum + each, 0);
    this.costs.set(what, { calls: Math.max(calls, sent.length), examined: Math.max(examined, compared) });
    return data;
  }

  /** Documents that the timer of a function compares when nothing is due. */
  async timer(name: string): Promise<Cost> {
    await this.newRecords();
    await this.community.cloud.runTimers(name);
    const sent = (await this.newRecords()).filter(({ action }) => action.startsWith('database.'));
    return { calls: sent.length, examined: sent.reduce((sum, { examined }) => sum + examined, 0) };
  }

  private async newRecords(): Promise<RequestRecord[]> {
    const records = await this.community.cloud.requests(this.seen);
    this.seen = records.at(-1)?.seq ?? this.seen;
    return records;
  }
}
