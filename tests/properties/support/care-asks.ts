/** How each deed of a generated story is asked of the real functions. */
import { createHmac } from 'node:crypto';
import type { ActionName } from '../../../typings/contract/actions';
import { consentVersion } from '../../support/childcare';
import { times } from './care-model';
import type { Code, Deed, Line } from './care-rules';

/** What the world knows of how the product calls things. */
export interface Known {
  readonly postId: string;
  readonly account: (name: string) => string;
  readonly childId: (child: string) => string;
  readonly visitId: (visit: string) => string;
  /** An account's, that of somebody on the list, or one that nobody has. */
  readonly personId: (deed: Deed) => string;
  readonly personName: (deed: Deed) => string;
  readonly barId: (deed: Deed) => string;
  readonly isAccount: (whom: string) => boolean;
  readonly secret: (visit: string, maker: string) => Promise<string | undefined>;
  readonly signature: (line: Line) => string;
  /** The card that counts, the one before it, or none that there ever was. */
  readonly card: (child: string, isOld: boolean) => string;
  readonly word: (child: string) => string;
  readonly photo: (by: Deed['by']) => Promise<string>;
}

type Sent = readonly [ActionName, Record<string, unknown>];
type Ask = (deed: Deed, known: Known) => Sent | Promise<Sent>;

const PHRASE = '石榴花';
const words = '说明一下。';
const WORD = '月亮船';

/** Of one visit, with nothing to fill in. */
const onVisit = (name: string, more: Record<string, unknown> = {}): Ask => ({ visit = '' }, { visitId }) => [`childcare.${name}` as ActionName, { id: visitId(visit), ...more }];
const onChild = (name: string, more: (deed: Deed, known: Known) => Record<string, unknown> = () => ({})): Ask => (deed, known) => [`childcare.${name}` as ActionName, { id: known.childId(deed.child!), ...more(deed, known) }];

/** As a phone makes it: RFC 4226 with SHA-256, the quarter of an hour and the variant in one counter. */
export function codeFrom(secret: string, { quarter, variant, maker, whom }: Code, personId: string): string {
  const own = Buffer.from(secret, 'base64');
  const key = maker === whom ? own : createHmac('sha256', own).update(personId).digest();
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(quarter + variant * 2 ** 32));
  const mac = createHmac('sha256', key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

export const asks: Readonly<Record<string, Ask>> = {
  book: ({ child = '', time = 'early' }, { childId, postId }) => ['childcare.book', { childId: childId(child), postId, startAt: times[time].startAt }],
  take: onVisit('take'),
  pass: onVisit('pass'),
  cancel: onVisit('cancel'),
  askFetch: ({ child = '' }, { childId, postId }) => ['childcare.askFetch', { childId: childId(child), postId, reason: '老人摔了，要送医院。', school: '桐里小学', teacher: '班主任', phrase: PHRASE }],
  takeFetch: onVisit('takeFetch'),
  declineFetch: onVisit('declineFetch', { alternative: '请学校再留一会儿。' }),
  pickUp: ({ visit = '', variant }, { visitId }) => ['childcare.pickUp', { id: visitId(visit), phrase: variant === 1 ? '荷花' : PHRASE, hasTeacherConfirmed: variant !== 2 }],
  checkIn: ({ visit = '', variant = 0 }, { visitId, card }) => ['childcare.checkIn', { id: visitId(visit), ...(variant > 0 && { card: card(visit, variant === 1) }) }],
  walkIn: ({ variant }, { postId }) => ['childcare.walkIn', { postId, nickname: '小雨', birthMonth: '2018-09', guardianPhone: '13900000021', hasVerbalConsent: variant === 0 }],
  consentLater: ({ child = '', variant }, { word }) => ['childcare.consentLater', { word: variant === 0 ? word(child) : not(word(child)), kinship: 'mother', school: '桐里小学', consentVersion }],
  activity: onVisit('activity', { activity: 'play' }),
  async ask(deed, { visitId, personId, secret }) {
    const { visit = '', code, variant = 0 } = deed;
    const held = code?.maker === undefined ? undefined : await secret(code.visit, code.maker);
    const digits = code && (held === undefined ? '271828' : codeFrom(held, code, personId({ ...deed, visit: code.visit, whom: code.whom })));
    const proof = code ? (variant % 2 === 0 ? 'code' : 'qr') : 'callback';
    return ['childcare.ask', { id: visitId(visit), proof, personId: personId(deed), ...(digits !== undefined && { code: digits }), ...(variant >= 2 && { familyWord: variant === 2 ? WORD : '大灰狼' }) }];
  },
  release: async ({ visit = '', by, variant }, { visitId, photo }) => ['childcare.release', { id: visitId(visit), ...(variant === 0 && { photo: await photo(by) }) }],
  refuseRelease: onVisit('refuseRelease', { reason: words }),
  back: onVisit('back'),
  proposeException: ({ visit = '', variant }, { visitId }) => ['childcare.proposeException', { id: visitId(visit), personId: 'aunt', name: '小姨', isDocumentSeen: variant !== 1, isRungBack: variant !== 2, words }],
  releaseByException: onVisit('releaseByException', { words }),
  claimOffline: (deed, { visitId, personId, signature }) => ['childcare.claimOffline', { id: visitId(deed.visit!), personId: personId(deed), at: deed.at, claimId: crypto.randomUUID(), signature: signature(deed.line!) }],
  confirmClaim: onVisit('confirmClaim', { words }),
  doubtClaim: onVisit('doubtClaim', { words }),
  transfer: onVisit('transfer', { to: '儿童督导员', reason: words }),

  complete: onChild('complete', () => ({ className: '二年级3班' })),
  consent: onChild('consent', () => ({ version: consentVersion })),
  withdrawConsent: onChild('withdrawConsent'),
  addPerson: onChild('addPerson', ({ whom, variant }) => ({ person: { name: whom, kinship: 'relative', phone: '13900000063' }, isToday: variant === 1 })),
  confirmPerson: onChild('confirmPerson', (deed, { personId }) => ({ personId: personId(deed), words })),
  removePerson: onChild('removePerson', (deed, { personId }) => ({ personId: personId(deed) })),
  familyWord: onChild('familyWord', () => ({ word: WORD })),
  card: onChild('card'),
  bar: onChild('bar', (deed, { personName, isAccount, account }) => ({ name: personName(deed), reason: words, ...(isAccount(deed.whom!) && { who: account(deed.whom!) }) })),
  liftBar: onChild('liftBar', (deed, { barId }) => ({ barId: barId(deed), reason: words })),
  removeGuardian: onChild('removeGuardian', ({ whom = '' }, { account }) => ({ who: account(whom), reason: words })),

  shift: ({ variant }, { postId }) => ['childcare.shift', { postId, isOn: variant === 0 }],
  vet: ({ whom = '', variant }, { postId, account }) => ['childcare.vet', { postId, personId: account(whom), isClean: variant === 0 }],
};

/** Other digits. */
function not(digits: string): string {
  return String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
}
