import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { clauseIndex } from '../clauses';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 督促 whoever broke a promise (人民调解法 第31条; of what police mediated, that it is to be kept: 程序规定 第184条). */
export const superviseClause = command('dispute.supervise', {
  input: v.object({ id, clause: clauseIndex, words: text('怎么督促的', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { clause: position, words }) {
    const { theCase } = context;
    const clause = theCase.document.facts.agreement?.clauses[position];
    if (!clause) throw badField('clause', '没有这一条约定。');
    if (clause.state !== 'broken') throw badField('clause', '这一条没有违约，不用督促。');
    await theCase.move('supervise', { words: `${clause.what}：${words}` });
    return summaryAfter(context, theCase);
  },
});
