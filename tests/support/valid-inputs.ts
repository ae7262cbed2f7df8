/** A valid input of every action, for a case in the fitting state: whoever may do it gets it done. */
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { DAY, dayKey, MINUTE } from '../../miniprogram/domain/time/format';
import type { ActionName, InputOf } from '../../typings/contract/actions';
import type { Side } from '../../typings/contract/dispute';
import { careInputs } from './care-inputs';
import { BUILDING, COMMUNITY } from './community';
import { sentBy } from './dispute-spec';
import { draftOf, noise, safe } from './disputes';
import type { Everybody, Who } from './everybody';
import { charger } from './hazards';
import { png } from './pictures';

type Inputs = { readonly [A in ActionName]: (id: string, who: Who, when: string) => InputOf<A> | Promise<InputOf<A>> };

const other = { name: '别人', phone: '13900000099' };
const words = '写下来。';
const othersGrant = { role: 'partner', scopeId: 'grid01' } as const;
const danger = { ...safe, isThreatened: true };
const WORD = '桂花';

export function validInputs(everybody: Everybody): Inputs {
  const { community, as } = everybody;
  const isParty = (who: Who) => who === 'applicant' || who === 'respondent';
  /** A party's own side; staff record for the one without an account. */
  const sideOf = (who: Who, when = ''): Side => (who === 'respondent' || (!isParty(who) && when.endsWith('unbound')) ? 'respondent' : 'applicant');
  /** Whoever may not do it needs no photo of the own. */
  const photoOf = (who: Who) => (who === 'nobody' || who === 'stranger' ? 'none' : sentBy(as[who]));
  const today = async () => dayKey(await community.cloud.now());
  const tomorrow = async () => dayKey((await community.cloud.now()) + DAY);
  const occurrence = async () => ({ at: (await community.cloud.now()) - DAY, place: words, cause: words, circumstances: words, result: words });
  const othersId = () => personIdOf(as.resident.openid);
  const disputeLetter = async (id: string) => (await as.officer.get('dispute.makeInvitation', { id, channel: 'share', word: WORD })).code;
  const hazardLetter = async (id: string) => (await as.officer.get('hazard.makeInvitation', { id, word: WORD })).code;

  return {
    'dispute.file': (_id, _who, when) => (when === 'for another' ? { ...noise, applicant: { ...other, hasAgreed: true } } : noise),
    'dispute.settleNow': () => ({ category: 'parking', buildingId: BUILDING, applicant: other, respondent: other, story: words, settledHow: words, haveBothAgreed: true }),
    'dispute.notice': () => ({ category: 'noise', story: words, buildingId: BUILDING, danger: safe }),
    'dispute.dismissLead': (id) => ({ id, reason: words }),
    'dispute.adoptLead': (id) => ({ id, applicant: { ...other, hasAgreed: true } }),
    'dispute.settle': (id) => ({ id, settledHow: words, haveBothAgreed: true, applicant: other }),
    'dispute.triage': (id) => ({ id, colour: 'blue', danger: safe, track: 'people' }),
    'dispute.warn': (id) => ({ id, danger, words }),
    'dispute.proposeLower': (id) => ({ id, colour: 'blue', danger: safe, reason: words }),
    'dispute.lower': (id) => ({ id, isAgreed: true }),
    'dispute.contact': (id) => ({ id, words }),
    'dispute.transfer': (id) => ({ id, unit: '物业', words }),
    'dispute.acknowledge': (id) => ({ id, receivedBy: '前台' }),
    'dispute.return': (id) => ({ id, reason: words }),
    'dispute.decline': (id) => ({ id, reason: words }),
    'dispute.merge': (id) => ({ id, intoId: everybody.otherDispute }),
    'dispute.invite': (id) => ({ id, channel: 'call', isReached: true, words }),
    'dispute.makeInvitation': (id) => ({ id, channel: 'share', word: WORD }),
    'dispute.revokeInvitation': (id) => ({ id, reason: words }),
    'dispute.readInvitation': async (id) => ({ code: await disputeLetter(id) }),
    'dispute.bindInvitation': async (id) => ({ code: await disputeLetter(id), word: WORD }),
    'dispute.consent': (id) => ({ id, isRightsNoticeRead: true }),
    'dispute.tell': (id) => ({ id, words }),
    'dispute.unreachable': (id) => ({ id, words }),
    'dispute.correctRespondent': (id) => ({ id, respondent: other, reason: words }),
    'dispute.refuse': (id, who) => ({ id, side: sideOf(who), reason: words }),
    'dispute.accept': async (id) => ({ id, hasRespondentAgreed: true, isRightsNoticeRead: true, heard: { at: await community.cloud.now(), words } }),
    'dispute.group': (id) => ({ id, side: 'applicant', members: [{ name: '甲', isRepresentative: true, hasConsented: true, hasAgreed: false }] }),
    'dispute.formPanel': (id) => ({ id, ...everybody.panel() }),
    'dispute.helpers': (id) => ({ id }),
    'dispute.declare': (id) => ({ id, hasNoConflict: true }),
    'dispute.consentPanel': (id, who, when) => ({ id, side: sideOf(who, when) }),
    'dispute.assign': (id) => ({ id, mediatorId: community.idOf('mediator2') }),
    'dispute.cover': (id) => ({ id, mediatorId: community.idOf('mediator2'), reason: words }),
    'dispute.schedule': async (id) => ({ id, startAt: await everybody.freeHour(), room: '调解室', hasNoConflict: true }),
    'dispute.sit': (id) => ({ id, isSafe: true }),
    'dispute.adjourn': async (id) => ({ id, record: words, startAt: await everybody.freeHour(), room: '调解室' }),
    'dispute.record': (id) => ({ id, record: words, isReadBack: true }),
    'dispute.extend': (id, who, when) => ({ id, side: sideOf(who, when), days: 10 }),
    'dispute.draft': (id) => draftOf(community, id),
    'dispute.sign': async (id, who) => {
      const { digest } = everybody.disputeWhen('mediating').facts.agreement!;
      if (!isParty(who)) return { id, digest, side: 'applicant', how: 'spoken' };
      return { id, digest, side: sideOf(who), how: 'phone', file: await sentBy(as[who], 'signature') };
    },
    'dispute.seal': async (id, who) => ({ id, isSealed: true, file: await (who === 'mediator' ? sentBy(as.mediator, 'signature') : photoOf(who)) }),
    'dispute.prove': async (id, who) => ({ id, clause: 0, words, photos: [await photoOf(who)] }),
    'dispute.default': (id) => ({ id, clause: 0, words }),
    'dispute.supervise': (id) => ({ id, clause: 0, words }),
    'dispute.askConfirmation': (id, who, when) => ({ id, side: sideOf(who, when), court: '桐里人民法庭' }),
    'dispute.recordConfirmation': (id) => ({ id, outcome: 'accepted', number: '2026桐1号' }),
    'dispute.followUp': (id) => ({ id, applicant: 'kept', respondent: 'noAnswer', words }),
    'dispute.close': (id) => ({ id, applicant: 'kept', respondent: 'noAnswer', words }),
    'dispute.rate': (id) => ({ id, score: 5 }),
    'dispute.contest': (id, who, when) => ({ id, reason: words, side: sideOf(who, when) }),
    'dispute.reopen': (id) => ({ id, reason: words }),
    'dispute.fail': (id) => ({ id, reason: words }),
    'dispute.retry': (id) => ({ id, areBothWilling: true }),
    'dispute.settleByPolice': async (id) => ({ id, course: words, occurrence: await occurrence(), terms: words, haveBothAgreed: true, isClear: true, isLossUndisputed: true, isPerformed: true, proof: 'recording', recording: words }),
    'dispute.handOn': async (id) => ({ id, step: words, byDay: await tomorrow(), isDecided: false }),
    'dispute.askDamages': (id, who, when) => ({ id, side: sideOf(who, when), words }),
    'dispute.recognize': async (id, who) => ({ id, by: 'themselves', terms: words, haveBothApplied: true, isPerformed: true, file: await photoOf(who), isRecognized: true }),
    'dispute.withdraw': (id, who) => ({ id, reason: words, isForApplicant: who === 'officer' }),
    'dispute.whistle': (id) => ({ id, units: ['物业'], words }),
    'dispute.answerWhistle': (id) => ({ id, unit: '物业', words }),
    'dispute.decide': async (id) => ({ id, what: words, who: '物业', byDay: await tomorrow() }),
    'dispute.finishTask': (id) => ({ id, task: 0 }),
    'dispute.urge': (id) => ({ id, words }),
    'dispute.note': (id) => ({ id, words, isInternal: true }),
    'dispute.called': async (id) => ({ id, calls: [await everybody.callAbout(id)], isReached: true, words }),
    'dispute.open': (id) => ({ id }),
    'dispute.mediators': (id) => ({ id }),
    'dispute.phone': (id) => ({ id, side: 'applicant' }),
    'dispute.listMine': () => ({}),
    'dispute.desk': () => ({ desk: 'active' }),
    'dispute.meeting': () => ({}),
    'dispute.board': () => ({}),
    'dispute.calls': () => ({}),
    'dispute.similarCount': () => ({ buildingId: BUILDING, category: 'noise' }),
    'dispute.calendar': async () => ({ from: await community.cloud.now(), days: 7 }),

    'papers.list': (id) => ({ id }),
    'papers.make': (id) => ({ id, kind: 'intake' }),
    'papers.open': async (id) => {
      await as.officer.get('papers.make', { id, kind: 'intake' });
      return { id, kind: 'intake' };
    },
    'papers.doorNote': async (id) => ({ id, code: await disputeLetter(id) }),

    'hazard.report': (_id, who, when) => (when === 'alone' ? charger : { ...charger, companionId: community.idOf(who === 'officer' ? 'officer2' : 'officer') }),
    'hazard.advise': (id) => ({ id, responsible: { name: '店主' }, words }),
    'hazard.order': async (id) => ({ id, responsible: { name: '店主' }, items: [{ key: 'leftPlugged', byDay: await today() }] }),
    'hazard.dismiss': (id) => ({ id, reason: words }),
    'hazard.rectify': async (id, who) => ({ id, items: ['leftPlugged'], words, photos: [await photoOf(who)] }),
    'hazard.recheck': async (id, who) => ({ id, results: [{ key: 'leftPlugged', isPassed: true }], photos: [await photoOf(who)] }),
    'hazard.escalate': (id) => ({ id, department: '消防救援', reason: words }),
    'hazard.makeInvitation': (id) => ({ id, word: WORD }),
    'hazard.revokeInvitation': (id) => ({ id, reason: words }),
    'hazard.readInvitation': async (id) => ({ code: await hazardLetter(id) }),
    'hazard.bindInvitation': async (id) => ({ code: await hazardLetter(id), word: WORD }),
    'hazard.link': (id) => ({ id, disputeNumber: everybody.linkedNumber }),
    'hazard.open': (id) => ({ id }),
    'hazard.listMine': () => ({}),
    'hazard.desk': () => ({ desk: 'active' }),
    'hazard.colleagues': () => ({ buildingId: BUILDING }),

    ...careInputs(everybody),

    'identity.home': () => ({}),
    'identity.me': () => ({}),
    'identity.territory': () => ({}),
    'identity.consent': () => ({ version: privacyVersion }),
    'identity.saveProfile': () => ({ home: { buildingId: BUILDING } }),
    'identity.inbox': () => ({}),
    'identity.markRead': () => ({ ids: [] }),
    'identity.acceptInvitation': async () => as.admin.get('identity.makeInvitation', { role: 'partner', scopeId: 'grid02' }).then(({ code }) => ({ code })),
    'identity.makeInvitation': () => ({ role: 'volunteer', scopeId: 'grid01' }),
    'identity.people': () => ({}),
    'identity.grantRole': () => ({ personId: othersId(), ...othersGrant }),
    'identity.revokeRole': async () => {
      const held = async () => (await as.admin.get('identity.people', { role: 'partner' })).people.find(({ id }) => id === othersId())?.grants.find(({ scopeId }) => scopeId === othersGrant.scopeId);
      if (!(await held())) await as.admin.get('identity.grantRole', { personId: othersId(), ...othersGrant });
      const grant = await held();
      return { personId: othersId(), grantId: grant!.id, reason: words };
    },
    'identity.places': () => ({}),
    'identity.savePlace': () => ({ kind: 'compound', name: '新小区', parentId: COMMUNITY }),
    'identity.holidays': () => ({ year: 2026 }),
    'identity.saveHolidays': () => ({ year: 2031, holidays: ['2031-01-01'], workdays: [] }),

    'media.ticket': () => ({ kind: 'photo', bytes: png().length }),
    'media.claim': async () => {
      await community.cloud.later(10 * MINUTE); // so many in a row are too many
      const { ticketId, cloudPath } = await as.applicant.get('media.ticket', { kind: 'photo', bytes: png().length });
      return { ticketId, fileId: await as.applicant.upload(cloudPath, png()) };
    },
  };
}
