/** 事情进展 and 签约定: what each reader is offered. */
import type { DisputeView } from '../../typings/contract/dispute';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { messagesAfter } from '../../miniprogram/domain/dispute/messages';
import { sentenceOf } from '../../miniprogram/domain/dispute/story';
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import { signView } from '../../miniprogram/features/dispute/sign/sign.view';
import { storyView } from '../../miniprogram/features/dispute/story/story.view';
import { agreement, aView, readyToSign, toBeKept } from '../support/dispute-answers';

test('the one thing to do follows from the state', () => {
  expect(storyView(aView({ state: 'accepted', moves: ['refuse', 'assign', 'withdraw'] })).primary?.page).toBe('/features/dispute/choose/choose?id=case-1');
  expect(storyView(readyToSign).primary?.label).toBe('看约定，签字');
  expect(storyView(toBeKept).primary).toMatchObject({ label: '这条做到了', note: '第2条：有响动先说一声', deed: 'claim', clause: 1 });
  expect(storyView(aView({ state: 'closed', moves: ['contest'] })).primary?.label).toBe('没解决');
  expect(storyView(aView()).primary).toBeNull();
});

test('while they talk one way to stop is offered, before that two that differ', () => {
  expect(storyView(readyToSign).others.map(({ name }) => name)).toEqual(['fail']);
  expect(storyView(aView()).others.map(({ name }) => name)).toEqual(['refuse', 'withdraw']);
});

test('who ends the talks owes no reason either (第23条)', () => {
  expect(storyView(readyToSign).others.map(({ isFree }) => isFree)).toEqual([true]);
});

test('talks are taken up again by those who had said yes to them: who was never reached has not heard of the rights', () => {
  const failed = (hasConsented: boolean) => storyView(aView({ state: 'failed', relations: ['officer'], moves: ['retry'], parties: aView().parties.map((party) => ({ ...party, isMe: false, hasConsented })) }));
  expect([failed(true).primary?.label, failed(false).primary]).toEqual(['双方愿意，再谈一次', null]);
});

test('after every closing both are asked once more, however often they were asked before it', () => {
  const line = { at: 0, who: '陆警官', state: 'closed', isInternal: true } as const;
  const closed = (...moves: ('close' | 'followUp')[]) => storyView(aView({ state: 'closed', relations: ['officer'], moves: ['followUp'], agreement, lines: moves.map((move, position) => ({ ...line, version: position, move })) }));
  expect([closed('close', 'followUp').primary?.label, closed('followUp', 'close').primary]).toEqual(['再回访一次', null]);
});

test('nobody is accused of a promise whose day is not over; staff hear of it when they do', () => {
  const due = (more: object) => storyView({ ...toBeKept, ...more }).agreement?.clauses.map(({ acts }) => acts.some(({ deed }) => deed === 'default'));
  expect([due({}), due({ now: toBeKept.now + 30 * DAY }), due({ relations: ['mediator'] })]).toEqual([[false, false], [true, true], [true, true]]);
});

test('of the own word the other side says whether it is so, and nobody calls it kept before', () => {
  const said = (side: 'applicant' | 'respondent', relations: DisputeView['relations'], moves: DisputeView['moves'] = ['prove']) =>
    storyView({ ...toBeKept, relations, moves, agreement: { ...toBeKept.agreement!, clauses: [{ ...toBeKept.agreement!.clauses[0]!, side, claimedAt: toBeKept.now }] } });
  const row = (view: ReturnType<typeof said>) => [view.agreement?.clauses[0]?.state, view.agreement?.clauses[0]?.acts.map(({ label }) => label)];
  const other = toBeKept.parties.find(({ isMe }) => !isMe)!.side;
  const own = other === 'applicant' ? 'respondent' : 'applicant';
  expect(row(said(own, [own]))).toEqual(['说做到了，等对方说是不是', []]);
  expect(row(said(other, [own]))).toEqual(['说做到了，等您说是不是', ['是，做到了', '不是，没做到']]);
  expect(said(other, [own]).primary).toMatchObject({ deed: 'prove', label: '是，做到了' });
  expect(row(said(other, ['officer'], []))[0]).toBe('说做到了，等对方说是不是');
});

test('what was added to the thirty days is not called thirty days when it is over', () => {
  const told = (more: object) => messagesAfter('lapse', { number: '桂花27', ...more } as DisputeFacts, 'failed')[0]?.sentence;
  expect([told({}), told({ extendedDays: 10 }), told({ retryUntil: 1 })].map((sentence) => sentence?.split('到了')[0])).toEqual(['桂花27：30天', '桂花27：说好的期限', '桂花27：说好的期限']);
});

test('who has signed is not asked again', () => {
  const parties = readyToSign.parties.map((party) => ({ ...party, hasSigned: party.isMe }));
  expect(storyView({ ...readyToSign, parties }).primary).toBeNull();
  expect(signView({ ...readyToSign, parties })?.way).toBe('signed');
});

test('danger is shown as the server gives it: whoever is not to know gets none', () => {
  const danger = { ...aView().danger, isHomeViolence: true };
  expect(storyView(aView({ danger })).danger).toContain('涉及家暴');
  expect(storyView(aView({ danger, relations: ['respondent'] })).danger).toContain('民警会单独联系您');
  expect(storyView(aView({ relations: ['respondent'] })).danger).toBe('');
});

test('staff go on at their own pages, and are offered none of the parties’ ways out', () => {
  const view = storyView(aView({ state: 'submitted', relations: ['officer'], moves: ['settle', 'triage', 'note'], source: '110', sourceNumber: '0388' }));
  expect(view.primary?.page).toBe('/features/dispute/triage/triage?id=case-1');
  expect(view.second).toMatchObject({ label: '更新进展', page: '/features/dispute/progress/progress?id=case-1' });
  expect(view.others).toEqual([]);
  expect(view.told).toContain('110转来 0388');
});

test('once there is a time, a mediator sits down or writes how it goes; another time is found there', () => {
  const view = storyView(aView({ state: 'scheduled', relations: ['mediator'], moves: ['schedule', 'sit', 'note'] }));
  expect([view.primary?.label, view.second.label]).toEqual(['开始谈', '更新进展']);
  expect(storyView(aView({ state: 'assigned', relations: ['mediator'], moves: ['schedule', 'note'] })).primary?.label).toBe('约时间');
});

test('who puts down that a party is not willing is not the one who is not', () => {
  const refused = { version: 9, move: 'refuse', state: 'refused', at: 0, isInternal: false } as const;
  expect(sentenceOf({ ...refused, who: '您', isForParty: true })).toBe('您记下有一方不愿调解，调解到此为止');
  expect(sentenceOf({ move: 'askConfirmation', who: '沈警官', isForParty: true })).toBe('沈警官记下有一方想请法院确认这份约定'); // the officer wants nothing
  expect(sentenceOf({ ...refused, who: '对方' })).toBe('对方表示不愿调解，调解到此为止');
});

test('a text that was not signed before it ended is not called signed', () => {
  const signedIn = (state: 'mediating' | 'failed' | 'performing') => storyView({ ...readyToSign, state }).agreement?.signed;
  expect([signedIn('mediating'), signedIn('failed'), signedIn('performing')]).toEqual(['还等您、对方签', '没有签完，不算数', '双方都签了']);
});

test('the other side is called 对方, in plain words', () => {
  expect(storyView(aView()).people.map(({ who }) => who)).toEqual(['您', '对方']);
});

test('to the respondent, what was done with the other side was done with him', () => {
  const lines = [{ version: 3, move: 'invite' as const, state: 'inviting' as const, at: aView().now, who: '沈警官', isInternal: true }, { version: 4, move: 'bind' as const, state: 'inviting' as const, at: aView().now, who: '警务室', isInternal: false }];
  const titles = (relation: 'applicant' | 'respondent') => storyView(aView({ relations: [relation], lines })).lines.map(({ title }) => title);
  expect(titles('respondent')).toEqual(['沈警官试着联系过您', '您打开了邀请']);
  expect(titles('applicant')).toEqual(['沈警官试着联系过对方', '对方打开了邀请']);
});

test('to the applicant, who was rung alone is 您', () => {
  const lines = [{ version: 3, move: 'contact' as const, state: 'triaged' as const, at: aView().now, who: '沈警官', isInternal: true }];
  expect([storyView(aView({ lines })).lines[0]?.title, storyView(aView({ lines, relations: ['officer'] })).lines[0]?.title]).toEqual(['沈警官联系过您', '沈警官联系过申请人']);
});

test('who is asked to talk reads no name that the other side gave him, and is not 对方; who was never asked is not waited for', () => {
  const parties = aView().parties.map((party) => ({ ...party, isMe: party.side === 'respondent', hasConsented: party.side === 'applicant' }));
  const asked = storyView(aView({ state: 'inviting', relations: ['respondent'], parties }));
  expect([asked.card.state, asked.people.find(({ who }) => who === '您')]).toEqual(['请您来谈', { key: 'respondent', who: '您', name: '本人', note: '还没说愿不愿意谈' }]);
  expect(storyView(aView({ state: 'refused', parties })).people.map(({ name, note }) => [name, note])[1]).toEqual(['本人', '']);
});

test('of a 苗头 nobody has asked for anything: there is no 申请人, and who is not known is not listed', () => {
  const people = (name: string) => storyView(aView({ state: 'lead', relations: ['agent'], parties: aView().parties.slice(0, 1).map((party) => ({ ...party, isMe: false, name })) })).people;
  expect([people('').length, people('五金店老板')[0]?.who]).toEqual([0, '说的是']);
});

test('what another unit took is called passed on, not done', () => {
  expect(storyView(aView({ state: 'closed', unit: '城管', transferredTo: { unit: '城管', acknowledgedBy: '值班员' } })).card.state).toBe('城管接手了');
});

test('one thing is asked at a time: while the page asks for an answer, the bar is quiet', () => {
  const passed = aView({ state: 'transferred', relations: ['officer'], moves: ['acknowledge', 'return', 'note'], unit: '城管', transferredTo: { unit: '城管' } });
  expect(storyView(passed).primary).toMatchObject({ label: '更新进展', theme: 'light' });
  expect(storyView({ ...passed, moves: ['note'] }).primary).toMatchObject({ theme: 'primary' });
});

test('what was agreed before it was taken up again is shown as it stood', () => {
  const view = storyView(aView({ state: 'triaged', earlierAgreements: [{ ...toBeKept.agreement!, until: toBeKept.now }] }));
  expect(view.agreement).toBeNull();
  expect(view.earlier).toMatchObject([{ title: '书面约定，3月3日重新办以前的', clauses: [{ order: '第1条', state: '没做完' }, {}] }]);
});

test('nobody is said to have been reached who was not', () => {
  const titleOf = (reach: object, reader: 'applicant' | 'respondent') => sentenceOf({ move: 'invite', who: '程辅警', ...reach }, reader);
  expect(titleOf({ reach: { channel: 'call', isReached: false } }, 'applicant')).toBe('程辅警给对方打了电话，没接通');
  expect(titleOf({ reach: { channel: 'door', isReached: false } }, 'respondent')).toBe('程辅警上门找您，没遇上');
  expect(titleOf({}, 'applicant')).toBe('程辅警试着联系过对方');
});

test('a promise that is open says whose it is', () => {
  const next = { what: '给椅子脚贴上毛毡', who: '双方', isOverdue: false };
  expect(storyView({ ...toBeKept, next }).card.next?.promise).toBe('对方');
});

test('an internal line is marked for staff; to a party it has no words to mark', () => {
  const lines = [{ version: 4, move: 'invite' as const, state: 'inviting' as const, at: aView().now, who: '沈警官', isInternal: true }];
  expect(storyView(aView({ lines })).lines[0]?.isInternal).toBe(false);
  expect(storyView(aView({ lines, relations: ['officer'] })).lines[0]?.isInternal).toBe(true);
});

test('a grid worker may settle it on the spot', () => {
  expect(storyView(aView({ state: 'submitted', relations: ['gridWorker'], moves: ['settle', 'note'] })).primary?.page).toBe('/features/desk/settle/settle?id=case-1');
});

test('each clause says whether it was kept, and when', () => {
  const [kept] = toBeKept.agreement?.clauses ?? [];
  const clauses = kept ? [{ ...kept, state: 'kept' as const, settledAt: toBeKept.now }] : [];
  expect(storyView({ ...toBeKept, agreement: { ...agreement, clauses } }).agreement?.clauses[0]).toMatchObject({ order: '第1条', who: '对方', state: '做到了，今天', byDay: '最晚3月6日 周五' });
});

test('a promise whose day is over is not called early, and its last day is still in time', () => {
  const [promise] = toBeKept.agreement?.clauses ?? [];
  const stateOn = (byDay: string) => storyView({ ...toBeKept, agreement: { ...agreement, clauses: promise ? [{ ...promise, state: 'open', byDay }] : [] } }).agreement?.clauses[0];
  expect(stateOn(dayKey(toBeKept.now))).toMatchObject({ state: '还没到期', byDay: '最晚今天' });
  expect(stateOn(dayKey(toBeKept.now - DAY))).toMatchObject({ state: '过了日子', tone: 'warm', byDay: '最晚昨天' });
});

test('a signature on paper is the party’s: the mediator only put it down', () => {
  const signed = { version: 9, move: 'sign', state: 'mediating', at: 0, who: '丁调解员', isInternal: false } as const;
  expect(sentenceOf({ ...signed, words: '被申请人在纸上签了，拍了照。' })).toBe('丁调解员记下了签字');
  expect(sentenceOf({ ...signed, who: '您' })).toBe('您签了约定');
});

test('what the law wants on paper is not signed on the phone (电子签名法 第3条)', () => {
  const onPaper = { ...readyToSign, agreement: { ...agreement, paperOnly: '涉及婚姻的约定，要在纸上签。' } };
  expect(signView(onPaper)).toMatchObject({ way: 'paper', note: '涉及婚姻的约定，要在纸上签。' });
});

test('what was agreed by word is agreed to, not signed', () => {
  expect(signView({ ...readyToSign, agreement: { ...agreement, form: 'oral' } })?.action).toBe('我同意');
  expect(signView(readyToSign)?.action).toBe('确认签字');
});

test('nobody signs for another, nor what is not being signed', () => {
  expect(signView({ ...readyToSign, parties: readyToSign.parties.map((party) => ({ ...party, isMe: false })) })?.way).toBe('none');
  expect(signView(toBeKept)?.way).toBe('none');
  expect(signView(aView())).toBeNull();
});

test('whoever has papers of it is shown the way to them; of a lead there are none', () => {
  expect(storyView(aView({ relations: ['respondent'] })).papers).toBe('/features/papers/papers/papers?id=case-1');
  expect(storyView(aView({ relations: ['gridWorker'] })).papers).toBe('');
  expect(storyView(aView({ state: 'lead', relations: ['officer'] })).papers).toBe('');
});
