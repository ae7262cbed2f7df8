/** 更新进展, 回访: only what the table allows is offered, and each thing asks for what it needs. */
import type { DisputeMove, DisputeState } from '../../typings/contract/dispute';
import { emptyForm as nothingAsked, askedBefore, lastWords, mayBeginAgain, planOf, problemsOf as unanswered, promisesOf, wordsOfPromises } from '../../miniprogram/features/dispute/followup/followup.view';
import { whyApart } from '../../miniprogram/domain/dispute/guards';
import { pageOf, tilesOf } from '../../miniprogram/features/dispute/progress/progress.offers';
import { sendingOf } from '../../miniprogram/features/dispute/progress/progress.sending';
import { askedOf, clauseTiles, emptyForm, problemsOf, type ProgressForm } from '../../miniprogram/features/dispute/progress/progress.view';
import { agreement, aView } from '../support/dispute-answers';

const offered = (state: DisputeState, ...moves: DisputeMove[]) => tilesOf(aView({ state, moves })).map(({ label }) => label);
const stranger = aView({ parties: aView().parties.slice(0, 1) });
const problems = (form: Partial<ProgressForm>, dispute = aView()) => Object.keys(problemsOf({ ...emptyForm, ...form }, dispute));
const send = (form: Partial<ProgressForm>) => sendingOf('case-1', { ...emptyForm, ...form });

test('only what the table allows is offered', () => {
  expect(offered('closed')).toEqual([]);
  expect(offered('inviting', 'invite', 'accept', 'note', 'refuse', 'correctRespondent')).toEqual(['联系上了', '没联系上', '邀请对方', '对方愿意谈', '记一笔', '有一方不愿意', '换了对方']);
  expect(offered('mediating', 'adjourn', 'draft', 'sign', 'fail', 'refuse', 'note')).toEqual(['谈过一次', '谈成了', '记一笔', '没谈成']);
  expect(offered('mediating', 'refuse', 'note')).toEqual(['记一笔', '有一方不愿意']); // the officer, who hears it on the phone
});

test('the same move has the words of its state', () => {
  expect([offered('assigned', 'schedule'), offered('scheduled', 'schedule')]).toEqual([['约好了'], ['改时间']]);
  expect(offered('triaged', 'triage', 'invite')).not.toContain('分流定级');
});

test('danger takes away whatever brings both together', () => {
  const danger = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: true };
  const moves: DisputeMove[] = ['triage', 'contact', 'invite', 'decline', 'note'];
  expect(tilesOf(aView({ state: 'triaged', moves, danger })).map(({ label }) => label)).toEqual(['单独联系过了', '记一笔', '改分流，或不办']);
  expect(offered('triaged', 'contact', 'invite', 'note')).not.toContain('单独联系过了'); // without danger 联系上了 says it
  expect(send({ deed: 'contact', words: '人在妹妹家' })).toEqual({ action: 'dispute.contact', input: { id: 'case-1', words: '人在妹妹家' } });
  expect(whyApart({ danger })).toMatch(/不能面对面调解。请单独联系申请人/); // to staff nobody says 联系您
});

test('a time, a talk, an agreement and a follow-up have pages of their own', () => {
  expect(pageOf('calendar', 'case-1')).toBe('/features/dispute/calendar/calendar?id=case-1');
  expect(pageOf('note', 'case-1')).toBeUndefined();
});

test('a respondent nobody knows yet must be named; a known one only when something changed', () => {
  expect(problems({ deed: 'reached', words: '在家' }, stranger)).toEqual(['name']);
  expect(problems({ deed: 'reached', words: '在家' })).toEqual([]);
  expect(problems({ deed: 'missed', words: '没人', hasNews: true })).toEqual(['name']);
});

test('each try to reach the respondent says how, whether, and what happened', () => {
  expect(send({ deed: 'missed', channel: 'door', words: ' 敲门没人应 ' })).toEqual({ action: 'dispute.invite', input: { id: 'case-1', channel: 'door', isReached: false, words: '敲门没人应' } });
  expect(send({ deed: 'reached', words: '在', name: '老周', phone: '139-0000-0055' }).input).toMatchObject({ isReached: true, respondent: { name: '老周', phone: '13900000055' } });
});

test('mediation begins with both willing and the notice read (第17、23条)', () => {
  expect(problems({ deed: 'accept' })).toEqual(['hasAgreed', 'isNoticeRead']);
  expect(send({ deed: 'accept', hasAgreed: true, isNoticeRead: true })).toEqual({ action: 'dispute.accept', input: { id: 'case-1', hasRespondentAgreed: true, isRightsNoticeRead: true } });
});

test('a refusal says whose it is', () => {
  expect(problems({ deed: 'refuse', words: '不想谈' })).toEqual(['side']);
  expect(problems({ deed: 'refuse', side: 'respondent' })).toEqual([]); // and owes no reason (第17条)
  expect(send({ deed: 'refuse', side: 'respondent' }).input).not.toHaveProperty('reason');
  expect(send({ deed: 'refuse', side: 'applicant', words: '不想谈' }).input).toMatchObject({ side: 'applicant', reason: '不想谈' });
});

test('the applicant’s word to withdraw is put down as that, without a reason (第23条)', () => {
  expect(offered('triaged', 'note', 'withdraw')).toEqual(['记一笔', '申请人要撤回']);
  expect(problems({ deed: 'withdraw' })).toEqual([]);
  expect(send({ deed: 'withdraw' })).toEqual({ action: 'dispute.withdraw', input: { id: 'case-1', isForApplicant: true } });
});

test('only open clauses can be kept or broken, by their place in the agreement', () => {
  const [first, second] = agreement.clauses;
  const dispute = aView({ agreement: { ...agreement, clauses: [{ ...first!, state: 'kept' }, second!] } });
  expect(clauseTiles(dispute)).toMatchObject([{ value: '1', label: '韦德顺 有响动先说一声' }]);
  const late = aView({ agreement: { ...agreement, clauses: [{ ...first!, state: 'broken' }, second!] } });
  expect((['kept', 'broken', 'supervised'] as const).map((deed) => clauseTiles(late, deed).map(({ value }) => value))).toEqual([['0', '1'], ['1'], ['0']]);
  expect(send({ deed: 'kept', clause: '1', words: '做到了', photos: [{ key: 1, file: { path: 'tmp', bytes: 1 }, state: 'sent', id: 'p1' }] }).input).toEqual({ id: 'case-1', clause: 1, words: '做到了', photos: ['p1'] });
});

test('the rest is one call each', () => {
  expect(send({ deed: 'assign', mediatorId: 'm1' })).toEqual({ action: 'dispute.assign', input: { id: 'case-1', mediatorId: 'm1' } });
  expect(send({ deed: 'broken', clause: '0', words: '没给' }).action).toBe('dispute.default');
  expect(send({ deed: 'fail', words: '差太远', undisputed: ' 确实漏水 ', hasBothAgreed: true }).input).toEqual({ id: 'case-1', reason: '差太远', undisputed: '确实漏水', haveBothAgreed: true });
  expect(send({ deed: 'supervised', clause: '1', words: '催过了' })).toEqual({ action: 'dispute.supervise', input: { id: 'case-1', clause: 1, words: '催过了' } });
  expect(send({ deed: 'correct', words: '转租了', name: '新租客' }).input).toEqual({ id: 'case-1', respondent: { name: '新租客' }, reason: '转租了' });
  expect(send({ deed: 'note', words: '看过了', isInternal: true }).input).toEqual({ id: 'case-1', words: '看过了', isInternal: true });
});

test('what ends a dispute is named for what it does', () => {
  expect([askedOf('fail', aView())?.action, askedOf('refuse', aView())?.isFinal]).toEqual(['记下，结束调解', true]);
});

test('both are asked before it is closed', () => {
  expect(Object.keys(unanswered(nothingAsked))).toEqual(['applicant', 'respondent', 'words']);
});

describe('what the bar of 回访 offers', () => {
  const following = aView({ state: 'following', moves: ['followUp', 'close', 'reopen'], agreement });
  const says = (applicant: 'kept' | 'notKept' | 'noAnswer') => ({ applicant, respondent: applicant === 'noAnswer' ? applicant : ('kept' as const), words: '' });

  test('all is well: it is closed, or kept open', () => {
    expect(planOf(says('kept'), following)).toEqual({ action: 'close', label: '记录结果，办结', second: '先记下，不办结', warning: '' });
    expect(planOf(says('noAnswer'), following).warning).toContain('改天再打');
  });

  test('没做到 is not closed as kept; what is recorded as broken may be', () => {
    expect(planOf(says('notKept'), following)).toMatchObject({ action: 'followUp', second: '' });
    const broken = { ...agreement, clauses: agreement.clauses.map((clause) => ({ ...clause, state: 'broken' as const })) };
    expect(planOf(says('notKept'), { ...following, agreement: broken })).toMatchObject({ action: 'close', second: '先记下，不办结' });
  });

  test('on day 30 it is only asked after', () => {
    expect(planOf(says('kept'), aView({ state: 'closed', moves: ['followUp'] }))).toMatchObject({ action: 'followUp', label: '记录结果', second: '' });
  });

  test('who is not content may have it taken up again', () => {
    expect([mayBeginAgain(says('notKept'), following), mayBeginAgain(says('kept'), following), mayBeginAgain(says('notKept'), aView({ moves: ['followUp'] }))]).toEqual([true, false, false]);
  });

  test('what was said before is before whoever rings', () => {
    expect(askedBefore(aView({ followUps: [{ at: aView().now - 23 * 86_400_000, applicant: 'kept', respondent: 'noAnswer' }] }))).toMatchObject([{ said: '申请人：都做到了；被申请人：没联系上' }]);
    const line = { version: 9, move: 'supervise' as const, state: 'following' as const, at: 0, who: '沈警官', words: '打电话催过', isInternal: false };
    expect(wordsOfPromises(aView({ lines: [line] }))).toEqual([{ key: '9', who: '沈警官督促过了', words: '打电话催过' }]);
  });
});

test('whoever rings has before him what was promised, or how it was settled', () => {
  expect(promisesOf(aView({ agreement }))[0]).toMatchObject({ what: '王*四：给椅子脚贴上毛毡', state: '还没说' });
  expect(lastWords(aView({ lines: [{ version: 1, move: 'settle', state: 'settledOnSpot', at: 0, who: '夏网格员', words: '挪走了', isInternal: false }] }))).toEqual({ who: '当场说好的', words: '挪走了' });
});
