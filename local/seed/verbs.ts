/** What can happen to a dispute of the demo, each as one step at its time. */
import type { AgreementForm, Channel, ClauseInput, Colour, DangerAnswers, FileInput, FollowUpAnswer, Occurrence, PersonInput, Side } from '../../typings/contract/dispute';
import type { PaperKind } from '../../typings/contract/papers';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { scenes } from './pictures';
import type { Stage, Step } from './stage';

export const safe: DangerAnswers = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

type Told = Omit<FileInput, 'buildingId' | 'danger' | 'photos' | 'voice'> & {
  readonly where: string;
  readonly danger?: DangerAnswers;
  readonly photo?: keyof typeof scenes;
  readonly voice?: { readonly content: Buffer; readonly seconds: number };
};

export function files(at: number, who: string, { where, danger = safe, photo, voice, ...told }: Told): Step {
  return {
    at,
    async happens(stage) {
      const teller = stage.as(who);
      const photos = photo ? [await teller.sends({ kind: 'photo', content: scenes[photo] })] : undefined;
      const sound = voice ? await teller.sends({ kind: 'voice', ...voice }) : undefined;
      return teller.does('dispute.file', { ...told, buildingId: stage.at(where), danger, ...(photos && { photos }), ...(sound !== undefined && { voice: sound }) });
    },
  };
}

interface OnTheSpot {
  readonly category: FileInput['category'];
  readonly where: string;
  readonly applicant: PersonInput;
  readonly respondent: PersonInput;
  readonly story: string;
  readonly settledHow: string;
  readonly photo?: keyof typeof scenes;
}

export function settles(at: number, who: string, { where, photo, ...told }: OnTheSpot): Step {
  return {
    at,
    async happens(stage) {
      const photos = photo ? [await stage.as(who).sends({ kind: 'photo', content: scenes[photo] })] : undefined;
      return stage.as(who).does('dispute.settleNow', { ...told, buildingId: stage.at(where), haveBothAgreed: true, ...(photos && { photos }) });
    },
  };
}

export const triages = (at: number, colour: Colour, { danger = safe, reason, who = 'officer' }: { danger?: DangerAnswers; reason?: string; who?: string } = {}): Step =>
  step(at, (stage, id) => stage.as(who).does('dispute.triage', { id, colour, danger, track: 'people', ...(reason !== undefined && { reason }) }));

export const declines = (at: number, reason: string): Step => step(at, ({ as }, id) => as('officer').does('dispute.decline', { id, reason }));

export const rings = (at: number, words: string, { who = 'officer', channel = 'call', isReached = true, respondent }: { who?: string; channel?: Channel; isReached?: boolean; respondent?: PersonInput } = {}): Step =>
  step(at, ({ as }, id) => as(who).does('dispute.invite', { id, channel, isReached, words, ...(respondent && { respondent }) }));

export const refuses = (at: number, reason: string): Step => step(at, ({ as }, id) => as('officer').does('dispute.refuse', { id, side: 'respondent', reason }));

export const corrects = (at: number, respondent: PersonInput, reason: string): Step =>
  step(at, ({ as }, id) => as('officer').does('dispute.correctRespondent', { id, respondent, reason }));

export const accepts = (at: number): Step => step(at, ({ as }, id) => as('officer').does('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }));

export const chooses = (at: number, mediator: string, who = 'officer'): Step => step(at, ({ as }, id) => as(who).does('dispute.assign', { id, mediatorId: as(mediator).id }));

export const schedules = (at: number, mediator: string, startAt: number, room = '调解室'): Step =>
  step(at, ({ as }, id) => as(mediator).does('dispute.schedule', { id, startAt, room, hasNoConflict: true }));

/** The session begins; its record and the next one come an hour later. */
export const sits = (startAt: number, mediator: string): Step => step(startAt + MINUTE, ({ as }, id) => as(mediator).does('dispute.sit', { id, isSafe: true }));

export const adjourns = (at: number, mediator: string, record: string, startAt: number, room = '调解室'): Step =>
  step(at, ({ as }, id) => as(mediator).does('dispute.adjourn', { id, record, startAt, room }));

export const notes = (at: number, who: string, words: string, isInternal = false): Step => step(at, ({ as }, id) => as(who).does('dispute.note', { id, words, isInternal }));

interface Agreed {
  readonly form?: AgreementForm;
  readonly facts: string;
  readonly clauses: readonly ClauseInput[];
  readonly unsettled?: string;
  readonly disputed?: string;
  readonly responsibility?: string;
  /** Where police mediate. */
  readonly occurrence?: Occurrence;
  /** By default it has its seal twenty minutes later. */
  readonly isSealed?: boolean;
}

/** The mediator reads the agreement out, and both sign: by word, or on a sheet that is photographed. */
export function agrees(at: number, mediator: string, { form = 'written', isSealed = form !== 'oral', clauses, ...text }: Agreed): Step[] {
  const sign = async ({ as }: Stage, id: string, side: Side) => {
    const { agreement } = await as(mediator).does('dispute.open', { id });
    const digest = agreement?.digest ?? '';
    if (form === 'oral') return as(mediator).does('dispute.sign', { id, digest, side, how: 'spoken' });
    return as(mediator).does('dispute.sign', { id, digest, side, how: 'paper', file: await as(mediator).sends({ kind: 'photo', content: scenes.paper }) });
  };
  const record = `双方当面谈了。${text.facts}调解员问过双方，都愿意按下面写的办。`;
  return [
    step(at - MINUTE, ({ as }, id) => as(mediator).does('dispute.record', { id, record, isReadBack: true })),
    step(at, ({ as }, id) => as(mediator).does('dispute.draft', { id, form, clauses: [...clauses], ...text })),
    step(at + 10 * MINUTE, (stage, id) => sign(stage, id, 'applicant')),
    step(at + 12 * MINUTE, (stage, id) => sign(stage, id, 'respondent')),
    ...(isSealed ? [seals(at + 20 * MINUTE, mediator)] : []),
  ];
}

/** The mediator's name and the committee's seal are on the sheet. */
const seals = (at: number, mediator: string): Step =>
  step(at, async ({ as }, id) => as(mediator).does('dispute.seal', { id, isSealed: true, file: await as(mediator).sends({ kind: 'photo', content: scenes.paper }) }));

export function keeps(at: number, who: string, clause: number, words: string, photo?: keyof typeof scenes): Step {
  return step(at, async ({ as }, id) => {
    const photos = photo ? [await as(who).sends({ kind: 'photo', content: scenes[photo] })] : undefined;
    return as(who).does('dispute.prove', { id, clause, words, ...(photos && { photos }) });
  });
}

export const breaks = (at: number, who: string, clause: number, words: string): Step => step(at, ({ as }, id) => as(who).does('dispute.default', { id, clause, words }));

export const fails = (at: number, mediator: string, reason: string, undisputed: string): Step => step(at, ({ as }, id) => as(mediator).does('dispute.fail', { id, reason, undisputed, haveBothAgreed: true }));

export const withdraws = (at: number, who: string, reason: string): Step => step(at, ({ as }, id) => as(who).does('dispute.withdraw', { id, reason }));

export const closes = (at: number, words: string, applicant: FollowUpAnswer = 'kept', respondent: FollowUpAnswer = 'kept'): Step =>
  step(at, ({ as }, id) => as('officer').does('dispute.close', { id, applicant, respondent, words }));

export const followsUp = (at: number, words: string, applicant: FollowUpAnswer = 'kept', respondent: FollowUpAnswer = 'kept'): Step =>
  step(at, ({ as }, id) => as('officer').does('dispute.followUp', { id, applicant, respondent, words }));

export const rates = (at: number, who: string, score: number): Step => step(at, ({ as }, id) => as(who).does('dispute.rate', { id, score }));

export const reopens = (at: number, reason: string): Step => step(at, ({ as }, id) => as('officer').does('dispute.reopen', { id, reason }));

export const contests = (at: number, who: string, reason: string): Step => step(at, ({ as }, id) => as(who).does('dispute.contest', { id, reason }));

/** Papers are written out, one after the other. */
export const writes = (at: number, who: string, ...kinds: readonly PaperKind[]): Step =>
  step(at, async ({ as }, id) => {
    for (const kind of kinds) await as(who).does('papers.make', { id, kind });
  });

/** From the first look to the day before the meeting, on the straight way. */
export function comesToTheTable(filedAt: number, colour: Colour, mediator: string, startAt: number, room = '调解室'): Step[] {
  return [
    triages(filedAt + HOUR, colour),
    rings(filedAt + 2 * HOUR, '对方愿意谈。'),
    accepts(filedAt + 2 * HOUR + 10 * MINUTE),
    chooses(filedAt + 2 * HOUR + 20 * MINUTE, mediator),
    schedules(filedAt + 3 * HOUR, mediator, startAt, room),
    sits(startAt, mediator),
  ];
}

export function step(at: number, happens: (stage: Stage, id: string) => Promise<unknown>): Step {
  return { at, happens: async (stage, id) => void (await happens(stage, id)) };
}
